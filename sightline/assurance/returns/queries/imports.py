"""Named questions about imports."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sightline.assurance.returns.models import Batch, Progress, Stage

MOST_WAITED_FOR = 5
MOST_IMPORTS = 100  # shown in the list
OVER = (Stage.FINISHED, Stage.FAILED)


@dataclass(frozen=True)
class Import:
    """One import and how far it has come."""

    batch: Batch
    done: int
    total: int
    before: tuple[Batch, ...] = ()  # imports that were begun earlier and are not over

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen."""
        return self.batch.stage in OVER


def newest_imports() -> list[Batch]:
    """The imports, the newest first."""
    return list(Batch.objects.select_related("recorded_by").order_by("-recorded_at")[:MOST_IMPORTS])


def one_import(key: UUID) -> Import | None:
    """One import, if there is one of this key."""
    batch = Batch.objects.select_related("recorded_by").filter(pk=key).first()
    if batch is None:
        return None
    progress = Progress.objects.filter(batch=batch).first()
    done, total = (progress.done, progress.total) if progress else (0, 0)
    return Import(batch, done, total, begun_before(batch) if batch.stage == Stage.WAITING else ())


def begun_before(batch: Batch) -> tuple[Batch, ...]:
    """The imports that a batch waits for, the oldest first."""
    earlier = Batch.objects.filter(recorded_at__lt=batch.recorded_at).exclude(stage__in=OVER)
    return tuple(earlier.order_by("recorded_at")[:MOST_WAITED_FOR])
