from __future__ import annotations

import json
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, ("dpkg-deb", "dpkg-shlibdeps", "readelf"))), reason="needs dpkg-dev and binutils"
)
EPOCH = 1_795_000_000


@pytest.fixture
def finished(frozen: Path) -> Path:
    from desktop_files import add_to_folder
    from notices import write_notices

    write_notices(frozen)
    add_to_folder(frozen)
    return frozen


def said(*command: str | Path) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout


def test_the_package_is_the_same_each_time_and_holds_what_a_desktop_needs(finished: Path, tmp_path: Path) -> None:
    from make_deb import make_deb

    package = make_deb(finished, tmp_path / "first", "1.2.3", EPOCH)
    assert package.name == "eitc-desktop_1.2.3_amd64.deb"
    (finished / "eitc-desktop").touch()
    assert make_deb(finished, tmp_path / "second", "1.2.3", EPOCH).read_bytes() == package.read_bytes()
    assert [path.name for path in (tmp_path / "first").iterdir()] == [package.name]

    rows = [line.split(maxsplit=5) for line in said("dpkg-deb", "--contents", package).splitlines()]
    assert {row[1] for row in rows} == {"root/root"}
    assert {(row[3], row[4]) for row in rows} == {("2026-11-18", "11:06")}
    modes = {row[5]: row[0] for row in rows}
    assert modes["./opt/eitc-desktop/eitc-desktop"] == "-rwxr-xr-x"
    assert modes["./opt/eitc-desktop/_internal/data/eitc.db"] == "-rw-r--r--"
    assert "./usr/bin/eitc-desktop -> /opt/eitc-desktop/eitc-desktop" in modes
    assert not any("_internal/share" in name or name.endswith(".sh") for name in modes)
    control = said("dpkg-deb", "--field", package)
    assert "Version: 1.2.3\n" in control
    assert "libc6 (>= 2." in control

    tree = tmp_path / "tree"
    subprocess.run(["dpkg-deb", "-x", package, tree], check=True)
    share = tree / "usr" / "share"
    for side in (16, 24, 32, 48, 64, 128, 256):
        icons = share / "icons" / "hicolor" / f"{side}x{side}"
        assert (icons / "apps" / "eitc-desktop.png").is_file()
        assert (icons / "mimetypes" / "application-x-eitcreview+zip.png").is_file()
    terms = (share / "doc" / "eitc-desktop" / "copyright").read_text(encoding="utf-8")
    index = json.loads((finished / "_internal" / "licenses" / "index.json").read_text(encoding="utf-8"))
    assert all(each["name"] in terms for each in index)


@pytest.mark.parametrize("chinese", [True, False])
def test_the_manual_names_every_verb(tmp_path: Path, *, chinese: bool) -> None:
    from manual_page import manual_page

    from eitc_desktop.verbs import program

    page = manual_page("1.2.3", datetime.fromtimestamp(EPOCH, UTC), chinese=chinese)
    text = page.replace("\\-", "-")
    assert all(verb in text for verb in program.commands)
    if shutil.which("groff"):
        file = tmp_path / "eitc-desktop.1"
        file.write_text(page, encoding="utf-8")
        done = subprocess.run(
            ["groff", "-man", "-Kutf8", "-Tutf8", "-ww", "-z", file], check=True, capture_output=True, text=True
        )
        assert done.stderr == ""


def test_only_a_folder_with_its_notices_is_packed(frozen: Path, tmp_path: Path) -> None:
    from make_deb import make_deb

    with pytest.raises(SystemExit, match=r"tools/notices\.py"):
        make_deb(frozen, tmp_path, "1.2.3", EPOCH)


def test_what_only_a_plugin_needs_is_not_asked_for(finished: Path) -> None:
    from deb_depends import needs

    library = next(Path("/usr/lib/x86_64-linux-gnu").glob("libgssapi_krb5.so.2.*"), None)
    if library is None:
        pytest.skip("no library to take for a plugin")
    plugins = finished / "_internal" / "PySide6" / "Qt" / "plugins" / "tls"
    plugins.mkdir(parents=True)
    shutil.copy(library, plugins / "libqexample.so")
    found = needs(finished)
    assert [each.split(" ")[0] for each in found.depends] == ["libc6", "xkb-data"]
    assert any(each.startswith("libkrb5-3") for each in found.suggests)
    # a library that lies in the folder is none of a package
    shutil.copy("/usr/lib/x86_64-linux-gnu/libkrb5.so.3", finished / "_internal")
    assert not any(each.startswith("libkrb5-3") for each in needs(finished).suggests)


def test_entry_file_type_and_appstream_data_say_the_same(finished: Path, repository: Path) -> None:
    share = finished / "_internal" / "share"
    entry = (share / "applications" / "eitc-desktop.desktop").read_text(encoding="utf-8")
    kind = ET.parse(share / "mime" / "packages" / "eitc-desktop.xml").getroot()[0].get("type")  # noqa: S314  our own
    assert f"MimeType={kind};\n" in entry
    (path,) = (repository / "packaging" / "linux").glob("*.metainfo.xml")
    metainfo = ET.parse(path).getroot()  # noqa: S314  our own
    assert metainfo.findtext("provides/mediatype") == kind
    assert metainfo.findtext("launchable") == "eitc-desktop.desktop"
    assert f"Name={metainfo.findtext('name')}\n" in entry
    assert path.name == f"{metainfo.findtext('id')}.metainfo.xml"
    if shutil.which("desktop-file-validate"):
        assert said("desktop-file-validate", share / "applications" / "eitc-desktop.desktop") == ""
