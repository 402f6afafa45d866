"""Bytes → normalised text: the document's own words, with nothing changed but the encoding and the line ends."""

from __future__ import annotations

import codecs
import re

from eitc_desktop.errors import UnreadableText
from eitc_desktop.phrases import Phrase

MAX_BYTES = 16 * 1024 * 1024
"""Largest file that is read. A provision has some 20 KB; what is larger is something else."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")


def decode(data: bytes) -> str:
    """Return the normalised text of *data*: decoded, byte-order mark removed, CRLF and CR turned into LF.

    UTF-8 and UTF-16 are known by their mark, UTF-8 also without; anything else is tried as GB18030. A last
    character that was cut in two is left out.

    Raises:
        UnreadableText: if *data* is empty, larger than ``MAX_BYTES``, or not text.
    """
    if len(data) > MAX_BYTES:
        raise UnreadableText(Phrase("Errors", "文件超过 {0} MiB，不像是三定规定，未读取。"), MAX_BYTES // 1024 // 1024)
    text = _decoded(data).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise UnreadableText(Phrase("Errors", "文件是空的，没有可读的文字。"))
    if len(_CONTROL.findall(text)) * 500 > len(text):
        raise UnreadableText(
            Phrase("Errors", "文件不是纯文本（可能是图片、压缩包或 Word 文件），请另存为 .txt 后再读取。")
        )
    return text


def _decoded(data: bytes) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            text = _strictly(data[len(mark) :], encoding)
            if text is not None:
                return text
    for encoding in ("utf-8", "gb18030"):
        text = _strictly(data, encoding)
        if text is not None:
            return text
    raise UnreadableText(Phrase("Errors", "无法识别文件的文字编码，请另存为 UTF-8 或 GB18030 编码的文本后再读取。"))


def _strictly(data: bytes, encoding: str) -> str | None:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        # Not final: a file cut off inside its last character is still read up to there.
        return decoder.decode(data)
    except UnicodeDecodeError:
        return None
