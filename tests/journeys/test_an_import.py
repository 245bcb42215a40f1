"""A return is imported by page; what contradicts itself in it is settled by a manager, and the chronology follows."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.builders.returns import episode, header, ssda903
from tests.journeys.conftest import Journey
from tests.journeys.doing import side

BECAUSE = "The placement agreement in the file is signed for that day."
NUMBER = "J4712"  # the child's number in the return; names are not in it


def test_a_contested_row_of_an_import_is_settled_by_a_person(signed_in: Journey, tmp_path: Path) -> None:
    analyst, manager = signed_in("analyst"), signed_in("team.manager")
    send(analyst, overlapping(tmp_path / "2022-23"))
    expect(analyst.get_by_role("table", name="What became of every row")).to_be_visible(timeout=60_000)
    row = analyst.get_by_role("table", name="What became of every row").get_by_role("row", name="Episodes")
    expect(row.get_by_role("cell").nth(5)).to_contain_text("1")  # contested

    manager.goto("/")
    manager.get_by_role("link", name="To settle").click()
    manager.get_by_role("link", name=f"Child {NUMBER}").click()
    manager.get_by_label("A decision is asked of me").check()
    manager.get_by_label("What do you need to know, and for whom?").fill("Which of two homes in a return is right.")
    manager.get_by_role("button", name="Open the record").click()
    expect(manager.get_by_role("table", name="Contested")).to_contain_text("overlaps with that on line 2")
    settle(manager)
    side(manager, "Chronology")
    expect(manager.get_by_role("main")).to_contain_text(BECAUSE)


def overlapping(folder: Path) -> Path:
    """A return that says of one child two homes at the same time."""
    first = episode(NUMBER, "05/06/2022", DEC="01/02/2023", REC="E4A")
    later = episode(NUMBER, "01/09/2022", PL_POST="SR9 9ZZ")
    return ssda903(folder, Header=[header(NUMBER)], Episodes=[first, later])


def send(page: Page, folder: Path) -> None:
    """Send every file of a folder, to be imported."""
    page.goto("/")
    page.get_by_role("link", name="Returns", exact=True).click()
    page.get_by_role("button", name="Import a return").click()
    page.get_by_label("SSDA903 return").check()
    page.locator("input[type=file]").set_input_files(sorted(folder.iterdir()))
    page.get_by_label("Import it", exact=True).check()
    page.get_by_role("button", name="Go on").click()


def settle(page: Page) -> None:
    """Let the rows of the file stand, one after the other."""
    contested = page.get_by_role("table", name="Contested")
    while contested.count():
        contested.get_by_role("link").first.click()
        page.get_by_label("The row of the file: it takes the place of what stands").check()
        page.get_by_label("How do you know?").fill(BECAUSE)
        page.get_by_role("button", name="Settle it").click()
        expect(page.get_by_role("main")).to_contain_text("It is settled")
