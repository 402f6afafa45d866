"""The window's language: which translations Qt looks words up in, and how numbers and dates are written."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from eitc_desktop import paths
from eitc_desktop.settings import Language

_INSTALLED = "translators"  # the application's property that holds them, by name


def install_translations(app: QCoreApplication, language: Language) -> None:
    """Let everything made from now on speak *language*; what is there already keeps its words.

    The code is Chinese: only Qt's own words need a translation there. In English it is the other way about.
    """
    QLocale.setDefault(_locale(language))
    wanted = translation_files(language)
    # a search among the application's children would make Python know them all, which the first picture waits for
    installed: dict[str, QTranslator] = app.property(_INSTALLED) or {}
    if installed.keys() == wanted.keys():
        return
    for translator in installed.values():
        app.removeTranslator(translator)
        translator.setParent(None)
    made = {name: QTranslator(app) for name in wanted}
    for name, translator in made.items():
        if translator.load(name, wanted[name]):
            app.installTranslator(translator)
    app.setProperty(_INSTALLED, made)


def translation_files(language: Language) -> dict[str, str]:
    """Return the files without which something isn't said in *language*: their names and their folders."""
    ours = str(paths.resources_dir() / "i18n")
    match language:
        case Language.CHINESE:
            qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            return {"qtbase_zh_CN": qt, "qt_gaps_zh_CN": ours}
        case Language.ENGLISH:
            return {"eitc_desktop_en": ours}


def _locale(language: Language) -> QLocale:
    match language:
        case Language.CHINESE:
            return QLocale(QLocale.Language.Chinese, QLocale.Country.China)
        case Language.ENGLISH:
            return QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
