"""The words of a web page, as an email may carry one: read once from its beginning to its end, whatever it holds."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

BLOCKS = frozenset({"p", "br", "div", "tr", "li", "h1", "h2", "h3", "h4", "table", "blockquote"})
UNSEEN = frozenset({"style", "script", "head", "title"})
TAG = re.compile(r"(/?)([a-z][^\s/>]*+)((?:\"[^\"]*+\"|'[^']*+'|[^>\"'])*+)>", re.I)
LONGEST_PAGE = 600_000  # characters that are read; a note takes the first few thousand of their words
COMMENT, COMMENT_ENDS = "<!--", "-->"


def words_of(page: str) -> str:
    """The words of a page, block by block; what nobody sees is left out.

    A comment or a tag that never ends hides the rest, as it does in a browser. The time it takes grows with the length
    of the page and no faster: strangers write these pages.
    """
    words: list[str] = []
    unseen = 0
    for ends, name, text in pieces(page[:LONGEST_PAGE]):
        if text:
            words.append(re.sub(r"\s+", " ", html.unescape(text)) if not unseen else "")
        elif ends:
            unseen -= name in UNSEEN and unseen > 0
        else:
            unseen = 0 if name == "body" else unseen + (name in UNSEEN)
            words.append("\n" if name in BLOCKS else "")
    return "".join(words)


def pieces(page: str) -> Iterator[tuple[bool, str, str]]:
    """The page as tags, each with whether it ends something and its name, and the texts between them."""
    place, quotes_count = 0, True
    while place < len(page):
        begins = page.find("<", place)
        if begins != place:
            yield False, "", page[place : begins if begins >= 0 else len(page)]
        if begins < 0:
            return
        if page.startswith(COMMENT, begins):
            place = after(page, COMMENT_ENDS, begins + len(COMMENT))
        elif page.startswith(("<!", "<?"), begins):
            place = after(page, ">", begins)
        elif not re.match(r"/?[a-z]", page[begins + 1 : begins + 3], re.I):
            yield False, "", "<"
            place = begins + 1
        else:
            tag = TAG.match(page, begins + 1) if quotes_count else None
            quotes_count = tag is not None  # one quote that never ends, and quotes are no longer heeded
            place = tag.end() if tag else after(page, ">", begins)
            yield (bool(tag[1]), tag[2].lower(), "") if tag else named(page[begins + 1 : place - 1])


def after(page: str, ending: str, place: int) -> int:
    """The place after the next ending; the end of the page where there is none."""
    found = page.find(ending, place)
    return len(page) if found < 0 else found + len(ending)


def named(inside: str) -> tuple[bool, str, str]:
    """A tag by what stands in it."""
    name = re.match(r"[^\s/>]*", inside.removeprefix("/")[:40])
    return inside.startswith("/"), name[0].lower() if name else "", ""
