"""Copies the prebuilt GOV.UK and MOJ files beside our own: `python -m sightline.config.assets`; standard library only.

The crown, the crest and the Transport typeface belong to GOV.UK services alone, so they are left out. Addresses become
relative and notes of source maps go, because the storage that fingerprints files refuses a name it cannot find.
"""

import re
import shutil
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
SOURCES = (
    Path("node_modules/govuk-frontend/dist/govuk"),
    Path("node_modules/@ministryofjustice/frontend/moj"),
)
TARGET = Path("sightline/ui/static/ui/vendor")
RESERVED = re.compile(r"crown|crest|logotype|govuk-icon|favicon|touch-icon|opengraph")

FONT_FACE = re.compile(r"@font-face\s*{[^}]*}")
TYPEFACE = re.compile(r'"?GDS Transport"?\s*,\s*arial')
RESERVED_ADDRESS = re.compile(r"url\(/assets/[^)]*(?:crown|crest)[^)]*\)")
ABSOLUTE_ADDRESS = re.compile(r"url\(/assets/")
SOURCE_MAP = re.compile(r"\s*(?:/\*#\s*sourceMappingURL=[^*]*\*/|//#\s*sourceMappingURL=.*)")


def copy(checkout: Path = CHECKOUT) -> list[Path]:
    """Copy style sheets, scripts and images afresh; gives the files written."""
    target = checkout / TARGET
    shutil.rmtree(target, ignore_errors=True)
    (target / "images").mkdir(parents=True)
    written = []
    for source in SOURCES:
        for file in sorted((checkout / source).glob("*.min.[cj]s*")):
            if file.suffix != ".map":
                written.append(target / file.name)
                written[-1].write_text(cleaned(file.read_text()))
        for image in sorted((checkout / source / "assets/images").iterdir()):
            if not RESERVED.search(image.name):
                written.append(Path(shutil.copy(image, target / "images")))
    return written


def cleaned(text: str) -> str:
    """A style sheet or script without the reserved typeface and crest, with relative addresses and no source map."""
    for pattern, instead in (
        (FONT_FACE, ""),
        (TYPEFACE, "arial"),
        (RESERVED_ADDRESS, "none"),
        (ABSOLUTE_ADDRESS, "url("),
        (SOURCE_MAP, ""),
    ):
        text = pattern.sub(instead, text)
    return text


if __name__ == "__main__":
    copy()
