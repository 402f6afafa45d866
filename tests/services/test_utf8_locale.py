from __future__ import annotations

import locale
import os
import sys

import pytest

from eitc_desktop.services.utf8_locale import ensure_utf8_locale

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only there Qt asks")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, {"LC_ALL": "C.UTF-8", "LANG": "zh_CN.UTF-8"}),
        ({"LANG": "C"}, {"LANG": "C", "LC_CTYPE": "C.UTF-8"}),
        ({"LANG": "zh_XX.GB2312"}, {"LANG": "zh_XX.GB2312", "LC_CTYPE": "C.UTF-8"}),
        ({"LANG": "C.UTF-8"}, {"LANG": "C.UTF-8"}),
    ],
)
def test_it_is_in_utf8_afterwards_and_the_language_is_kept(
    before: dict[str, str], after: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    old = locale.setlocale(locale.LC_CTYPE)
    names = ("LC_ALL", "LC_CTYPE", "LANG")
    for name in names:
        monkeypatch.delenv(name, raising=False)
    for name, value in before.items():
        monkeypatch.setenv(name, value)
    try:
        ensure_utf8_locale()
        assert {name: os.environ[name] for name in names if name in os.environ} == after
        locale.setlocale(locale.LC_CTYPE, "")
        assert locale.nl_langinfo(locale.CODESET) == "UTF-8"
    finally:
        os.environ.pop("LC_CTYPE", None)
        locale.setlocale(locale.LC_CTYPE, old)
