"""Who the child is: what every return says in its first table."""

from __future__ import annotations

from datetime import date

from sightline.assurance.returns.mapping.found import Cells, Story
from sightline.foundation.children.rules.identity import IdentifierKind, normalised, problem_with_upn
from sightline.foundation.code_sets import code_set

SEXES = {"1": "M", "2": "F", "M": "M", "F": "F", "U": "U", "0": "U", "9": "U", "3": "U"}
NAMING = ("Header", "ChildIdentifiers")  # the tables that say who a child is
LONGEST_NUMBER = 40  # characters
NO_REFERENCE = "The row does not say which child it is about."
HEADINGS_AGAIN = "The row holds the headings once more."
TOO_LONG = "The number of the child is longer than a number of a return can be."
HEADINGS = {"CHILD", "CHILDID", "CHILD ID", "CHILD UNIQUE ID", "LACHILDID"}


def no_child(reference: str) -> str:
    """Why nothing can be made of rows with this number; nothing where they are about a child."""
    if not reference:
        return NO_REFERENCE
    if reference in HEADINGS:
        return HEADINGS_AGAIN
    return TOO_LONG if len(reference) > LONGEST_NUMBER else ""


def sex_of(cells: Cells, name: str) -> str:
    """Sex by the present codes, from those or the ones before 2024."""
    given = cells.text(name).upper()
    if given and given not in SEXES:
        cells.story.remark(cells.row, f"{name}: “{given[:20]}” is not a code of the standard.")
    return SEXES.get(given, "")


def meet(cells: Cells, *, born: date | None, expected: date | None, sex: str, died: date | None = None) -> bool:
    """Take who the child is from a row; a second row that says otherwise is refused. False if it was refused."""
    who = cells.story.whoever
    if born and born > cells.story.last_possible_day:
        cells.story.remark(cells.row, f"The birth date {born:%d/%m/%Y} lies in the future; kept with the line only.")
        born = None
    said = {"birth_date": born, "expected_on": expected if born is None else None, "died_on": died, "sex": sex}
    differing = [name for name, value in said.items() if value and getattr(who, name) and getattr(who, name) != value]
    if differing:
        what = " and ".join(name.replace("_", " ") for name in differing)
        cells.story.refuse(cells.row, f"Another row about the same child says otherwise: {what}. The first row stands.")
        return False
    for name, value in said.items():
        setattr(who, name, getattr(who, name) or value)
    if who.birth_date:
        who.expected_on = None
    return True


def describe(cells: Cells, *, ethnicity: str = "", upn: str = "", former_upn: str = "") -> None:
    """Note what the row says of ethnicity and of pupil numbers."""
    story, row = cells.story, cells.row
    began = story.first_known_day()
    if code := cells.code(ethnicity, "ethnicity") if ethnicity else "":
        story.tell("children.Ethnicity", row, loose=("began",), began=began, code=code)
    for name, kind in ((upn, IdentifierKind.UPN), (former_upn, IdentifierKind.FORMER_UPN)):
        if value := pupil_number(cells, name) if name else "":
            story.tell("children.Identifier", row, loose=("began",), began=began, kind=kind, value=value)
            if kind == IdentifierKind.UPN:
                story.whoever.upn = story.whoever.upn or value


def pupil_number(cells: Cells, name: str) -> str:
    """A pupil number that can be one; reasons for having none are no number, and others are remarked on."""
    value = normalised(IdentifierKind.UPN, cells.text(name))
    if not value or code_set("cin-upn-unknown").allows(value):
        return ""
    if problem_with_upn(value):
        cells.story.remark(cells.row, f"{name} is not a right pupil number: kept with the line, not as the child's.")
        return ""
    return value


def number_child(story: Story) -> None:
    """Note the number that the return gives the child."""
    began = story.first_known_day()
    naming = [row for row in story.rows if row.table in NAMING]
    story.tell(
        "children.Identifier",
        (naming or story.rows)[:1],
        loose=("began",),
        began=began,
        kind=IdentifierKind.RETURNS,
        value=story.reference,
        issued_by=story.kind.label,
    )
