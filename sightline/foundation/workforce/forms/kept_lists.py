"""What is asked about lists that somebody keeps."""

from sightline.foundation.documents.forms import RecordingForm
from sightline.ui import forms


class KeepForm(RecordingForm):
    """The name of a list, and where it is."""

    form_code = "workforce.keep_list"
    title = "Keep a list"

    name = forms.Text(
        "What do you call this list?",
        hint="Only you see it, on My work. Do not name a person.",
        called="a name for the list",
        limit=80,
    )
    of = forms.Hidden()


class RemoveForm(RecordingForm):
    """Nothing but the decision itself."""

    form_code = "workforce.remove_list"
    title = "Remove a list"
