from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from eitc_desktop.gui.models.findings import FindingColumn, FindingRole, FindingsModel
from eitc_desktop.model.provision import Finding, Provision, Severity


def test_findings_with_weight_and_place(qtbot: QtBot, provision: Provision) -> None:
    span = provision.divisions[3].span
    noticed = replace(provision, findings=(Finding(Severity.WARNING, "x", "序号不连续", span), provision.findings[0]))
    model = FindingsModel(noticed)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    assert tester.model() is model
    assert [model.index(0, column).data() for column in FindingColumn] == ["提醒", "序号不连续", "三（四）"]
    assert model.index(0, 0).data(FindingRole.SPAN) == span
    assert model.index(1, FindingColumn.PLACE).data() == ""
    assert model.index(1, 0).data(FindingRole.SPAN) is None
    assert model.headerData(1, Qt.Orientation.Horizontal) == "核查结果"
