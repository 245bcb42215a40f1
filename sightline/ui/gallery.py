"""What the component gallery shows: every piece with realistic, long content, and with nothing."""

from datetime import date
from typing import Any

from django.utils import timezone

from sightline.ui import components as ui
from sightline.ui import forms
from sightline.ui.components import ClockChip, ClockState, Column, EmptyState, Link, Tag
from sightline.ui.gallery_pictures import figures, funnel, spread
from sightline.ui.govuk import paragraphs
from sightline.ui.pictures import Bar, Strip, Strips
from sightline.ui.vocabulary import phrase, word

DUE = date(2026, 11, 25)
LONG = (
    "Ama told me that she does not want to move school again. She said the mornings are better since her aunt takes "
    "her. Her teacher said the same, and that Ama has made two friends.\n\nHer brother was quiet. He showed me the "
    "drawing of the house with the red door and said that is where everyone is."
)
CHILDREN = [("ama", "Ama Owusu-Thompson"), ("kofi", "Kofi Owusu-Thompson"), ("jo", "Jo Owusu")]


class DecisionForm(forms.QuestionForm):
    """What was decided for one child."""

    decision = forms.Choice(
        "What was decided?",
        called="what was decided",
        choices=[
            ("enquire", phrase("Begin a {section_47_enquiry}")),
            ("none", "No further enquiry"),
            ("more", "Other"),
        ],
        hints={"none": "Say what was checked and what was found."},
        reveals={"more": "other_decision"},
    )
    other_decision = forms.Text("What else was decided?", called="what else was decided")
    reasons = forms.LongText("Why?", called="the reasons", rows=3)


class EveryKindOfQuestion(forms.QuestionForm):
    """Every kind of question, in sections, with a part for brothers and sisters."""

    held_on = forms.Date(phrase("When was the {strategy_discussion} held?"), called="the date of the discussion")
    held_at = forms.Time("At what time?", called="the time of the discussion", optional=True)
    agencies = forms.Choices(
        "Who took part?",
        called="who took part",
        hint="Tick everyone who was there, in the room or by telephone.",
        choices=[
            ("police", "Police"),
            ("health", "Health"),
            ("school", "School or nursery"),
            ("nobody", "Nobody else"),
        ],
        divider="nobody",
    )
    child_seen = forms.YesNo("Has the child been seen today?", called="whether the child has been seen today")
    what_is_known = forms.LongText(
        "What is known, and how do we know?", called="what is known", hint="Say who said it."
    )
    team = forms.Select(
        "Which team takes this on?", called="the team", choices=[("1", "Assessment team 1"), ("2", "Assessment team 2")]
    )
    postcode = forms.Postcode("Postcode", optional=True)
    nhs_number = forms.NHSNumber("NHS number", optional=True, hint="10 numbers, on any letter from the NHS.")
    telephone = forms.Telephone("Telephone number", optional=True)
    email = forms.Email("Email address", optional=True)
    rooms = forms.WholeNumber("How many people live there?", called="the number of people", optional=True, most=40)
    minutes_file = forms.File("Minutes", optional=True, hint="A PDF or Word file of up to 10 MB.")
    sure = forms.Confirm("I have read this with my manager", optional=True, says_optional=False)

    sections = (
        forms.Section("The discussion", ["held_on", "held_at", "agencies", "child_seen", "what_is_known", "team"]),
        forms.Section(
            "Details of the home", ["postcode", "nhs_number", "telephone", "email", "rooms"], "Only if known."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["held_on"].latest = timezone.localdate()  # type: ignore[attr-defined]
        self.add_part(
            "Decision for each child", forms.SameForAll, prefix="each", answers=DecisionForm, subjects=CHILDREN
        )


def clocks() -> list[ClockChip]:
    """A clock in every state."""
    return [
        ClockChip(ClockState.OVERDUE, DUE, 3, "Initial conference", "working day"),
        ClockChip(ClockState.DUE_SOON, DUE, 2, "Visit"),
        ClockChip(ClockState.DUE_SOON, DUE, 0, "Visit"),
        ClockChip(ClockState.ON_TIME, DUE, 12, "Assessment", note="estimated"),
        ClockChip(ClockState.DONE, DUE, 0, "Health assessment"),
        ClockChip(ClockState.DONE_LATE, DUE, 1, "Review"),
        ClockChip(ClockState.PAST_OWN_STANDARD, DUE, 2, "Visit", "working day"),
        ClockChip(ClockState.DATE_MISSING, None, 0, "Review", note="needs the date it starts"),
        ClockChip(ClockState.CLOSED, None, 0, "Visit", note="waived"),
        ClockChip(ClockState.NOT_HELD, None, 0, "Dental check"),
    ]


def masthead() -> ui.Masthead:
    """A child whose masthead has everything in it."""
    worker = word("social_worker")
    return ui.Masthead(
        name="Amarachi Owusu-Thompson-Fitzgerald",
        known_as="Ama",
        href="#masthead",
        facts=[("Born", "3 May 2014, 12 years"), ("Lives with", "her aunt, Grace Owusu"), ("Record", "104 392")],
        held_by=f"Held by Amina Yusuf, {worker}, Assessment team 2, and 2 others",
        tags=[Tag(word("child_protection_plan", capital=True), "orange"), Tag("Restricted", "red"), Tag("Unallocated")],
        warnings=[
            ui.WarningStrip(
                "Do not visit alone",
                "A large dog is kept loose in the yard; the neighbour at number 14 has threatened two workers.",
                "Added by Jo Bell, 3 March 2026",
                "Review by 3 March 2027",
                Link("Review or end", "#warnings"),
            ),
            ui.WarningStrip("Address is protected", "Never put it in a letter.", "Added by Amina Yusuf, 9 June 2026"),
        ],
        action=Link("Record something", "#forms"),
    )


def timeline() -> list[ui.TimelineEntry]:
    """Major and minor events, one with long text."""
    meeting = word("strategy_discussion", capital=True)
    return [
        ui.TimelineEntry(f"{meeting} held", "20 November 2026", "2026-11-20", "Amina Yusuf", "", True, "#timeline"),
        ui.TimelineEntry("Visit: Ama seen alone", "18 November 2026", "2026-11-18", "Amina Yusuf", LONG),
        ui.TimelineEntry(
            "Moved to live with her aunt", "early 2019", "", "imported", "", True, tags=[Tag("Unsettled", "yellow")]
        ),
        ui.TimelineEntry("Telephone call from school", "2 November 2026", note="Recorded 9 days later, by Jo Bell"),
    ]


def table() -> ui.Table:
    """A list of children with links, tags, numbers and clocks."""
    headings: list[Column | str] = [
        "Child",
        "Team",
        Column("Days", numeric=True),
        "Due",
        Column("Open", hidden_heading=True),
    ]
    rows = [
        ["Amarachi Owusu-Thompson-Fitzgerald", "Assessment team 2", 214, clocks()[0], Link("Open", "#", about="Ama")],
        [
            "Óla Ó Súilleabháin",
            [Tag("Waiting", "yellow"), "Family help"],
            3,
            clocks()[1],
            Link("Open", "#", about="Óla"),
        ],
    ]
    return ui.Table("Children I work with", headings, rows)


def tickets() -> list[ui.Ticket]:
    """Things to do, late first."""
    late, soon, *_ = clocks()
    return [
        ui.Ticket("Hold the conference", "#", "Amarachi and Kofi Owusu-Thompson", late, [Tag("Direction", "purple")]),
        ui.Ticket("Visit Óla", "#", "12 Long Street, with two others there", soon, lines=["Last seen 9 November"]),
        ui.Ticket("Finish a draft", "#", "Case note, begun yesterday at 16:40"),
    ]


def strips() -> Strips:
    """Ten years of help, a plan that ran twice, and homes that followed each other; one kind with nothing."""
    homes = [date(2021, 3, 2), date(2021, 3, 9), date(2021, 9, 30), date(2024, 1, 15)]
    return Strips(
        "Involvement over time",
        [
            Strip("Help for the family", [Bar(date(2016, 2, 1), date(2017, 8, 30), "Help for the family")]),
            Strip(word("child_protection_plan", capital=True), [
                Bar(date(2018, 5, 4), date(2019, 6, 1), "Neglect"), Bar(date(2020, 11, 3), date(2021, 3, 2), "Neglect"),
            ]),
            Strip("Homes", [Bar(day, after, "A home") for day, after in zip(homes, [*homes[1:], None], strict=True)]),
            Strip("Missing", []),
        ],
        until=DUE,
    )  # fmt: skip


def navigation() -> list[ui.NavigationSection]:
    """The side of a record."""
    first = [
        Link("Overview", "#", current=True),
        Link("Chronology", "#"),
        Link("Plans", "#", note="2"),
        Link("Meetings", "#"),
    ]
    second = [
        Link("People and addresses", "#"),
        Link("Health", "#"),
        Link("Education and personal education plans", "#"),
    ]
    second[2] = Link("Education", "#")
    return [ui.NavigationSection(first), ui.NavigationSection(second, "About the child")]


def filters() -> ui.Filters:
    """A list narrowed twice."""

    class NarrowForm(forms.QuestionForm):
        state = forms.Choices(
            "State", choices=[("late", "Overdue"), ("soon", "Due this week")], optional=True, small=True
        )

    NarrowForm.base_fields["state"].says_optional = False  # type: ignore[attr-defined]
    return ui.Filters(NarrowForm(), [ui.ChosenFilter("Overdue", "#"), ui.ChosenFilter("Assessment team 2", "#")], "#")


def summary_rows() -> list[dict[str, Any]]:
    """Rows of a summary list, one with nothing recorded."""
    change = {"items": [{"href": "#", "text": "Correct", "visuallyHiddenText": "what happened"}]}
    return [
        {"key": {"text": "What happened"}, "value": {"html": paragraphs(LONG)}, "actions": change},
        {"key": {"text": "Recorded"}, "value": {"text": "20 November 2026 at 16:40, by Amina Yusuf"}},
        {"key": {"text": "Interpreter"}, "value": {"text": "Not recorded", "classes": "sl-nothing"}},
    ]


def examples(data: Any) -> dict[str, Any]:
    """Everything the gallery's template shows."""
    form = EveryKindOfQuestion(data)
    form.autosave = forms.Autosave(url="?autosave", saved="10:42")
    empty = EmptyState(
        "Nothing is recorded here yet",
        "The chronology fills itself from what you record.",
        Link("Record something", "#"),
    )
    return {
        "form": form, "masthead": masthead(), "entries": timeline(), "table": table(), "tickets": tickets(),
        "clocks": clocks(), "sections": navigation(), "filters": filters(), "rows": summary_rows(), "empty": empty,
        "no_rows": ui.Table("Children waiting", ["Child"], [], EmptyState("No child is waiting", "Well done.")),
        "pages": ui.Pages(4, 9, 171, "children", "state=late"),
        "facts": [("Team", "Assessment team 2"), ("Children", "18")],
        "strips": strips(), "spread": spread(), "funnel": funnel(), "figures": figures(),
        "views": [Link("Everything", "#", current=True), Link("Major events", "#", note="12"), Link("On a day", "#")],
        "colours": ["grey", "green", "teal", "blue", "red", "purple", "magenta", "orange", "yellow"],
    }  # fmt: skip
