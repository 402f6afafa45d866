"""Build hook: a wheel carries resources/, data/eitc.db and the licence in the package, under ``eitc_desktop/_bundle``.

``paths.py`` looks there when there is no checkout around it. An editable installation has one and needs no copy.
"""

from __future__ import annotations

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class WheelBundle(BuildHookInterface):
    """Adds what the program reads at run time to the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name the files to include; called by hatchling before each build."""
        if version == "standard":
            build_data["force_include"]["resources"] = "eitc_desktop/_bundle/resources"
            build_data["force_include"]["LICENSE"] = "eitc_desktop/_bundle/LICENSE"
            build_data["force_include"]["data/eitc.db"] = "eitc_desktop/_bundle/data/eitc.db"
