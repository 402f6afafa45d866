from __future__ import annotations

import ctypes
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from eitc_desktop.services.licences import licences

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads a program of Linux")


def library_of_the_system(name: str) -> Path:
    for place in ("/usr/lib/x86_64-linux-gnu", "/lib/x86_64-linux-gnu"):
        path = Path(place, name)
        asked = subprocess.run(["dpkg-query", "-S", str(path)], check=False, capture_output=True)
        if path.is_file() and asked.returncode == 0:
            return path
    pytest.skip(f"{name} comes from no package here")


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_what_a_folder_holds_is_told_of_by_its_about_box(frozen: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from notices import write_notices

    shutil.copy(library_of_the_system("libz.so.1"), frozen / "_internal" / "libz.so.1")
    write_notices(frozen)
    written = contents(frozen / "_internal" / "licenses")
    write_notices(frozen)
    assert contents(frozen / "_internal" / "licenses") == written

    monkeypatch.setattr(sys, "_MEIPASS", str(frozen / "_internal"), raising=False)
    monkeypatch.setattr(sys, "path", [])  # no package tells of itself in a packaged program
    found = {each.name: each for each in licences()}
    assert list(found)[:9] == [
        "eitc-desktop",
        "Noto Sans SC, Noto Serif SC",
        "EITC WenKai (LXGW WenKai)",
        "Lucide",
        "Qt, PySide6",
        "Third-party code in Qt",
        "Python",
        "Third-party code in Python",
        "PyInstaller bootloader",
    ]
    assert list(found)[9:] == ["click", "typing_extensions", "zlib"]  # neither what is installed here nor json
    assert all(each.text().strip() for each in found.values())
    assert all(path.is_relative_to(frozen / "_internal") for each in found.values() for path in each.files)
    assert "Jean-loup Gailly" in found["zlib"].text()
    assert found["zlib"].version
    assert "Bootloader Exception" in found["PyInstaller bootloader"].text()


def test_nothing_tells_of_the_computer_it_was_built_on(frozen: Path) -> None:
    from notices import write_notices

    write_notices(frozen)
    told = b"".join(contents(frozen / "_internal" / "licenses").values())
    for path in (sys.prefix, os.fspath(Path.cwd()), str(frozen.parent)):
        assert path.encode() not in told
    assert {"RECORD", "direct_url.json"}.isdisjoint(path.name for path in frozen.rglob("licenses/**/*"))


def test_what_belongs_to_nothing_known_stops_the_build(frozen: Path) -> None:
    from inventory import inventory

    strange = frozen / "_internal" / "libstrange.so.1"
    shutil.copy(os.path.realpath("/bin/true"), strange)
    with pytest.raises(SystemExit, match=r"libstrange\.so\.1：不知道来自哪个软件包"):
        inventory(frozen)
    strange.unlink()
    # the name alone proves nothing: this one was built elsewhere
    library_of_the_system("libz.so.1")
    shutil.copy(os.path.realpath("/bin/true"), frozen / "_internal" / "libz.so.1")
    with pytest.raises(SystemExit, match=r"libz\.so\.1"):
        inventory(frozen)
    (frozen / "_internal" / "libz.so.1").unlink()
    (frozen / "_internal" / "unheard-of").mkdir()
    (frozen / "_internal" / "unheard-of" / "data.txt").touch()
    with pytest.raises(SystemExit, match=r"unheard-of/data\.txt：不知道属于哪个组成部分"):
        inventory(frozen)
    with pytest.raises(SystemExit, match="不是 PyInstaller 生成的程序文件夹"):
        inventory(frozen / "_internal")


def test_the_bill_of_materials_is_the_same_each_time(frozen: Path, tmp_path: Path) -> None:
    from sbom import write_sbom

    first = write_sbom(frozen, tmp_path / "first", "1.2.3", 1_795_000_000)
    second = write_sbom(frozen, tmp_path / "second", "1.2.3", 1_795_000_000)
    assert first.name == "eitc-desktop-1.2.3.cdx.json"
    assert first.read_bytes() == second.read_bytes()
    bill = json.loads(first.read_text(encoding="utf-8"))
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert bill["metadata"]["timestamp"] == "2026-11-18T11:06:40Z"
    assert bill["metadata"]["component"]["version"] == "1.2.3"
    by_name = {each["name"]: each for each in bill["components"]}
    assert by_name["click"]["purl"].startswith("pkg:pypi/click@")
    assert by_name["click"]["licenses"] == [{"expression": "BSD-3-Clause"}]
    fonts = by_name["Noto Sans SC, Noto Serif SC"]["components"]
    assert len(fonts) == 4
    assert all(len(each["hashes"][0]["content"]) == 64 for each in fonts)
    refs = [each["bom-ref"] for each in bill["components"]]
    assert len(set(refs)) == len(refs)
    assert set(bill["dependencies"][0]["dependsOn"]) == set(refs)
    (frozen / "_internal" / "data" / "eitc.db").write_bytes(b"another")
    third = write_sbom(frozen, tmp_path / "third", "1.2.3", 1_795_000_000)
    assert json.loads(third.read_text(encoding="utf-8"))["serialNumber"] != bill["serialNumber"]


def test_absolute_search_paths_are_taken_out_of_libraries(tmp_path: Path) -> None:
    from elf import forget_search_paths

    if not all(map(shutil.which, ("gcc", "readelf"))):
        pytest.skip("needs gcc")
    source = tmp_path / "one.c"
    source.write_text("int one(void) { return 1; }\n", encoding="ascii")
    for name, path in (("built", "/home/somebody/lib"), ("beside", "$ORIGIN/lib")):
        command = ["gcc", "-shared", "-fPIC", f"-Wl,-rpath,{path}", "-o", tmp_path / f"lib{name}.so", source]
        subprocess.run(command, check=True)
    assert [path.name for path in forget_search_paths(tmp_path)] == ["libbuilt.so"]
    assert forget_search_paths(tmp_path) == []
    said = subprocess.run(
        ["readelf", "-dW", tmp_path / "libbuilt.so", tmp_path / "libbeside.so"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert said.count("PATH") == 1
    assert "$ORIGIN/lib" in said
    assert ctypes.CDLL(str(tmp_path / "libbuilt.so")).one() == 1
