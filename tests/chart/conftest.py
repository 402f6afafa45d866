"""Contents to lay out: the shipped provision's, made-up ones, and random trees."""

from __future__ import annotations

import pytest

from eitc_desktop.chart.content import ChartContent, chart_content
from eitc_desktop.model.provision import Provision


@pytest.fixture(scope="session")
def content(provision: Provision) -> ChartContent:
    return chart_content(provision)
