"""What a crash can leave behind: files without a row, rows without a file, notes on drafts long finished."""

from datetime import timedelta
from pathlib import Path
from uuid import UUID

from django.utils import timezone

from sightline.foundation.documents import storage
from sightline.foundation.documents.models import DraftFile, FinishedDraft, StoredFile
from sightline.foundation.documents.queries.files import names_in_use

AT_A_TIME = 1000
FINISHED_ARE_KNOWN_FOR = timedelta(days=30)


def set_unnamed_aside(before: float) -> int:
    """Set aside files older than a moment (seconds) that no row names: sent but never recorded, or left by a crash."""
    old = [path for path in storage.stored() if path.stat().st_mtime < before]
    unnamed = [path for part in parts(old) for path in not_named(part)]
    for path in unnamed:
        storage.set_aside(path)
    return len(unnamed)


def parts(paths: list[Path]) -> list[list[Path]]:
    """A long list in parts that one query takes."""
    return [paths[begin : begin + AT_A_TIME] for begin in range(0, len(paths), AT_A_TIME)]


def not_named(paths: list[Path]) -> list[Path]:
    """Those that no row names."""
    named = names_in_use([path.name for path in paths])
    return [path for path in paths if path.name not in named or path.parent.name == storage.INCOMING]


def remove_unclaimed(before: float) -> int:
    """Delete files that were set aside before a moment (seconds)."""
    old = [path for path in storage.unclaimed() if path.stat().st_mtime < before]
    for path in old:
        path.unlink()
    return len(old)


def forget_finished_drafts() -> int:
    """Remove the notes by which a late copy of a finished form is known, and files sent again with such a copy."""
    DraftFile.objects.filter(draft_id__in=FinishedDraft.objects.values("pk")).delete()
    return FinishedDraft.objects.filter(finished_at__lt=timezone.now() - FINISHED_ARE_KNOWN_FOR).delete()[0]


def lost_files(*, read: bool) -> list[UUID]:
    """Documents whose file is missing; with `read`, also those whose content changed. Withdrawn ones count too."""
    lost = []
    for key, name, sha256, size in StoredFile.objects.values_list("pk", "stored_as", "sha256", "size").iterator():
        path = storage.place_of(name)
        if not path.exists() or path.stat().st_size != size or (read and not is_whole(name, sha256)):
            lost.append(key)
    return lost


def is_whole(name: str, sha256: str) -> bool:
    """Whether a file still has the content that was stored."""
    try:
        storage.get(name, sha256)
    except storage.Damaged:
        return False
    return True
