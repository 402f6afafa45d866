"""A locale in UTF-8, which Qt insists on: under any other it would complain in English on standard error and switch."""

from __future__ import annotations

import locale
import os
import sys


def ensure_utf8_locale() -> None:
    """Have this process, and what it starts, work in UTF-8, whatever the environment says; done before Qt is set up."""
    if sys.platform == "linux" and not _is_utf8():
        # LC_ALL, where it is set, stands above all others
        os.environ["LC_ALL" if os.environ.get("LC_ALL") else "LC_CTYPE"] = "C.UTF-8"


def _is_utf8() -> bool:
    try:
        locale.setlocale(locale.LC_CTYPE, "")
    except locale.Error:  # one that isn't installed here
        return False
    return locale.nl_langinfo(locale.CODESET).upper() == "UTF-8"
