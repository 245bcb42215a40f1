"""The pieces of a record's pages, with content and without."""

from datetime import date
from typing import Any

import pytest
from django.template import Context, Template, TemplateSyntaxError

from sightline.ui import components as ui
from sightline.ui.components import ClockChip, ClockState, Link

DUE = date(2026, 11, 25)


def shown(source: str, **context: Any) -> str:
    return Template("{% load ui %}" + source).render(Context(context))


@pytest.mark.parametrize(
    ("chip", "words"),
    [
        (ClockChip(ClockState.OVERDUE, DUE, 1, unit="working day"), "Overdue by 1 working day"),
        (ClockChip(ClockState.OVERDUE, DUE, 1200), "Overdue by 1,200 days"),
        (ClockChip(ClockState.DUE_SOON, DUE, 0), "Due today"),
        (ClockChip(ClockState.DUE_SOON, DUE, 2), "Due in 2 days"),
        (ClockChip(ClockState.ON_TIME, DUE, 9), "On time"),
        (ClockChip(ClockState.DONE, DUE), "Done on time"),
        (ClockChip(ClockState.DONE_LATE, DUE, 3), "Done 3 days late"),
        (ClockChip(ClockState.PAST_OWN_STANDARD, DUE, 3, unit="working day"), "3 working days past our own standard"),
        (ClockChip(ClockState.DATE_MISSING), "Date missing"),
        (ClockChip(ClockState.CLOSED), "Not counted"),
        (ClockChip(ClockState.NOT_HELD), "Not held"),
    ],
)
def test_a_clock_says_how_it_stands_in_words(chip: ClockChip, words: str) -> None:
    assert chip.words == words
    assert words in shown("{% clock chip %}", chip=chip)


def test_a_clock_that_is_done_was_due() -> None:
    assert "was due 25 November 2026" in shown("{% clock chip %}", chip=ClockChip(ClockState.DONE, DUE))


def test_a_masthead_needs_only_a_name() -> None:
    html = shown("{% masthead m %}", m=ui.Masthead("Ama Owusu", "/ama/"))
    assert "Ama Owusu" in html
    assert "<dl" not in html
    assert "<ul" not in html


def test_warnings_say_that_they_are_warnings() -> None:
    strip = ui.WarningStrip("Dog", "Kept loose", "Added today", "Review in a year", Link("Review or end", "/end/"))
    html = shown("{% warnings strips %}", strips=[strip])
    assert "Warning: " in html
    assert 'Review or end<span class="govuk-visually-hidden"> Dog' in html
    assert shown("{% warnings strips %}", strips=[]).strip() == ""


def test_a_timeline_tells_major_events_apart_without_colour() -> None:
    html = shown(
        "{% timeline t 3 %}", t=[ui.TimelineEntry("Moved", "2019", major=True), ui.TimelineEntry("Call", "2018")]
    )
    assert html.count("Major event: ") == 1
    assert "<h3" in html


def test_a_table_repeats_its_headings_for_a_narrow_screen() -> None:
    table = ui.Table("Children", ["Child", ui.Column("Days", numeric=True)], [["Ama", 3]])
    html = shown("{% table t %}", t=table)
    assert '<th scope="row"' in html
    assert html.count("Days") == 2


def test_a_table_without_rows_says_what_to_do_first() -> None:
    empty = ui.EmptyState("No child is waiting", "New requests come first here.", Link("Add a request", "/add/"))
    html = shown("{% table t %}", t=ui.Table("Children waiting", ["Child"], [], empty))
    assert "<table" not in html
    assert "Add a request" in html


def test_a_row_of_the_wrong_length_is_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        shown("{% table t %}", t=ui.Table("Children", ["Child", "Team"], [["Ama"]]))


@pytest.mark.parametrize(("number", "gaps"), [(1, 1), (5, 2), (9, 1)])
def test_pages_show_the_ends_and_the_neighbours(number: int, gaps: int) -> None:
    html = shown("{% pages p %}", p=ui.Pages(number, 9, 171, "children", "state=late"))
    assert html.count("govuk-pagination__item--ellipsis") == gaps
    assert f"171 children, page {number} of 9" in html
    assert "?state=late&amp;page=" in html


def test_one_page_alone_needs_no_way_to_others() -> None:
    assert "<nav" not in shown("{% pages p %}", p=ui.Pages(1, 1, 4))


def test_navigation_marks_where_we_are() -> None:
    links = [Link("Overview", "/1/", current=True), Link("Plans", "/2/", note="2")]
    side = shown("{% sidenavigation s %}", s=[ui.NavigationSection(links, "About")])
    assert side.count('aria-current="page"') == 1
    assert 'aria-current="page"' in shown("{% subnavigation s %}", s=links)


def test_an_alert_is_of_a_known_kind() -> None:
    with pytest.raises(TemplateSyntaxError, match="not loud"):
        shown('{% alert text="x" kind="loud" %}')


def test_filters_are_a_form_sent_by_get() -> None:
    from sightline.ui.gallery import filters

    html = shown("{% filters f %}", f=filters())
    assert 'method="get"' in html
    assert "csrf" not in html
    assert "Remove this filter: " in html
