"""What law and practice say about plans for children in need."""

from __future__ import annotations

from django.db.models import TextChoices


class EndReason(TextChoices):
    """Why a plan for a child in need ended."""

    NEEDS_MET = "needs_met", "What was agreed has been reached"
    STEP_DOWN = "step_down", "Step down to early help or universal services"
    STEP_UP = "step_up", "A child protection plan began"
    CARE = "care", "The child came into care"
    AGREEMENT_WITHDRAWN = "withdrawn", "The family no longer agrees, and the risk allows it"
    MOVED = "moved", "Moved to another authority"
    EIGHTEEN = "eighteen", "Turned 18"
    DIED = "died", "Died"
    OTHER = "other", "Another reason"
