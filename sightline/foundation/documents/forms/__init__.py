"""Forms that record something: they save themselves, come back after anything, and take effect once."""

from sightline.foundation.documents.forms.passages import PassageForm
from sightline.foundation.documents.forms.recording import RecordingForm
from sightline.foundation.documents.forms.uploads import Upload
from sightline.foundation.documents.forms.when import When

__all__ = ["PassageForm", "RecordingForm", "Upload", "When"]
