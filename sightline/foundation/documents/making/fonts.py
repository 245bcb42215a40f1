"""The open fonts of documents, and which signs they have: a sign that no font has must not keep a letter back."""

from __future__ import annotations

import struct
from functools import cache
from pathlib import Path

import fontpkg_noto_sans
import fontpkg_noto_sans_arabic
import typst

FAMILIES = (fontpkg_noto_sans, fontpkg_noto_sans_arabic)
MISSING = "\ufffd"  # stands for a sign that no font has
BEYOND_BASIC, BASIC = 12, 4  # the formats of a table that says which glyph a sign has
PLACES_NO_GLYPH = frozenset("\n\t\u00ad\u200b\u200c\u200d\u200e\u200f")


@cache
def fonts() -> typst.Fonts:
    """The fonts, read once; the machine's own are left alone, so that a document looks the same everywhere."""
    folders = [str(Path(family.ROOT) / "files") for family in FAMILIES]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(folders))


@cache
def signs() -> frozenset[int]:
    """Every sign that one of the upright fonts has."""
    files = [file for family in FAMILIES for file in sorted((Path(family.ROOT) / "files").glob("*.ttf"))]
    return frozenset(sign for file in files if "Italic" not in file.name for sign in signs_in(file.read_bytes()))


def signs_in(font: bytes) -> set[int]:
    """The signs that a font maps to glyphs, read from its table `cmap`."""
    (tables,) = struct.unpack_from(">H", font, 4)
    places = {font[at : at + 4]: struct.unpack_from(">L", font, at + 8)[0] for at in range(12, 12 + 16 * tables, 16)}
    start = places[b"cmap"]
    (maps,) = struct.unpack_from(">H", font, start + 2)
    found: set[int] = set()
    for at in range(start + 4, start + 4 + 8 * maps, 8):
        part = start + struct.unpack_from(">L", font, at + 4)[0]
        (form,) = struct.unpack_from(">H", font, part)
        found |= {BEYOND_BASIC: of_groups, BASIC: of_segments}.get(form, of_nothing)(font, part)
    return found


def of_groups(font: bytes, part: int) -> set[int]:
    """The signs of a map in groups."""
    (count,) = struct.unpack_from(">L", font, part + 12)
    groups = struct.iter_unpack(">LLL", font[part + 16 : part + 16 + 12 * count])
    return {sign for first, last, _ in groups for sign in range(first, last + 1)}


def of_segments(font: bytes, part: int) -> set[int]:
    """The signs of a map in segments."""
    count = struct.unpack_from(">H", font, part + 6)[0] // 2
    lasts = struct.unpack_from(f">{count}H", font, part + 14)
    firsts = struct.unpack_from(f">{count}H", font, part + 16 + 2 * count)
    return {sign for first, last in zip(firsts, lasts, strict=True) for sign in range(first, last + 1)} - {0xFFFF}


def of_nothing(font: bytes, part: int) -> set[int]:
    """A map of variants, which names no further signs."""
    return set()


def printable(text: str) -> str:
    """The text with a box in place of every sign that no font has."""
    return "".join(each if each in PLACES_NO_GLYPH or ord(each) in signs() else MISSING for each in text)
