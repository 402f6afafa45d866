"""The tools of the build: they import each other by name, as scripts of one folder do."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))


@pytest.fixture
def frozen(tmp_path: Path, repository: Path) -> Path:
    """A folder as PyInstaller leaves it, small: a real executable with an archive of modules, and files beside it."""
    from PyInstaller.archive.writers import CArchiveWriter, ZlibArchiveWriter

    folder = tmp_path / "dist" / "eitc-desktop"
    internal = folder / "_internal"
    internal.mkdir(parents=True)
    modules = ["eitc_desktop.cli", "click.core", "typing_extensions", "json.decoder", "_pyi_rth_utils.qt"]
    code = {name: compile("", name, "exec") for name in modules}
    pyz, archive = tmp_path / "PYZ.pyz", tmp_path / "archive"
    ZlibArchiveWriter(str(pyz), [(name, f"{name}.py", "PYMODULE") for name in modules], code)
    CArchiveWriter(str(archive), [("PYZ.pyz", str(pyz), False, "z")], "libpython3.11.so.1.0")
    program = folder / "eitc-desktop"
    program.write_bytes(Path(os.path.realpath("/bin/true")).read_bytes() + archive.read_bytes())
    program.chmod(0o755)
    for name in ("resources/fonts", "resources/icons", "resources/licenses"):
        shutil.copytree(repository / name, internal / name)
    for font in internal.glob("resources/fonts/*.ttf"):
        font.write_bytes(font.name.encode())  # to compress the real ones takes half a minute
    (internal / "data").mkdir()
    shutil.copy(repository / "data" / "eitc.db", internal / "data")
    shutil.copy(repository / "LICENSE", internal)
    (internal / "click-8.5.1.dist-info").mkdir()
    (internal / "click-8.5.1.dist-info" / "METADATA").write_text("Name: click\n", encoding="utf-8")
    (internal / "base_library.zip").write_bytes(b"PK")
    return folder
