"""The chart in its window, for the tests of its pane; other panes have a page and a view of their own."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from eitc_desktop.gui.chart.page import ChartPage
from eitc_desktop.gui.chart.view import ChartView
from eitc_desktop.gui.main_window import MainWindow


@pytest.fixture
def page(window: MainWindow) -> ChartPage:
    """The page of the chart in the whole window, shown."""
    window.activateWindow()
    window.go_to(window.chart)
    for _ in range(3):
        QApplication.processEvents()
    return window.chart.page


@pytest.fixture
def view(page: ChartPage) -> ChartView:
    return page.view
