"""What drafts and files declare to the rest."""

from sightline.foundation.access.rules import Permission
from sightline.foundation.area import Area, Navigation, RecordSomething, Told
from sightline.foundation.documents.models import StoredFile

AREA = Area(
    name="Documents",
    chronology=[
        Told(
            StoredFile,
            major=False,
            title=lambda file: f"Document: {file.title or file.name}",
            detail=lambda file: f"From {file.received_from}" if file.received_from else "",
            page="documents:document",
            label=lambda: "Documents",
        )
    ],
    navigation=[Navigation(lambda: "Documents", "documents:list", Permission.OPEN_RECORD, order=70)],
    records=[RecordSomething(lambda: "File a document", "documents:add", Permission.RECORD_FILE)],
    urls="sightline.foundation.documents.urls",
)
