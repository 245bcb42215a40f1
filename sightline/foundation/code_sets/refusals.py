"""How an action refuses a code that its code set does not allow."""

from datetime import date

from sightline.foundation.calendar.words import format_date
from sightline.foundation.code_sets.sets import code_set
from sightline.foundation.writing import Refusal


class CodeRefused(Refusal):
    """An answer is not one of those that the standard has for that day."""


def refuse_unless_code(name: str, code: str, on: date, *, called: str) -> None:
    """Raise unless a code set has a code for facts of a day; `called` is what is asked, such as "who made contact"."""
    codes = code_set(name)
    if codes.allows(code, on):
        return
    if codes.allows(code):
        raise CodeRefused(
            f"“{codes.label(code)}” could not be used on {format_date(on)}. Choose {called} from the list for that day."
        )
    raise CodeRefused(f"Choose {called} from the list.")


def refuse_unless_code_or_nothing(name: str, code: str, on: date, *, called: str) -> None:
    """Raise if something is said and a code set does not have it for facts of that day."""
    if code:
        refuse_unless_code(name, code, on, called=called)
