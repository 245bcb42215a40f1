"""Questions about case notes."""

from sightline.foundation.notes.forms.corrections import CorrectNoteForm, FinishStepForm, WithdrawNoteForm
from sightline.foundation.notes.forms.notes import NoteForm

__all__ = ["CorrectNoteForm", "FinishStepForm", "NoteForm", "WithdrawNoteForm"]
