"""What the program remembers: round trips, damage, single values that can't be, windows side by side, a fresh start."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import platformdirs
import pytest

from eitc_desktop import paths
from eitc_desktop.settings import (
    MAX_MAKER,
    MAX_NOTE,
    MAX_RECENT,
    ChangesView,
    EnteredValidity,
    Language,
    PrintChoices,
    ProvisionMemory,
    Reviewer,
    Settings,
    SettingsFile,
    SettingsNotSaved,
    Theme,
    TroubleKind,
    Validity,
    WindowPlace,
    begin_afresh,
    entered_validity,
    remembered_database,
)

DIGEST = "1f" * 32
ENTERED = EnteredValidity(Validity.AMENDED, "沪编〔2019〕3号", "2026-11-23")
PRINTING = PrintChoices(
    "matrix",
    "own",
    300,
    500,
    "portrait",
    "grid",
    "poster",
    12.5,
    3,
    2,
    15,
    binding=True,
    maker="某办",
    dpi=600,
    folder="/文",
)
REVIEWER = Reviewer("王芳", "市财政局", "11111111-1111-4111-8111-111111111111")
FULL = Settings(
    language=Language.ENGLISH,
    theme=Theme.DARK,
    text_size=125,
    underlines=False,
    changes_view=ChangesView.TABLE,
    chart_layout="grid",
    chart_overlays=("changes", "gaps"),
    chart_shown=True,
    window=WindowPlace(-5, 7, 1000, 700, maximized=True),
    layout="AAAA/w==",
    layout_narrow="AAAA/g==",
    splitters={"center": (300, 200)},
    drawer_open=True,
    database="/资料/库.db",
    printing=PRINTING,
    reviewer=REVIEWER,
    provisions={DIGEST: ProvisionMemory("duty/3", ("duty/3", "division/7"), ENTERED)},
)


@pytest.fixture
def file(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "家 目录" / "settings.json")


def put(file: SettingsFile, content: bytes) -> None:
    file.path.parent.mkdir(parents=True, exist_ok=True)
    file.path.write_bytes(content)


def names(file: SettingsFile) -> list[str]:
    return sorted(path.name for path in file.path.parent.iterdir())


def test_without_a_file_the_defaults_hold_and_none_is_made(file: SettingsFile) -> None:
    loaded = file.load()
    assert (loaded.settings, loaded.trouble) == (Settings(), None)
    assert not file.path.parent.exists()


def test_everything_comes_back(file: SettingsFile) -> None:
    file.save(FULL)
    loaded = SettingsFile(file.path).load()
    assert (loaded.settings, loaded.trouble) == (FULL, None)
    assert names(file) == ["settings.json"]
    words = file.path.read_text(encoding="utf-8")
    assert "沪编〔2019〕3号" in words
    assert '\n  "theme": "dark",' in words


def test_a_byte_order_mark_and_a_file_name_that_is_no_text_come_through(file: SettingsFile) -> None:
    odd = replace(FULL, database="/a/\udcff.db")
    file.save(odd)
    put(file, b"\xef\xbb\xbf" + file.path.read_bytes())
    assert file.load().settings == odd
    assert file.load().trouble is None


def test_what_a_newer_version_wrote_survives(file: SettingsFile) -> None:
    newer = {
        "panes": {"matrix": [1, None, "甲"]},
        "text_size": 120,
        "window": {"x": 1, "y": 2, "width": 300, "height": 400, "maximized": False, "screen": "HDMI-1"},
        "provisions": {DIGEST: {"notes": ["乙"], "validity": {"state": "repealed", "by": "丙"}}, "ab": {"later": 1}},
    }
    put(file, json.dumps(newer).encode())
    loaded = file.load()
    assert loaded.trouble is None
    assert loaded.settings.of_provision(DIGEST).validity == EnteredValidity(Validity.REPEALED)
    changed = loaded.settings.with_provision(DIGEST, ProvisionMemory("duty/1", (), ENTERED))
    file.save(replace(changed, text_size=90))
    written = json.loads(file.path.read_text(encoding="utf-8"))
    assert written["panes"] == newer["panes"]
    assert written["text_size"] == 90
    assert written["window"]["screen"] == "HDMI-1"
    assert written["provisions"][DIGEST]["notes"] == ["乙"]
    assert written["provisions"][DIGEST]["validity"] == {
        "state": "amended",
        "note": ENTERED.note,
        "entered_on": ENTERED.entered_on,
        "by": "丙",
    }
    assert written["provisions"]["ab"]["later"] == 1


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("language", "fr"),
        ("language", {}),
        ("theme", 3),
        ("text_size", 79),
        ("text_size", 201),
        ("text_size", True),
        ("text_size", 100.0),
        ("text_size", 10**400),
        ("underlines", "yes"),
        ("window", [1, 2]),
        ("layout", "A" * 70_000),
        ("layout_narrow", 7),
        ("splitters", []),
        ("splitters", {"a": 3}),
        ("splitters", {"a": ["3"]}),
        ("splitters", {str(number): [1] for number in range(51)}),
        ("drawer_open", 1),
        ("changes_view", "yes"),
        ("chart_layout", 7),
        ("chart_overlays", "grades"),
        ("chart_overlays", ["grades", 7]),
        ("chart_shown", "yes"),
        ("database", 7),
        ("provisions", "x"),
    ],
)
def test_a_single_wrong_value_is_ignored_and_named(file: SettingsFile, key: str, value: object) -> None:
    file.save(FULL)
    content = json.loads(file.path.read_text(encoding="utf-8")) | {key: value}
    put(file, json.dumps(content).encode())
    before = file.path.read_bytes()
    loaded = file.load()
    assert loaded.settings == replace(FULL, **{key: getattr(Settings(), key)})
    trouble = loaded.trouble
    assert trouble is not None
    assert (trouble.kind, trouble.ignored) == (TroubleKind.VALUES, (key,))
    assert trouble.set_aside is not None
    assert trouble.set_aside.read_bytes() == before
    assert str(trouble.set_aside) in str(trouble.error)
    assert key not in str(trouble.error).replace(str(trouble.set_aside), "")
    file.save(loaded.settings)
    assert file.load().trouble is None


def test_the_view_that_an_older_version_remembered_is_taken_over(file: SettingsFile) -> None:
    put(file, json.dumps({"changes_as_table": True}).encode())
    loaded = file.load()
    assert loaded.settings.changes_view is ChangesView.TABLE
    assert loaded.trouble is None
    file.save(loaded.settings)
    assert "changes_as_table" not in json.loads(file.path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("part", [{"x": "1"}, {"width": 0}, {"height": 10**6}, {"x": None}])
def test_half_a_place_of_the_window_is_none(file: SettingsFile, part: dict[str, object]) -> None:
    place = {"x": 1, "y": 2, "width": 300, "height": 400, "maximized": False} | part
    put(file, json.dumps({"window": place}).encode())
    loaded = file.load()
    assert loaded.settings.window is None
    assert loaded.trouble is not None
    assert loaded.trouble.ignored in (("window",), tuple(f"window.{key}" for key in part))


@pytest.mark.parametrize(
    ("memory", "ignored", "expected"),
    [
        (5, "", ProvisionMemory()),
        ({"selection": 5}, ".selection", ProvisionMemory()),
        ({"recent": ["a"] * (MAX_RECENT + 1)}, ".recent", ProvisionMemory()),
        ({"validity": "repealed"}, ".validity", ProvisionMemory()),
        ({"validity": {"state": "suspended"}}, ".validity.state", ProvisionMemory()),
        (
            {"validity": {"state": "repealed", "note": "甲" * (MAX_NOTE + 1)}},
            ".validity.note",
            ProvisionMemory(validity=EnteredValidity(Validity.REPEALED)),
        ),
        (
            {"validity": {"state": "repealed", "note": "甲\n乙"}},
            ".validity.note",
            ProvisionMemory(validity=EnteredValidity(Validity.REPEALED)),
        ),
        (
            {"validity": {"state": "repealed", "entered_on": "20261123"}},
            ".validity.entered_on",
            ProvisionMemory(validity=EnteredValidity(Validity.REPEALED)),
        ),
        (
            {"validity": {"state": "repealed", "entered_on": "2026-13-01"}},
            ".validity.entered_on",
            ProvisionMemory(validity=EnteredValidity(Validity.REPEALED)),
        ),
    ],
)
def test_what_is_wrong_of_one_provision_leaves_the_others(
    file: SettingsFile, memory: object, ignored: str, expected: ProvisionMemory
) -> None:
    put(file, json.dumps({"provisions": {"ab": memory, DIGEST: {"selection": "duty/1"}}}).encode())
    loaded = file.load()
    assert loaded.settings.of_provision("ab") == expected
    assert loaded.settings.of_provision(DIGEST) == ProvisionMemory("duty/1")
    assert loaded.trouble is not None
    assert loaded.trouble.ignored == (f"provisions.ab{ignored}",)


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[1]", b"null", b'"x"', b"\xff\xfe{}", bytes(100), b"{}" + b" " * 1_100_000, b"[" * 200_000],
)
def test_a_damaged_file_is_set_aside_and_told(file: SettingsFile, content: bytes) -> None:
    put(file, content)
    loaded = file.load()
    assert loaded.settings == Settings()
    trouble = loaded.trouble
    assert trouble is not None
    assert (trouble.kind, trouble.path) == (TroubleKind.DAMAGED, file.path)
    assert trouble.set_aside == file.path.with_name("settings.damaged-1.json")
    assert trouble.set_aside.read_bytes() == content
    assert str(trouble.set_aside) in str(trouble.error)
    assert "\n" not in str(trouble.error)
    file.save(FULL)
    assert file.load().settings == FULL
    assert trouble.set_aside.read_bytes() == content


def test_a_folder_in_its_place_is_set_aside(file: SettingsFile) -> None:
    (file.path / "内").mkdir(parents=True)
    trouble = file.load().trouble
    assert trouble is not None
    assert "文件夹" in str(trouble.error)
    file.save(FULL)
    assert names(file) == ["settings.damaged-1.json", "settings.json"]


@pytest.mark.skipif(sys.platform == "win32", reason="no such thing")
def test_a_pipe_in_its_place_is_not_waited_for(file: SettingsFile) -> None:
    file.path.parent.mkdir(parents=True)
    os.mkfifo(file.path)
    trouble = file.load().trouble
    assert trouble is not None
    assert trouble.kind is TroubleKind.DAMAGED


def test_five_damaged_files_are_kept_and_none_is_written_over(file: SettingsFile) -> None:
    for number in range(1, 8):
        put(file, f"坏 {number}".encode())
        file.load()
    kept = [f"settings.damaged-{number}.json" for number in range(3, 8)]
    assert names(file) == kept
    assert [file.path.with_name(name).read_text(encoding="utf-8") for name in kept] == [f"坏 {n}" for n in range(3, 8)]


def test_the_settings_folder_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "家").write_text("")
    file = SettingsFile(tmp_path / "家" / "settings.json")
    assert file.load().trouble is None
    with pytest.raises(SettingsNotSaved, match="路径中的一级是文件") as caught:
        file.save(FULL)
    assert str(file.path) in str(caught.value)
    assert (tmp_path / "家").read_text() == ""


def test_what_can_be_neither_read_nor_moved_is_not_replaced(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / ("长" * 200) / "settings.json")
    trouble = file.load().trouble
    assert trouble is not None
    assert (trouble.kind, trouble.set_aside) == (TroubleKind.UNREADABLE, None)
    assert "不改动该文件" in str(trouble.error)
    with pytest.raises(SettingsNotSaved, match="原来的设置文件无法读取，也无法移开"):
        file.save(FULL)
    afresh = begin_afresh(file).trouble
    assert afresh is not None
    assert afresh.kind is TroubleKind.NOT_RESET
    assert "没有恢复默认设置" in str(afresh.error)


@pytest.mark.skipif(sys.platform == "win32", reason="links of another kind")
def test_a_link_that_leads_nowhere_is_set_aside(file: SettingsFile) -> None:
    file.path.parent.mkdir(parents=True)
    file.path.symlink_to(file.path.name)
    trouble = file.load().trouble
    assert trouble is not None
    assert trouble.kind is TroubleKind.UNREADABLE
    file.save(FULL)
    assert file.load().settings == FULL


def test_settings_that_are_too_many_are_not_saved(file: SettingsFile) -> None:
    file.save(FULL)
    with pytest.raises(SettingsNotSaved, match="内容过多"):
        file.save(replace(FULL, beyond={"x": "甲" * 400_000}))
    assert file.load().settings == FULL


CHILD = """
import os, pwd, sys
from datetime import date
from pathlib import Path
from eitc_desktop.settings import Settings, SettingsFile, SettingsNotSaved, begin_afresh
nobody = pwd.getpwnam("nobody")  # to root everything is allowed; all imports are done while the files can be read
os.setgroups([])
os.setgid(nobody.pw_gid)
os.setuid(nobody.pw_uid)
file = SettingsFile(Path(sys.argv[1]))
loaded = file.load()
print(loaded.settings == Settings(), loaded.trouble.error if loaded.trouble else "")
print(begin_afresh(file).trouble.error)
file.load()
try:
    file.save(Settings())
except SettingsNotSaved as error:
    print(error)
"""


def as_nobody(file: SettingsFile) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-B", "-c", CHILD, str(file.path)],
        cwd=Path(paths.__file__).parents[1],
        env=os.environ | {"PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become somebody else")
@pytest.mark.parametrize(("folder", "mode"), [(0o755, 0o600), (0o755, 0o644), (0o555, None), (0o700, None)])
def test_a_folder_that_may_not_be_written_is_no_crash(folder: int, mode: int | None) -> None:
    place = Path("/tmp") / f"eitc-设置-{os.getpid()}"  # noqa: S108  tmp_path is closed to other users
    file = SettingsFile(place / "settings.json")
    try:
        place.mkdir()
        if mode is not None:
            file.save(FULL)
            file.path.chmod(mode)
        place.chmod(folder)
        first, second, third = as_nobody(file)
        assert first.startswith("False" if mode == 0o644 else "True")
        assert ("无法读取" in first) == (mode == 0o600 or folder == 0o700)
        assert "没有恢复默认设置" in second
        assert "设置没有保存" in third
        if mode is not None:
            file.path.chmod(stat.S_IRUSR | stat.S_IWUSR)
            assert file.load().settings == FULL
    finally:
        place.chmod(0o755)
        shutil.rmtree(place)


def test_what_another_window_entered_meanwhile_is_kept(file: SettingsFile) -> None:
    ours, theirs = SettingsFile(file.path), SettingsFile(file.path)
    mine, other = ours.load().settings, theirs.load().settings
    theirs.save(other.with_provision("ab", ProvisionMemory(validity=ENTERED)).with_provision(DIGEST, ProvisionMemory()))
    for _ in range(2):
        mine = mine.with_provision("ab", ProvisionMemory("duty/9"))
        ours.save(replace(mine, text_size=110))
    both = file.load().settings
    assert both.text_size == 110
    assert both.of_provision("ab") == ProvisionMemory("duty/9", validity=ENTERED)
    assert DIGEST in both.provisions


def test_validity_that_was_changed_here_is_what_counts(file: SettingsFile) -> None:
    file.save(FULL)
    ours, theirs = SettingsFile(file.path), SettingsFile(file.path)
    mine, other = ours.load().settings, theirs.load().settings
    theirs.save(other.with_provision(DIGEST, ProvisionMemory(validity=EnteredValidity(Validity.REPEALED))))
    changed = ProvisionMemory(validity=EnteredValidity(Validity.IN_FORCE))
    ours.save(mine.with_provision(DIGEST, changed))
    assert file.load().settings.of_provision(DIGEST) == changed


def test_two_programs_writing_at_once_leave_a_whole_file(file: SettingsFile) -> None:
    writer = """
import sys
from dataclasses import replace
from pathlib import Path
from eitc_desktop.settings import Settings, SettingsFile
file = SettingsFile(Path(sys.argv[1]))
for size in range(80, 120):
    file.save(Settings(text_size=size, layout=sys.argv[2] * 5000))
"""
    package = str(Path(paths.__file__).parents[1])
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", writer, str(file.path), letter],
            env={**os.environ, "PYTHONPATH": package},
            stderr=subprocess.PIPE,
        )
        for letter in "AB"
    ]
    reader = SettingsFile(file.path)
    while any(each.poll() is None for each in writers):
        assert reader.load().trouble is None
    assert [each.communicate()[1] for each in writers] == [b"", b""]
    assert names(file) == ["settings.json"]
    layout = reader.load().settings.layout
    assert layout in ("A" * 5000, "B" * 5000)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("kind", 5),
        ("kind", "甲" * 21),
        ("width", -1),
        ("width", 210.5),
        ("height", "297"),
        ("type_size", "大"),
        ("type_size", 0),
        ("type_size", True),
        ("columns", 0),
        ("rows", 1000),
        ("binding", 1),
        ("maker", "甲\n乙"),
        ("maker", "甲" * (MAX_MAKER + 1)),
        ("dpi", 0),
        ("folder", None.__class__.__name__ * 2000),
    ],
)
def test_a_wrong_choice_for_printing_is_ignored_alone(file: SettingsFile, key: str, value: object) -> None:
    file.save(FULL)
    held = json.loads(file.path.read_bytes())
    held["printing"][key] = value
    put(file, json.dumps(held).encode())
    loaded = file.load()
    assert loaded.trouble is not None
    assert loaded.trouble.ignored == (f"printing.{key}",)
    assert loaded.settings.printing == replace(PRINTING, **{key: getattr(PrintChoices(), key)})


def test_printing_that_is_no_object_is_ignored(file: SettingsFile) -> None:
    put(file, b'{"printing": [1]}')
    loaded = file.load()
    assert loaded.trouble is not None
    assert loaded.trouble.ignored == ("printing",)
    assert loaded.settings.printing == PrintChoices()


@pytest.mark.parametrize(
    ("reviewer", "named"),
    [
        ({"name": "王芳", "office": "财政局", "key": "me"}, ["reviewer.key"]),
        ({"name": "王\n芳", "office": "", "key": REVIEWER.key}, ["reviewer.name"]),
        ({"office": "财政局", "key": REVIEWER.key}, []),
        ("王芳", ["reviewer"]),
    ],
)
def test_who_reviews_is_asked_again_where_it_is_not_known(
    file: SettingsFile, reviewer: object, named: list[str]
) -> None:
    put(file, json.dumps({"reviewer": reviewer}).encode())
    loaded = file.load()
    assert loaded.settings.reviewer is None
    assert list(loaded.trouble.ignored if loaded.trouble else ()) == named


def test_places_of_provisions_long_not_seen_are_forgotten_and_what_was_entered_is_not() -> None:
    settings = Settings().with_provision("first", ProvisionMemory("duty/1", ("duty/1",), ENTERED))
    for number in range(60):
        settings = settings.with_provision(f"{number}", ProvisionMemory(f"duty/{number}"))
    assert settings.of_provision("first") == ProvisionMemory(validity=ENTERED)
    assert settings.of_provision("3") == ProvisionMemory()
    assert settings.of_provision("59") == ProvisionMemory("duty/59")
    many = settings.with_provision("59", ProvisionMemory(recent=tuple("abcdefghijklmnopqrstuvwxyz")))
    assert len(many.of_provision("59").recent) == MAX_RECENT


def test_beginning_afresh_forgets_looks_and_places_but_nothing_that_was_entered(file: SettingsFile) -> None:
    beyond = {"panes": 1, "provisions": {DIGEST: {"notes": "乙"}}}
    old = replace(FULL, beyond=beyond).with_provision("ab", ProvisionMemory("duty/1"))
    for number in (1, 2):
        file.save(old)
        before = file.path.read_bytes()
        fresh = begin_afresh(SettingsFile(file.path))
        assert fresh.trouble is None
        assert fresh.settings == Settings(
            printing=PrintChoices(maker="某办"),
            reviewer=REVIEWER,
            provisions={DIGEST: ProvisionMemory(validity=ENTERED)},
            beyond={"provisions": {DIGEST: {"notes": "乙"}}},
        )
        assert file.load().settings == fresh.settings
        assert file.path.with_name(f"settings.before-reset-{number}.json").read_bytes() == before


def test_beginning_afresh_in_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "家").write_text("")
    loaded = begin_afresh(SettingsFile(tmp_path / "家" / "settings.json"))
    assert loaded.settings == Settings()
    assert loaded.trouble is not None
    assert loaded.trouble.kind is TroubleKind.NOT_RESET


def test_beginning_afresh_without_a_file_or_with_a_damaged_one(file: SettingsFile) -> None:
    assert begin_afresh(file).trouble is None
    assert names(file) == ["settings.json"]
    put(file, b"?")
    trouble = begin_afresh(file).trouble
    assert trouble is not None
    assert trouble.kind is TroubleKind.DAMAGED
    assert names(file) == ["settings.damaged-1.json", "settings.json"]


def test_where_the_settings_are(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("EITC_SETTINGS_DIR", str(tmp_path / "随身"))
    assert paths.user_settings_path() == tmp_path / "随身" / "settings.json"
    monkeypatch.delenv("EITC_SETTINGS_DIR")
    for configured in ("", str(tmp_path / "配置")):
        monkeypatch.setenv("XDG_CONFIG_HOME", configured)
        assert paths.user_settings_path().parent == platformdirs.user_config_path(paths.APP_NAME, appauthor=False)
    assert paths.user_settings_path().name == "settings.json"
    assert paths.APP_NAME in paths.user_settings_path().parts


def test_what_was_entered_is_read_without_touching_the_file(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    assert entered_validity(path, DIGEST) is None
    SettingsFile(path).save(Settings().with_provision(DIGEST, ProvisionMemory(validity=ENTERED)))
    assert entered_validity(path, DIGEST) == ENTERED
    assert entered_validity(path, DIGEST[::-1]) is None
    path.write_text("{", encoding="utf-8")
    assert entered_validity(path, DIGEST) is None
    assert [(each.name, each.read_text(encoding="utf-8")) for each in tmp_path.iterdir()] == [("settings.json", "{")]


def test_what_was_opened_last_is_read_without_touching_the_file(file: SettingsFile, tmp_path: Path) -> None:
    assert remembered_database(file.path) is None
    file.save(Settings(database="/库/甲.db"))
    assert remembered_database(file.path) == "/库/甲.db"
    file.path.write_bytes(b"{")
    assert remembered_database(file.path) is None
    assert [path.name for path in file.path.parent.iterdir()] == [file.path.name]


def test_drafts_of_programs_that_were_killed_are_swept_away(file: SettingsFile) -> None:
    file.save(Settings())
    old, new, other = (file.path.with_name(name) for name in (".settings.json.1.tmp", ".settings.json.2.tmp", "甲.tmp"))
    for path in (old, new, other):
        path.write_bytes(b"{")
        os.utime(path, (0, 0) if path != new else None)
    SettingsFile(file.path).save(Settings())
    assert sorted(file.path.parent.iterdir()) == sorted((file.path, new, other))


WRITER = """
import sys
from dataclasses import replace
from pathlib import Path
from eitc_desktop.settings import Settings, SettingsFile
file, number = SettingsFile(Path(sys.argv[1])), 0
while True:
    number += 1
    file.save(replace(file.load().settings, drawer_open=bool(number % 2), layout="x" * (number % 7 * 1000)))
    print(number, flush=True)
"""


def test_a_program_killed_while_it_writes_leaves_settings_that_are_whole(file: SettingsFile) -> None:
    file.save(Settings(text_size=150))
    for rounds in (1, 4, 9):
        with subprocess.Popen([sys.executable, "-c", WRITER, str(file.path)], stdout=subprocess.PIPE) as child:
            assert child.stdout is not None
            for _ in range(rounds):
                child.stdout.readline()
            child.kill()
        loaded = file.load()
        assert loaded.trouble is None
        assert loaded.settings.text_size == 150
