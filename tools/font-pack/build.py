"""Rebuilds templates/fonts from the fonts named in sources.json.

Chromium reads and subsets the whole font file of every glyph a PDF uses, so many small files print about twice as
fast as few large ones. Each slice is a TrueType family of its own (CFF faces come out of Chromium as Type 3 fonts).
Within one slice no two code points share a glyph: the PDF maps a glyph back to exactly one code point, so the text
that is read out of a certificate is the text that went in, compatibility ideographs and radicals included.
"""

import argparse
import hashlib
import io
import json
import pathlib
import sys
import unicodedata

import brotli
from fontTools import subset
from fontTools.ttLib import TTFont

HERE = pathlib.Path(__file__).parent
BITMAP_CODE_POINTS = 0x34000
COMMON_SLICE_EXTRA = [(0x20, 0x2FFF), (0x3000, 0x33FF), (0xFE10, 0xFFEF)]
# Never printable, see domain/certificate/printable.ts; and U+2011, for which HarfBuzz puts the hyphen U+2010.
NEVER = [(0x0, 0x1F), (0x7F, 0x9F), (0xAD, 0xAD), (0x2011, 0x2011), (0xD800, 0xF8FF), (0xFE00, 0xFE0F), (0xE0000, 0x10FFFF)]
# BabelStone's symbols are under other licences than its Han characters: only Han is taken from it.
HAN = [(0x2E80, 0x2FDF), (0x31C0, 0x31EF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x33FFF)]
COMPATIBILITY = [(0xF900, 0xFAFF), (0x2F800, 0x2FA1F)]
TAKE = {"all": [(0x20, 0x10FFFF)], "common": [(0x20, 0x10FFFF)], "han": HAN, "compatibility": COMPATIBILITY}
# With these blocks complete, a name of GB 18030-2022 level 3 prints but for the holes of G and H.
BLOCKS = {
    "CJK Unified Ideographs": (0x4E00, 0x9FFF),
    "Extension A": (0x3400, 0x4DBF),
    "Extension B": (0x20000, 0x2A6DF),
    "Extension C": (0x2A700, 0x2B739),
    "Extension D": (0x2B740, 0x2B81D),
    "Extension E": (0x2B820, 0x2CEA1),
    "Extension F": (0x2CEB0, 0x2EBE0),
    "Extension G": (0x30000, 0x3134A),
    "Extension H": (0x31350, 0x323AF),
    "Extension I": (0x2EBF0, 0x2EE5D),
    "Compatibility Ideographs": (0xF900, 0xFA6D),
    "Compatibility Ideographs, second part": (0xFA70, 0xFAD9),
    "Compatibility Ideographs Supplement": (0x2F800, 0x2FA1D),
}


def within(code_point, ranges):
    return any(first <= code_point <= last for first, last in ranges)


def gb2312():
    found = set()
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                found.add(ord(bytes([row, cell]).decode("gb2312")))
            except UnicodeDecodeError:
                pass
    return found


COMMON = gb2312()


def is_common(code_point):
    return code_point in COMMON or within(code_point, COMMON_SLICE_EXTRA)


def equivalent_of(code_point):
    """The one character that is canonically equivalent, e.g. 〈 U+3008 of 〈 U+2329, if there is one."""
    parts = unicodedata.decomposition(chr(code_point)).split()
    return int(parts[0], 16) if len(parts) == 1 else None


def plan(source, cmap, taken):
    """Splits a source's code points into slices, none with one glyph twice."""
    wanted = [c for c in sorted(cmap) if c not in taken and not within(c, NEVER)]
    wanted = [c for c in wanted if within(c, TAKE[source["take"]])]
    if source["take"] != "compatibility":
        wanted = [c for c in wanted if equivalent_of(c) is None]
    common = [c for c in wanted if is_common(c)] if source["take"] in ("all", "common") else []
    chosen = set(common)
    rest = [] if source["take"] == "common" else [c for c in wanted if c not in chosen]
    size = source["glyphsPerSlice"]
    groups = ([common] if common else []) + [rest[i : i + size] for i in range(0, len(rest), size)]
    slices, shared = [], []
    for group in groups:
        glyphs, unique = set(), []
        # Of two that share a glyph the everyday one stays: 一 U+4E00, not the radical ⼀ U+2F00.
        for c in sorted(group, key=lambda c: (c not in COMMON, not 0x3400 <= c < 0xF900, c)):
            if cmap[c] in glyphs:
                shared.append(c)
            else:
                glyphs.add(cmap[c])
                unique.append(c)
        slices.append(unique)
    while shared and source["take"] != "common":
        glyphs, unique, left = set(), [], []
        for c in shared:
            (left if cmap[c] in glyphs else unique).append(c)
            glyphs.add(cmap[c])
        slices.append(unique)
        shared = left
    return without_seams(slices)


def without_seams(slices):
    """Takes the first character of each run of 0x400 out of its slice into one of their own. Chromium tells a reader
    what a row of glyphs means by its first character and counts on from there, but in UTF-16 the count breaks where the
    high surrogate changes: with U+20FFF and U+21000 side by side in one font, the second is read as another one."""
    seams = [c for group in slices for c in group if is_seam(c)]
    whole = [[c for c in group if not is_seam(c)] for group in slices]
    return whole + ([seams] if seams else [])


def is_seam(code_point):
    return code_point >= 0x10000 and code_point % 0x400 == 0


def cut(path, code_points, family, style, notice):
    options = subset.Options()
    options.layout_features = []
    options.notdef_outline = True
    options.glyph_names = False
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "DSIG", "vhea", "vmtx", "VORG", "gasp", "meta", "STAT"]
    font = TTFont(path, lazy=True, recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=code_points)
    subsetter.subset(font)
    name = font["name"]
    for name_id in (10, 16, 17, 21, 22):
        name.removeNames(nameID=name_id)
    full = family if style == "Regular" else f"{family} {style}"
    for name_id, text in ((1, family), (2, style), (3, full), (4, full), (6, full.replace(" ", "")), (10, notice)):
        name.removeNames(nameID=name_id)
        name.setName(text, name_id, 3, 1, 0x409)
    bold = style == "Bold"
    font["OS/2"].usWeightClass = 700 if bold else 400
    font["OS/2"].fsSelection = 0x20 if bold else 0x40
    font["head"].macStyle = 1 if bold else 0
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def check_order(planned):
    """A browser whose font lacks 隆 U+F9DC but has 隆 U+9686, its canonical equivalent, prints the latter without a
    word (HarfBuzz normalises before it falls back). So the equivalent must never stand in an earlier family."""
    slice_of = {c: index for index, (_, _, code_points) in enumerate(planned) for c in code_points}
    for c, index in slice_of.items():
        equivalent = equivalent_of(c)
        if equivalent is not None and slice_of.get(equivalent, index) < index:
            sys.exit(f"U+{c:04X} would be printed as its equivalent U+{equivalent:04X}: change the order of sources.json")


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def write_slice(options, source, number, code_points):
    family = f"{source['family']} {number:02d}"
    notice = (
        f"Modified font: {len(code_points)} characters cut out of {source['title']} {source['version']}, layout "
        f"tables and hints removed, renamed, {source['modifiedOn']}, by the Tongban project. "
        f"Rebuild with tools/font-pack. Licence: {source['licence']}."
    )
    data = cut(options.sources / source["file"], code_points, family, source["style"], notice)
    packed = brotli.compress(data, quality=11, lgwin=24)
    file = family.lower().replace(" ", "-") + ("-bold" if source["style"] == "Bold" else "") + ".ttf"
    (options.out / f"{file}.br").write_bytes(packed)
    print(f"{file} {len(code_points)} {len(data)} -> {len(packed)}", flush=True)
    return {
        "family": family,
        "style": source["style"],
        "file": file,
        "source": source["id"],
        "codePoints": len(code_points),
        "bytes": len(data),
        "sha256": sha256(data),
    }


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--sources", type=pathlib.Path, required=True, help="folder that holds the source TTFs")
    arguments.add_argument("--out", type=pathlib.Path, default=HERE.parent.parent / "templates" / "fonts")
    options = arguments.parse_args()
    sources = json.loads((HERE / "sources.json").read_text("utf-8"))
    options.out.mkdir(parents=True, exist_ok=True)
    taken, planned, bold, bitmap = set(), [], [], bytearray(BITMAP_CODE_POINTS >> 3)
    for source in sources:
        path = options.sources / source["file"]
        actual = sha256(path.read_bytes())
        if actual != source["sha256"]:
            sys.exit(f"{path}: sha256 is {actual}, sources.json names {source['sha256']}")
        cmap = TTFont(path, lazy=True).getBestCmap()
        if source["style"] == "Bold":
            bold += [(source, number, group) for number, group in enumerate(plan(source, cmap, set()))]
        else:
            groups = plan(source, cmap, taken)
            planned += [(source, number, group) for number, group in enumerate(groups)]
            taken |= {c for group in groups for c in group}
    check_order(planned)
    for stale in options.out.glob("*.ttf.br"):
        stale.unlink()
    slices = [write_slice(options, *one) for one in planned + bold]
    for c in taken:
        if c < BITMAP_CODE_POINTS:
            bitmap[c >> 3] |= 1 << (c & 7)
    (options.out / "coverage.bin").write_bytes(bytes(bitmap))
    manifest = {
        "sources": [{k: v for k, v in s.items() if k not in ("take", "glyphsPerSlice", "style", "family")} for s in sources],
        "slices": slices,
        "coverage": {
            "file": "coverage.bin",
            "sha256": sha256(bytes(bitmap)),
            "blocks": {n: [sum(c in taken for c in range(a, b + 1)), b - a + 1] for n, (a, b) in BLOCKS.items()},
        },
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
    (options.out / "manifest.json").write_text(text, "utf-8")


main()
