"""A document of a child's record, with the token in its title, in its name and in its bytes."""

import hashlib
from collections.abc import Iterator
from typing import Any

from sightline.foundation.documents import storage
from sightline.foundation.documents.models import StoredFile
from tests.architecture.matrix.cells import DAY, Cell


def of(cell: Cell) -> Iterator[Any]:
    """One file."""
    content = f"Letter about {cell.token}".encode()
    file = StoredFile(
        person_id=cell.child, happened=DAY, title=f"Letter {cell.token}", name=f"{cell.token}.txt", kind="text",
        size=len(content), sha256=hashlib.sha256(content).hexdigest(), stored_as=storage.put(content),
        received_from=f"From {cell.token}",
    )  # fmt: skip
    cell.facts["file"] = file.pk
    yield file
