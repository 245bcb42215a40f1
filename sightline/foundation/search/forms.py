"""The one question of the search page."""

from sightline.foundation.search.rules import LONGEST_QUERY
from sightline.ui import forms


class SearchForm(forms.QuestionForm):
    """Whom to look for."""

    q = forms.Text(
        "Who are you looking for?",
        hint="A name, date of birth, NHS or other number, postcode or street. For example: odonell 3/5/2014",
        limit=LONGEST_QUERY,
        autocomplete="off",
        called="who you are looking for",
    )
