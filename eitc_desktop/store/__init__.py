"""The library file: the only package that knows SQLite.

``open_library`` and ``Library`` read with plain :mod:`sqlite3`; ``write_library`` builds a new file and
imports sqlite-utils only when it is called.
"""

from eitc_desktop.store.library import Library, ProvisionSummary, open_library
from eitc_desktop.store.schema import SCHEMA_VERSION
from eitc_desktop.store.writing import Source, write_library

__all__ = ["SCHEMA_VERSION", "Library", "ProvisionSummary", "Source", "open_library", "write_library"]
