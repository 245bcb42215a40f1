"""SSDA903 rows as facts, table by table."""

from __future__ import annotations

from datetime import date

from sightline.assurance.returns.mapping.episodes import tell_episodes
from sightline.assurance.returns.mapping.found import Cells, Story, cells
from sightline.assurance.returns.mapping.persons import describe, meet, sex_of
from sightline.assurance.returns.reading import dates

NO_YEAR = "The collection year is not known, and the row has no day of its own. Say which year it is."
YEARLY = {  # column of OC2 -> item of the yearly health status
    "CONVICTED": "convicted",
    "HEALTH_CHECK": "health_check",
    "IMMUNISATIONS": "immunisations",
    "TEETH_CHECK": "teeth_check",
    "HEALTH_ASSESSMENT": "health_assessment",
    "SUBSTANCE_MISUSE": "substance_misuse",
    "INTERVENTION_RECEIVED": "intervention_received",
    "INTERVENTION_OFFERED": "intervention_offered",
}
SEEKS_ASYLUM = "Unaccompanied Asylum Seeking Child"

KINDS = {  # the kinds of fact that each table can carry
    "Header": ["children.Identifier", "children.Ethnicity", "care.Motherhood"],
    "Episodes": ["care.PeriodOfCare", "care.LegalStatus", "care.Home"],
    "Reviews": ["care.CareReview"],
    "UASC": ["care.SeparatedChild"],
    "OC2": ["health.StrengthsAndDifficulties", "health.YearlyHealthStatus"],
    "OC3": ["leaving_care.CareLeaverStatus"],
    "AD1": ["care.AdoptionDecision", "care.AdoptionMatch"],
    "PlacedAdoption": ["care.AdoptionDecision"],
    "PrevPerm": ["care.PreviousPermanence"],
    "Missing": ["exploitation.MissingEpisode"],
    "SWEpisodes": ["workforce.Involvement"],
    "DoLo": ["care.DeprivationOfLiberty"],
}


def tell(story: Story) -> None:
    """Note everything that the rows about a child say."""
    tell_header(story)
    meet_elsewhere(story)
    tell_episodes(story)
    for table, teller in TELLERS.items():
        for row in cells(story, story.of(table)):
            teller(row)


def tell_header(story: Story) -> None:
    """Who the child is, and whether she is a mother."""
    for row in cells(story, story.of("Header")):
        if not meet(row, born=row.day("DOB"), expected=None, sex=sex_of(row, "SEX")):
            continue
        describe(row, ethnicity="ETHNIC", upn="UPN")
        mother = row.flag("MOTHER")
        if mother is not None and story.held_until:
            born = row.day("MC_DOB")
            story.tell("care.Motherhood", row.row, happened=story.held_until, is_mother=mother, child_born=born)


def meet_elsewhere(story: Story) -> None:
    """Take who the child is from the other tables where there is no header; remark where they disagree with it."""
    for row in cells(story, [row for row in story.rows if row.table not in ("Header", "Episodes")]):
        who, born = story.whoever, row.day("DOB")
        if born and who.birth_date and born != who.birth_date:
            story.remark(row.row, "The birth date is not the one in the header.")
        if born and born <= story.last_possible_day:
            who.birth_date = who.birth_date or born
        who.sex = who.sex or sex_of(row, "SEX")


def tell_review(row: Cells) -> None:
    """A review of the care plan."""
    if day := row.begins("REVIEW"):
        code = row.code("REVIEW_CODE", "ssda903-review-participation")
        row.story.tell("care.CareReview", row.row, happened=day, participation=code)


def tell_separated(row: Cells) -> None:
    """An unaccompanied child; the return says until when, not since when."""
    began = came_into_care(row.story) or row.story.held_from
    if began is None:
        row.story.refuse(row.row, NO_YEAR)
        return
    until, end = row.day("DUC"), row.story.held_until
    ended = until if until and end and until <= end else None
    row.story.tell(
        "care.SeparatedChild", row.row, loose=("began",), continues=True, began=began, ended=ended, status=SEEKS_ASYLUM
    )


def tell_health(row: Cells) -> None:
    """The answers about the year: none has a day of its own."""
    story, end = row.story, row.story.held_until
    if end is None:
        story.refuse(row.row, NO_YEAR)
        return
    score, reason = row.number("SDQ_SCORE"), row.code("SDQ_REASON", "ssda903-sdq-reason")
    if score is not None and score > 40:
        story.remark(row.row, "SDQ_SCORE: a score lies between 0 and 40; kept with the line only.")
        score = None
    if score is not None or reason:
        story.tell("health.StrengthsAndDifficulties", row.row, happened=end, score=score, reason=reason)
    for column, item in YEARLY.items():
        value = row.flag(column)
        if value is not None:
            story.tell("health.YearlyHealthStatus", row.row, happened=end, item=item, value=value)


def tell_care_leaver(row: Cells) -> None:
    """What is known of a care leaver on or around the birthday in the year."""
    story = row.story
    day = birthday_in_year(story.whoever.birth_date, story.held_from, story.held_until) or story.held_until
    if day is None:
        story.refuse(row.row, NO_YEAR)
        return
    where = row.code("ACCOM", "ssda903-accommodation")
    known = len(where) == 2 and where[0].isalpha()
    story.tell(
        "leaving_care.CareLeaverStatus",
        row.row,
        happened=day,
        in_touch=row.code("IN_TOUCH", "ssda903-in-touch"),
        activity=row.code("ACTIV", "ssda903-activity"),
        accommodation=where[0] if known else where,
        suitability=where[1] if known else "",
    )


def birthday_in_year(born: date | None, since: date | None, until: date | None) -> date | None:
    """The birthday that lies in a collection year."""
    if born is None or since is None or until is None:
        return None
    for year in (since.year, until.year):
        last = (born.month, born.day) == (2, 29)
        day = date(year, 3, 1) if last and not is_leap(year) else date(year, born.month, born.day)
        if since <= day <= until:
            return day
    return None


def is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def tell_adoption(row: Cells) -> None:
    """The decision that a child should be placed, and the match."""
    decided, matched = row.day("DATE_INT"), row.day("DATE_MATCH")
    if decided is None and matched is None:
        row.story.refuse(row.row, "The row gives neither the day of the decision nor that of the match.")
    if decided:
        row.story.tell("care.AdoptionDecision", row.row, began=decided)
    if matched:
        row.story.tell(
            "care.AdoptionMatch",
            row.row,
            happened=matched,
            by_foster_carer=row.code("FOSTER_CARE", "ssda903-foster-care"),
            number_of_adopters=row.code("NB_ADOPTR", "ssda903-nb-adoptr"),
            adopter_sex=row.code("SEX_ADOPTR", "ssda903-sex-adoptr"),
            adopter_legal_status=row.code("LS_ADOPTR", "ssda903-ls-adoptr"),
        )


def tell_placed(row: Cells) -> None:
    """A decision that stands, or was reversed."""
    if decided := row.begins("DATE_PLACED"):
        ended, why = row.day("DATE_PLACED_CEASED"), row.code("REASON_PLACED_CEASED", "ssda903-reason-placed-ceased")
        row.story.tell("care.AdoptionDecision", row.row, began=decided, ended=ended, reason_ceased=why if ended else "")


def tell_previous(row: Cells) -> None:
    """What a child who came into care had before; the day of that order may be known in part, or not at all."""
    option = row.code("PREV_PERM", "ssda903-prev-perm")
    came = came_into_care(row.story) or row.story.held_until
    if not option or came is None:
        row.story.refuse(row.row, "The row does not say what the child had before." if came else NO_YEAR)
        return
    known = row.known("DATE_PERM")
    row.story.tell(
        "care.PreviousPermanence",
        row.row,
        happened=known.day or came,
        happened_precision=known.precision if known.day else "",
        date_unknown=known.day is None,
        came_into_care=came,
        option=option,
        local_authority=row.text("LA_PERM").upper(),
    )


def came_into_care(story: Story) -> date | None:
    """The day on which the latest period of care in the file began, else its first day in care."""
    started = [
        (row.text("RNE").upper() == "S", day)
        for row in cells(story, story.of("Episodes"))
        if (day := dates.read(row.text("DECOM")).day)
    ]
    starts = [day for starts_care, day in started if starts_care]
    return max(starts, default=min((day for _, day in started), default=None))


def tell_missing(row: Cells) -> None:
    """A period in which a child was missing or away."""
    if began := row.begins("MIS_START"):
        kind = row.code("MISSING", "ssda903-missing")
        row.story.tell("exploitation.MissingEpisode", row.row, began=began, ended=row.day("MIS_END"), kind=kind)


def tell_worker(row: Cells) -> None:
    """A social worker of the child, by the number of their registration."""
    number = row.text("SW_ID").upper()
    if not number:
        row.story.refuse(row.row, "SW_ID is blank, so the row does not say who the social worker is.")
    elif began := row.begins("SW_DECOM"):
        row.story.tell(
            "workforce.Involvement",
            row.row,
            kind="reported_worker",
            began=began,
            ended=row.day("SW_DEC"),
            worker_number=number,
            change_reason=row.code("SW_REASON", "ssda903-sw-reason"),
        )


def tell_deprivation(row: Cells) -> None:
    """An order that allows a child to be deprived of their liberty."""
    if began := row.begins("DOLO_START"):
        row.story.tell("care.DeprivationOfLiberty", row.row, began=began, ended=row.day("DOLO_END"))


TELLERS = {
    "Reviews": tell_review,
    "UASC": tell_separated,
    "OC2": tell_health,
    "OC3": tell_care_leaver,
    "AD1": tell_adoption,
    "PlacedAdoption": tell_placed,
    "PrevPerm": tell_previous,
    "Missing": tell_missing,
    "SWEpisodes": tell_worker,
    "DoLo": tell_deprivation,
}
