"""What comes with the program: fonts, database, translations, icons, licences, Qt's plugins and Python's modules."""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QSize, QTranslator
from PySide6.QtGui import QFontDatabase, QImage, QRawFont
from PySide6.QtWidgets import QApplication

import eitc_desktop
from eitc_desktop import paths
from eitc_desktop.gui.drawing.families import BUNDLED_FILES
from eitc_desktop.gui.fonts import fonts_report
from eitc_desktop.gui.icons import WINDOW_ICON_SIZES, Icon, icon
from eitc_desktop.gui.self_check.scene import Check, Scene, is_drawn_on, require
from eitc_desktop.gui.theme import LIGHT, Tokens
from eitc_desktop.gui.translations import translation_files
from eitc_desktop.services.build import build_database
from eitc_desktop.services.checking import check_database
from eitc_desktop.services.lacking import describe_lacking
from eitc_desktop.services.library import open_library
from eitc_desktop.services.licences import licences
from eitc_desktop.settings import Language

_PIXELS = 16.0
_SHOWN = 12  # characters of a digest
_PLUGINS = {
    "linux": ("platforms/*qxcb*", "platforms/*qoffscreen*", "platforminputcontexts/*ibus*", "printsupport/*cups*"),
    "win32": ("platforms/*qwindows*", "platforms/*qoffscreen*"),
}
_ARROWS = ("arrow-dark.png", "arrow-dark@2x.png", "arrow-light.png", "arrow-light@2x.png")  # of the style sheet
_OURS = ("eitc_desktop", "PySide6", "shiboken6", "shibokensupport", "signature_bootstrap")
"""Modules of which the list of licences tells without their packages' metadata."""

_STARTERS = ("pyimod", "pyi_", "_pyi", "__", "_sysconfigdata")
"""Beginnings of what a packaged program is started by, of the module that was started, and of one of Python's own."""


def fonts(_scene: Scene) -> str:
    """Load each font file that comes along, under the name by which it is asked for."""
    folder, count = paths.resources_dir() / "fonts", 0
    for family, files in BUNDLED_FILES.items():
        for name in files:
            path = folder / name
            require(path.is_file(), f"缺少字体文件 {name}")
            number = QFontDatabase.addApplicationFont(str(path))
            found = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
            require(family in found, f"字体文件 {name} 不能用，或不是 {family}")
            require(QRawFont(str(path), _PIXELS).isValid(), f"字体文件 {name} 不能用来画字")
            count += 1
    return f"{count} 个字体文件，界面用 {QApplication.font().family()}"


def characters(scene: Scene) -> str:
    """See that every character of the library's and the program's own texts can be drawn."""
    with open_library(scene.database) as library:
        provisions = [library.load(summary.id) for summary in library.provisions()]
    shipped = [path.read_text(encoding="utf-8") for path in sorted(paths.provisions_dir().glob("*.txt"))]
    report = fonts_report("".join((*(provision.text for provision in provisions), *shipped)))
    require(not report.lacking, "；".join(describe_lacking(report.lacking, provisions)))
    return f"{report.family}，{len(provisions)} 份三定规定的字符都能显示"


def database(scene: Scene) -> str:
    """Check the library's structure, and that each of its provisions is what its own text gives."""
    state = check_database(scene.database)
    require(not state.complaints, "；".join(state.complaints))
    require(state.provisions, "数据库中没有三定规定")
    return f"完好，{len(state.provisions)} 份三定规定，内容校验值 {state.digest[:_SHOWN]}…"


def rebuild(scene: Scene) -> str:
    """Build the database that comes along anew from its texts, and compare."""
    fresh = scene.folder / "fresh.db"
    report = build_database(fresh, paths.provisions_dir())
    built, shipped = check_database(fresh), check_database(paths.default_database())
    require(not built.complaints, "；".join(built.complaints))
    same = built.digest == shipped.digest
    require(same, f"重建的内容（{built.digest[:_SHOWN]}…）与随程序提供的（{shipped.digest[:_SHOWN]}…）不同")
    return f"由 {len(report.provisions)} 份原文重建，内容相同"


def translations(_scene: Scene) -> str:
    """Load every file of translations."""
    names: list[str] = []
    for language in Language:
        for name, folder in translation_files(language).items():
            translator = QTranslator()
            require(translator.load(name, folder) and not translator.isEmpty(), f"缺少翻译文件 {name}.qm，或不能用")
            names.append(name)
    return "、".join(names)


def icons(_scene: Scene) -> str:
    """Paint every icon, and read every picture."""
    tokens = Tokens(LIGHT)
    for each in Icon:
        require(is_drawn_on(icon(tokens, each).pixmap(QSize(24, 24)).toImage()), f"缺少图标 {each.value}")
    folder = paths.resources_dir() / "icons"
    pictures = [f"eitc-desktop-{side}.png" for side in WINDOW_ICON_SIZES]
    for name in (*pictures, *_ARROWS):
        image = QImage(str(folder / name))
        require(not image.isNull() and is_drawn_on(image), f"缺少图片 {name}，或不能用")
    return f"{len(Icon)} 个图标，{len(pictures) + len(_ARROWS)} 张图片"


def licence_texts(_scene: Scene) -> str:
    """See that everything that comes along has the text of its licence, every package that is in use among it."""
    known = licences()
    without = [each.name for each in known if not each.text().strip()]
    complaints = [f"没有许可证原文：{'、'.join(without)}"] if without else []
    if paths.find_home().kind is paths.HomeKind.PACKAGED:  # elsewhere more is installed than comes along
        unnamed = _modules_without(_key(each.name) for each in known)
        complaints += [f"许可证清单中没有这些模块所属的包：{'、'.join(unnamed)}"] if unnamed else []
    require(not complaints, "；".join(complaints))
    return f"{len(known)} 项，都有原文"


def _modules_without(packages: Iterable[str]) -> list[str]:
    """Return the loaded modules that belong to none of *packages*.

    Which module is whose a packaged program may not know: there a package's name need only hold the module's
    (docx: python-docx).
    """
    named, owners = set(packages), metadata.packages_distributions()
    return [
        name
        for name in sorted(_foreign_modules())
        if named.isdisjoint(map(_key, owners.get(name, ()))) and not any(_key(name) in package for package in named)
    ]


def plugins(_scene: Scene) -> str:
    """See that Qt's plugins are there that the program can't do without on this system."""
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    patterns = _PLUGINS.get(sys.platform, ())
    for pattern in patterns:
        require(any(folder.glob(pattern)), f"缺少 Qt 插件 {pattern.replace('*', '')}")
    return "、".join(pattern.rpartition("/")[2].strip("*") for pattern in patterns)


def printing_untouched(_scene: Scene) -> str:
    """See that nothing so far has asked for a printer: nobody who does can do without this module."""
    require("PySide6.QtPrintSupport" not in sys.modules, "没有要求打印，却载入了 Qt 的打印模块")
    return "没有载入 Qt 的打印模块，没有找过打印机"


def network_untouched(_scene: Scene) -> str:
    """See that no connection to a network is open, nor Qt's module for them loaded."""
    require("PySide6.QtNetwork" not in sys.modules, "载入了 Qt 的网络模块")
    if sys.platform != "linux":
        return "没有载入 Qt 的网络模块"
    foreign = open_connections() - _to_the_screen()
    require(not foreign, f"打开了 {len(foreign)} 个网络连接")
    return "没有载入 Qt 的网络模块，没有打开网络连接"


def modules(_scene: Scene) -> str:
    """Import every module of the program, whether or not a check has come upon it, and Qt's for printing."""
    names = [
        found.name
        for found in pkgutil.walk_packages(eitc_desktop.__path__, "eitc_desktop.")
        if not found.name.endswith("__main__")
    ]
    for name in (*names, "PySide6.QtPrintSupport"):
        importlib.import_module(name)
    return f"{len(names)} 个模块"


def open_connections() -> frozenset[str]:
    """Return the sockets of this process that belong to a network, by their numbers in the system (Linux only)."""
    own: set[str] = set()
    for entry in Path("/proc/self/fd").iterdir():
        try:
            target = str(entry.readlink())
        except OSError:  # closed meanwhile
            continue
        if target.startswith("socket:["):
            own.add(target[len("socket:[") : -1])
    networks: set[str] = set()
    for table in ("tcp", "tcp6", "udp", "udp6", "raw", "raw6", "packet"):
        path = Path("/proc/self/net", table)
        if path.is_file():
            networks |= {word for line in path.read_text().splitlines()[1:] for word in line.split()}
    return frozenset(own & networks)


def _to_the_screen() -> frozenset[str]:
    """Return the connections to a screen of another computer (DISPLAY=host:0): there the window itself is one."""
    display = os.environ.get("DISPLAY", "")
    remote = display.partition(":")[0] not in {"", "unix"} and not display.startswith("/")
    return open_connections() if remote else frozenset()


def _foreign_modules() -> frozenset[str]:
    """Return the modules loaded that are neither Python's own nor ours, by the names of their packages."""
    tops = {name.partition(".")[0] for name, module in sys.modules.items() if _has_a_file(module)}
    return frozenset(
        name
        for name in tops
        if name not in sys.stdlib_module_names and name not in _OURS and not name.startswith(_STARTERS)
    )


def _has_a_file(module: object) -> bool:
    return bool(getattr(module, "__file__", None))


def _key(name: str) -> str:
    return name.lower().replace("_", "-").replace(".", "-")


RESOURCES = (
    Check("fonts", "随程序提供的字体", fonts),
    Check("characters", "原文的每个字符", characters),
    Check("database", "数据库完好", database),
    Check("rebuild", "由原文重建数据库", rebuild),
    Check("translations", "翻译文件", translations),
    Check("icons", "图标", icons),
    Check("licences", "许可证原文", licence_texts),
    Check("plugins", "Qt 插件", plugins),
    Check("printer", "不找打印机", printing_untouched),
    Check("network", "不联网", network_untouched),
    Check("modules", "程序的每个模块", modules),
)
"""The checks of what comes along, and of what was left alone; the last of them loads whatever there is."""
