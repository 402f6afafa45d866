"""A locale in UTF-8, which Qt insists on: under any other it would complain in English on standard error and switch."""

from __future__ import annotations

import locale
import os
import sys


def ensure_utf8_locale() -> None:
    """Have this process, and what it starts, work in UTF-8, whatever the environment says; done before Qt is set up.

    The language is kept where the system has it: LC_ALL, which stands above all, is set only where nothing less does.
    """
    if sys.platform == "linux":
        for name in ("LC_CTYPE", "LC_ALL"):
            if _is_utf8():
                return
            os.environ[name] = "C.UTF-8"


def _is_utf8() -> bool:
    before = locale.setlocale(locale.LC_ALL)
    try:
        locale.setlocale(locale.LC_ALL, "")  # as Qt does
        return locale.nl_langinfo(locale.CODESET).upper() == "UTF-8"
    except locale.Error:  # one that isn't installed here
        return False
    finally:
        locale.setlocale(locale.LC_ALL, before)
