"""Questions about visits."""

from sightline.foundation.visits.forms.corrections import CorrectSeenForm, CorrectVisitForm, WithdrawSeenForm
from sightline.foundation.visits.forms.visits import AttemptedVisitForm, VisitForm

__all__ = ["AttemptedVisitForm", "CorrectSeenForm", "CorrectVisitForm", "VisitForm", "WithdrawSeenForm"]
