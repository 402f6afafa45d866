"""中文输入: which input method was found, whether it reaches the program, and what to do where it doesn't."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from eitc_desktop.gui.dialogs.fitted import FittedDialog
from eitc_desktop.gui.theme import Tokens
from eitc_desktop.services.input_method import Choice, Programs, Way

_FCITX, _IBUS = "fcitx", "ibus"
_SIZE = QSize(50, 31)  # in characters


def start_notice(choice: Choice) -> str | None:
    """Return what to tell once at the start; None where Chinese can be typed, or where that can't be known."""
    if choice.way is not Way.NONE:
        return None
    return QCoreApplication.translate("InputMethodDialog", "现在打不出中文，办法见“帮助”菜单中的“中文输入”")


class InputMethodDialog(FittedDialog):
    """Says how Chinese gets into the program, or step by step how to let it in; all its words can be copied."""

    def __init__(self, tokens: Tokens, choice: Choice, programs: Programs, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("中文输入"), _SIZE, parent)
        self._state = QLabel(_state(choice), self)
        self._state.setTextFormat(Qt.TextFormat.PlainText)
        self._state.setWordWrap(True)
        self._state.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        font = self._state.font()
        font.setBold(True)
        self._state.setFont(font)
        self._advice = QPlainTextEdit("\n\n".join(_advice(choice, programs)), self)
        self._advice.setReadOnly(True)
        self._advice.setTabChangesFocus(True)
        self._advice.setAccessibleName(self.tr("查到的情况和办法"))
        buttons = QDialogButtonBox(self)
        copy = buttons.addButton(self.tr("复制内容(&C)"), QDialogButtonBox.ButtonRole.ActionRole)
        close = buttons.addButton(self.tr("关闭"), QDialogButtonBox.ButtonRole.RejectRole)
        copy.clicked.connect(self.copy_words)
        close.clicked.connect(self.reject)
        body = QVBoxLayout()
        body.setSpacing(tokens.space_m)
        body.addWidget(self._state)
        body.addWidget(self._advice, 1)
        self.fill(body, buttons, (self._advice,))

    @property
    def words(self) -> str:
        """All that the dialog says."""
        return f"{self._state.text()}\n\n{self._advice.toPlainText()}"

    def copy_words(self) -> None:
        """Put all that the dialog says on the clipboard."""
        QGuiApplication.clipboard().setText(self.words)


def _state(choice: Choice) -> str:
    translate = QCoreApplication.translate
    match choice.way:
        case Way.SYSTEM:
            return translate("InputMethodDialog", "中文用系统的输入法输入，本程序不需要设置。")
        case Way.DESKTOP:
            return translate("InputMethodDialog", "中文由桌面的输入法输入，本程序无法查知它是否可用。")
        case Way.MODULE:
            return translate("InputMethodDialog", "可以输入中文：本程序带有桌面所用输入法的接口。")
        case Way.IBUS if choice.method == _FCITX:
            return translate("InputMethodDialog", "可以输入中文：找到了正在运行的 fcitx5，经它的 IBus 前端输入。")
        case Way.IBUS:
            return translate("InputMethodDialog", "可以输入中文：找到了正在运行的 IBus。")
        case Way.DECLINED:
            return translate("InputMethodDialog", "打不出中文：本机的设置要求不使用输入法。")
        case Way.NONE if choice.method:
            words = translate("InputMethodDialog", "打不出中文：桌面所用的输入法是 {0}，本程序启动时没能连上它。")
            return words.format(choice.method)
        case Way.NONE:
            return translate("InputMethodDialog", "打不出中文：本程序启动时，没有找到正在运行的输入法。")


def _advice(choice: Choice, programs: Programs) -> list[str]:
    """Return paragraphs: what was found, what to do about it, what helps at once."""
    hurry = QCoreApplication.translate(
        "InputMethodDialog",
        "急用时：\n"
        "· 机构树的筛选框可以直接输入拼音或拼音首字母；\n"
        "· 在别的程序中打好字，复制后到筛选框中按 Ctrl+V 粘贴。",
    )
    match choice.way:
        case Way.SYSTEM:
            return [hurry]
        case Way.MODULE | Way.IBUS:
            return [_switching(), _found(choice, programs)]
        case Way.DECLINED:
            return [_undoing(), _found(choice, programs), hurry]
        case Way.DESKTOP | Way.NONE:
            return [*_steps(choice, programs), hurry, _found(choice, programs)]


def _steps(choice: Choice, programs: Programs) -> list[str]:
    """Return how to let the input method in that is here; where none is, how to come by one."""
    here = {*programs.installed, *programs.running}
    steps: list[str] = []
    if "fcitx5" in here:
        steps.append(_with_fcitx5())
    elif _FCITX in here:
        steps.append(_with_fcitx4())
    if "ibus-daemon" in here and (not steps or choice.method == _IBUS):
        steps.insert(0, _with_ibus())
    return [*(steps or [_with_fcitx5(), _with_ibus()]), _names()]


def _switching() -> str:
    return QCoreApplication.translate(
        "InputMethodDialog",
        "切换中英文用输入法自己的按键，常见的是 Ctrl+空格、Shift 或 Super+空格，本程序不占用这些键。\n"
        "选好的字词上屏以后才开始筛选，正在拼写的不算。",
    )


def _undoing() -> str:
    return QCoreApplication.translate(
        "InputMethodDialog",
        "本机的环境变量 QT_IM_MODULES 或 QT_IM_MODULE 设为不用输入法。\n"
        "要输入中文，请去掉它，注销并重新登录，再打开本程序。",
    )


def _with_fcitx5() -> str:
    return QCoreApplication.translate(
        "InputMethodDialog",
        "用 fcitx5 输入：\n"
        "1. 没有安装的，请管理员在终端运行：\n"
        "   sudo apt install fcitx5 fcitx5-chinese-addons fcitx5-config-qt im-config\n"
        "   自己再运行下面一行，注销并重新登录：\n"
        "   im-config -n fcitx5\n"
        "2. 看屏幕角上有没有输入法的图标。没有的，在终端运行：fcitx5 -d\n"
        "3. 打开“Fcitx 5 配置”，看“附加组件”中的“IBus 前端”是否勾选；看不到它的，先勾选“显示高级选项”。\n"
        "4. 关闭本程序，再打开。先有输入法、后开本程序，才连得上；环境变量不用改。",
    )


def _with_fcitx4() -> str:
    return QCoreApplication.translate(
        "InputMethodDialog",
        "本机的 fcitx 是第 4 版，没有本程序能用的接口。有两个办法，任选一个。\n\n"
        "办法一：其他程序照旧用 fcitx，只为本程序加装 IBus：\n"
        "1. 请管理员在终端运行：\n"
        "   sudo apt install ibus ibus-libpinyin\n"
        "2. 在终端运行第一行，等几秒再运行第二行，每次登录后都要如此：\n"
        "   ibus-daemon -d\n"
        "   ibus engine libpinyin\n"
        "3. 关闭本程序，再打开。按 Shift 切换中英文。\n\n"
        "办法二：改用 fcitx5，它会取代第 4 版：\n"
        "1. 请管理员在终端运行：\n"
        "   sudo apt install fcitx5 fcitx5-chinese-addons fcitx5-config-qt im-config\n"
        "2. 自己再运行下面一行，注销并重新登录，再打开本程序：\n"
        "   im-config -n fcitx5",
    )


def _with_ibus() -> str:
    return QCoreApplication.translate(
        "InputMethodDialog",
        "用 IBus 输入：\n"
        "1. 没有安装的，请管理员在终端运行：\n"
        "   sudo apt install ibus ibus-libpinyin im-config\n"
        "   自己再运行下面一行，注销并重新登录：\n"
        "   im-config -n ibus\n"
        "2. 在终端运行 ibus-setup，在“输入法”页中添加汉语拼音输入法。\n"
        "3. 关闭本程序，再打开。按 Super+空格（Super 键上常印着 Windows 标志）切换到拼音。",
    )


def _names() -> str:
    return QCoreApplication.translate(
        "InputMethodDialog",
        "命令适用于 Debian、统信 UOS、麒麟等用 apt 安装软件的系统；软件包的名称如有不同，以本机软件源为准。\n"
        "本机是哪一版，可在终端运行 fcitx5 --version、fcitx --version 或 ibus version 查看。",
    )


def _found(choice: Choice, programs: Programs) -> str:
    translate = QCoreApplication.translate
    none = translate("InputMethodDialog", "无")
    between = translate("InputMethodDialog", "、")
    asked = between.join(choice.found) or none
    set_here = between.join(f"{name}={value}" for name, value in choice.variables.items()) or none
    return "\n".join(
        (
            translate("InputMethodDialog", "查到的情况："),
            translate("InputMethodDialog", "· 桌面的设置：{0}").format(asked),
            translate("InputMethodDialog", "· 已安装：{0}").format(between.join(programs.installed) or none),
            translate("InputMethodDialog", "· 正在运行：{0}").format(between.join(programs.running) or none),
            translate("InputMethodDialog", "· 本程序启动时自动补充的设置：{0}").format(set_here),
        )
    )
