"""The library file: the only package that knows SQLite.

``open_library`` and ``Library`` read with plain :mod:`sqlite3`; what builds a new file stands in
:mod:`eitc_desktop.store.writing`, which who only reads needn't import.
"""

from eitc_desktop.store.library import Library, ProvisionSummary, open_library
from eitc_desktop.store.schema import SCHEMA_VERSION

__all__ = ["SCHEMA_VERSION", "Library", "ProvisionSummary", "open_library"]
