"""Who may know a passage, and which kinds of file may be kept."""

from django.db.models import TextChoices


class MayKnow(TextChoices):
    """Who may be given a passage; undecided means that it is left out of every parent's copy (practice rules)."""

    UNDECIDED = "undecided", "Not decided yet"
    PROFESSIONALS = "professionals", "Professionals only"
    CHILD = "child", "The child, and professionals"
    FAMILY = "family", "Everybody it is about, and professionals"


class FileKind(TextChoices):
    """Kinds of file that are accepted, known by their content and not by their name."""

    PDF = "pdf", "PDF document"
    WORD = "docx", "Word document"
    EXCEL = "xlsx", "Excel workbook"
    JPEG = "jpeg", "JPEG picture"
    PNG = "png", "PNG picture"
    TEXT = "text", "Plain text"
    EMAIL = "eml", "E-mail message"
    OUTLOOK = "msg", "Outlook message"


LARGEST_FILE = 25_000_000  # bytes

ENDINGS: dict[str, tuple[str, ...]] = {
    FileKind.PDF: (".pdf",),
    FileKind.WORD: (".docx",),
    FileKind.EXCEL: (".xlsx",),
    FileKind.JPEG: (".jpg", ".jpeg"),
    FileKind.PNG: (".png",),
    FileKind.TEXT: (".txt", ".csv"),
    FileKind.EMAIL: (".eml",),
    FileKind.OUTLOOK: (".msg",),
}

CONTENT_TYPES: dict[str, str] = {
    FileKind.PDF: "application/pdf",
    FileKind.WORD: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    FileKind.EXCEL: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    FileKind.JPEG: "image/jpeg",
    FileKind.PNG: "image/png",
    FileKind.TEXT: "text/plain; charset=utf-8",
    FileKind.EMAIL: "message/rfc822",
    FileKind.OUTLOOK: "application/vnd.ms-outlook",
}


class NotAccepted(Exception):
    """A file that cannot be kept; the sentence says what to do instead."""
