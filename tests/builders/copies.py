"""Every copy that can be made of children's documents, for each reader and in each form, read as its reader would."""

import re
from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from django.urls import reverse

from tests.builders.made import in_one_line, text_of_pdf, text_of_word

FORMS = ("page", "pdf", "docx")
Facts = Mapping[str, Mapping[str, UUID]]  # by child, by kind of document


def copies(people: Mapping[str, UUID], facts: Facts, client: Any) -> Iterator[tuple[str, str, str, str, str]]:
    """Every copy that can be made: of which child and kind, for whom, in which form, and all its text."""
    names = {str(key): name for name, key in people.items()}
    for child, made in facts.items():
        for kind, fact in made.items():
            address = reverse("documents:make", args=[people[child], kind, fact])
            for reader in offered(client, address):
                for form in FORMS:
                    answer = client.get(address, {"for": reader, "as": form})
                    assert answer.status_code == 200, (child, kind, reader, form, fact)
                    yield child, kind, names.get(reader, reader), form, READ[form](answer.content)


def offered(client: Any, address: str) -> list[str]:
    """For whom a copy can be made."""
    return re.findall(r'\?for=([a-z0-9-]+)"', client.get(address).content.decode())


def text_of_page(content: bytes) -> str:
    """The copy as the page shows it; round it stands what the worker may see."""
    return in_one_line(content.decode().split('<article class="sl-made"')[1].split("</article>")[0])


READ = {"page": text_of_page, "pdf": text_of_pdf, "docx": text_of_word}
