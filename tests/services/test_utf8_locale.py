from __future__ import annotations

import locale
import os
import sys

import pytest

from eitc_desktop.services.utf8_locale import ensure_utf8_locale

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only there Qt asks")


@pytest.mark.parametrize(
    ("before", "set_"),
    [
        ({"LC_ALL": "C", "LANG": "C.UTF-8"}, {"LC_ALL": "C.UTF-8"}),
        ({"LANG": "C"}, {"LC_CTYPE": "C.UTF-8"}),
        ({"LANG": "zh_XX.UTF-8"}, {"LC_ALL": "C.UTF-8"}),  # not installed
        ({"LANG": "C.UTF-8"}, {}),
    ],
)
def test_it_is_in_utf8_afterwards(
    before: dict[str, str], set_: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_CTYPE", "LANG"):
        monkeypatch.setenv(name, before.get(name, ""))  # an empty one counts for none
    old = locale.setlocale(locale.LC_ALL)
    ensure_utf8_locale()
    assert locale.setlocale(locale.LC_ALL) == old
    assert {name: os.environ[name] for name in set_} == set_
    assert all(os.environ[name] == before.get(name, "") for name in ("LC_ALL", "LANG") if name not in set_)
    try:
        locale.setlocale(locale.LC_ALL, "")
        assert locale.nl_langinfo(locale.CODESET) == "UTF-8"
    finally:
        locale.setlocale(locale.LC_ALL, old)
