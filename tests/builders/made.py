"""Made files opened and read back, as their readers would."""

from io import BytesIO
from typing import Any

from docx import Document
from pypdf import PdfReader

ZERO_WIDTH = "\u200b"


def text_of_pdf(made: bytes) -> str:
    """Everything that can be read in a PDF, its properties included, with single spaces."""
    file = PdfReader(BytesIO(made))
    pages = [page.extract_text() for page in file.pages]
    return in_one_line(" ".join([*pages, *map(str, (file.metadata or {}).values()), str(file.xmp_metadata)]))


def text_of_word(made: bytes) -> str:
    """Everything that can be read in a Word file: every part, whatever stands where."""
    file = Document(BytesIO(made))
    parts = [part.blob.decode() for part in file.part.package.iter_parts() if str(part.partname).endswith(".xml")]
    paragraphs = [paragraph.text for paragraph in file.paragraphs]
    cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    return in_one_line(" ".join([*paragraphs, *cells, *parts]))


def tags_of_pdf(made: bytes) -> list[str]:
    """The kinds of piece in the structure tree, in reading order."""
    root = PdfReader(BytesIO(made)).trailer["/Root"]
    found: list[str] = []
    walk(root["/StructTreeRoot"], found)  # type: ignore[index]
    return found


def walk(node: Any, found: list[str]) -> None:
    node = node.get_object()
    if isinstance(node, list):
        for each in node:
            walk(each, found)
    elif isinstance(node, dict):
        if "/S" in node:
            found.append(str(node["/S"]).removeprefix("/"))
        if "/K" in node:
            walk(node["/K"], found)


def in_one_line(text: str) -> str:
    return " ".join(text.replace(ZERO_WIDTH, "").split())
