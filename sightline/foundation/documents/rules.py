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
