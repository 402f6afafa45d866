"""Words for the kinds of things, and for what comes from below the window, used alike by every pane."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from eitc_desktop.errors import EitcError
from eitc_desktop.model.facts import FactKind
from eitc_desktop.model.findings import phrase_of
from eitc_desktop.model.provision import Finding, Role, RolePosition
from eitc_desktop.phrases import Listed, Phrase, Sentence
from eitc_desktop.settings import Validity

_KINDS: Mapping[FactKind, Phrase] = MappingProxyType(
    {
        FactKind.TITLE: Phrase("FactKind", "标题"),
        FactKind.DOCUMENT_NUMBER: Phrase("FactKind", "文号"),
        FactKind.ISSUED: Phrase("FactKind", "印发日期"),
        FactKind.EFFECTIVE: Phrase("FactKind", "施行日期"),
        FactKind.BODY: Phrase("FactKind", "机关名称"),
        FactKind.STATUS: Phrase("FactKind", "机关性质"),
        FactKind.LEVEL: Phrase("FactKind", "规格"),
        FactKind.BASIS: Phrase("FactKind", "设立依据"),
        FactKind.NAMEPLATE: Phrase("FactKind", "机关牌子"),
        FactKind.SECTION: Phrase("FactKind", "章节"),
        FactKind.CHANGE: Phrase("FactKind", "职能转变"),
        FactKind.CHANGE_ITEM: Phrase("FactKind", "职能转变分项"),
        FactKind.DUTY: Phrase("FactKind", "主要职责"),
        FactKind.DUTY_ITEM: Phrase("FactKind", "职责分项"),
        FactKind.DIVISION: Phrase("FactKind", "内设机构"),
        FactKind.SECOND_NAME: Phrase("FactKind", "括号内名称"),
        FactKind.DIVISION_NAMEPLATE: Phrase("FactKind", "内设机构牌子"),
        FactKind.DIVISION_DUTY: Phrase("FactKind", "内设机构职责"),
        FactKind.DIVISION_COUNT: Phrase("FactKind", "内设机构数"),
        FactKind.CO_LOCATION: Phrase("FactKind", "合署办公"),
        FactKind.QUOTA: Phrase("FactKind", "编制职数"),
        FactKind.ACTUAL_STAFF: Phrase("FactKind", "实有人数"),
        FactKind.SPLIT: Phrase("FactKind", "职责分工"),
        FactKind.MATTER: Phrase("FactKind", "分工事项"),
        FactKind.ROLE: Phrase("FactKind", "协作角色"),
        FactKind.MECHANISM: Phrase("FactKind", "协调机制"),
        FactKind.HOSTED_OFFICE: Phrase("FactKind", "设在机构"),
        FactKind.REFERENCE: Phrase("FactKind", "引用文件"),
        FactKind.CLOSING: Phrase("FactKind", "附则"),
    }
)

_BUILD_COMMAND = re.compile(r"用 eitc-desktop build-db ?(?:重新|另行)?生成")


def in_the_window(error: EitcError) -> str:
    """Return an error's words for somebody at a window: in its language, and with a menu as the way out.

    The translations name the menu themselves; the Chinese sentences name a command, for they are the command line's.
    """
    if error.phrase is None:
        return str(error)
    way_out = QCoreApplication.translate("Errors", "从菜单“文件”的“打开数据库”另选一个")
    return _BUILD_COMMAND.sub(way_out, said(error.phrase, *error.values))


def sentence_of(error: EitcError) -> str:
    """Return an error's words as they stand alone: with a full stop."""
    words = in_the_window(error)
    sentence = QCoreApplication.translate("Punctuation", "{0}。").format(words)
    return words if words.endswith(sentence[-1]) else sentence


def said(phrase: Phrase, *values: object) -> str:
    """Return a phrase in the window's language with *values* in its places; phrases and errors among them too."""
    words = QCoreApplication.translate(phrase.context, phrase.words)
    return words.format(*(_said_of(value) for value in values))


def sentence_said(sentence: Sentence) -> str:
    """Return a sentence in the window's language, and all that stands in its places."""
    return said(sentence.phrase, *sentence.values)


def _said_of(value: object) -> object:
    match value:
        case Phrase():
            return said(value)
        case Sentence():
            return sentence_said(value)
        case Listed():
            return listed(str(_said_of(each)) for each in value.values)
        case EitcError():
            return in_the_window(value)
        case _:
            return value


def finding_words(finding: Finding) -> str:
    """Return what a finding says in the window's language; the stored sentence where its code isn't known."""
    found = phrase_of(finding)
    return finding.message if found is None else said(found[0], *found[1])


def role_name(role: Role) -> str:
    """Return an agency's part: its verb as worded, or that another agency's verb is about it."""
    if role.position is RolePosition.PARTNER:
        return QCoreApplication.translate("Roles", "{0}的对象").format(role.verb.text)
    return role.verb.text


def listed(words: Iterable[str]) -> str:
    """Return *words* with the mark between them that a list has in the window's language."""
    return QCoreApplication.translate("Punctuation", "、").join(words)


def labelled(label: str, words: str) -> str:
    """Return *words* behind their label."""
    return QCoreApplication.translate("Punctuation", "{0}：{1}").format(label, words)


def validity_word(validity: Validity) -> str:
    """Return what the interface calls a state of validity: 现行, 已修订, 已废止 or 未核实."""
    translate = QCoreApplication.translate
    match validity:
        case Validity.IN_FORCE:
            return translate("Validity", "现行")
        case Validity.AMENDED:
            return translate("Validity", "已修订")
        case Validity.REPEALED:
            return translate("Validity", "已废止")
        case Validity.UNVERIFIED:
            return translate("Validity", "未核实")


def fact_kind_name(kind: FactKind) -> str:
    """Return what the interface calls a kind of fact."""
    return said(_KINDS[kind])
