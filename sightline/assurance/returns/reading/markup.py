"""XML read as it arrives, one element of interest after another; declarations and entities are refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from sightline.foundation.delimited import NotReadable

DEEPEST = 20  # elements within elements; a census has seven
MOST_IN_ONE = 20_000  # elements of one child
LONGEST_TEXT = 10_000  # characters of one element
DANGEROUS = (
    "“{name}” declares a document type or entities, which a return never does and which can harm whoever reads it. "
    "Export it again from your system."
)
TOO_DEEP = "“{}” is nested too deeply or too widely to be a return. Export it again from your system."
TOO_LONG = "“{}” has a value of more than {} characters, which no return has. Put it right and export the file again."
OTHER_ENCODING = "“{}” says that it is in an encoding that cannot be read. Export it again in UTF-8."
BROKEN = (
    "“{name}” is not complete XML: it breaks off or is malformed at line {line}, or is not in the encoding "
    "that it names. Export it again from your system."
)


def root_of(path: Path) -> str:
    """The name of the outermost element; raises NotReadable where there is none."""
    for depth, element in opened(path):
        if depth == 1:
            return local(element)
    raise NotReadable(f"“{path.name}” holds no element. Export it again from your system.")


def opened(path: Path) -> Iterator[tuple[int, Element]]:
    """The outermost element as soon as it begins, and nothing else of the file."""
    for event, element in events(path):
        if event == "start":
            yield 1, element
            return


def elements(path: Path, names: set[str]) -> Iterator[Element]:
    """Each element with one of these names, whole, in the order of the file; each is forgotten once it was used."""
    stack: list[Element] = []
    inside = count = 0
    for event, element in events(path):
        if event == "start":
            stack.append(element)
            inside += local(element) in names
            count += 1
            if len(stack) > DEEPEST or count > MOST_IN_ONE:
                raise NotReadable(TOO_DEEP.format(path.name))
            continue
        stack.pop()
        if len(element.text or "") > LONGEST_TEXT:
            raise NotReadable(TOO_LONG.format(path.name, f"{LONGEST_TEXT:,}"))
        if local(element) in names:
            inside -= 1
            yield element
            count = 0
        if inside == 0:
            element.clear()
            if stack:
                stack[-1].clear()


def events(path: Path) -> Iterator[tuple[str, Element]]:
    """Beginnings and ends of elements; raises NotReadable with a sentence for what is dangerous or broken."""
    with path.open("rb") as content:
        try:
            yield from ElementTree.iterparse(
                content, events=("start", "end"), forbid_dtd=True, forbid_entities=True, forbid_external=True
            )
        except DefusedXmlException:
            raise NotReadable(DANGEROUS.format(name=path.name)) from None
        except ParseError as error:
            raise NotReadable(BROKEN.format(name=path.name, line=error.position[0])) from None
        except (LookupError, ValueError):
            raise NotReadable(OTHER_ENCODING.format(path.name)) from None


def local(element: Element) -> str:
    """The name of an element without the namespace that some systems add."""
    return str(element.tag).rpartition("}")[2]


def text_of(element: Element) -> str:
    """What an element says, without space around it."""
    return (element.text or "").strip()
