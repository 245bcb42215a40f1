"""What `make bench` counts as one approval, against a family counted by hand."""

from datetime import date

from bench.approvals import DUTY, Approval, approvals, managed_teams
from sightline.demo.careers.commands import Household, Member

MONDAY = date(2026, 3, 2)


def test_one_answer_about_brothers_and_sisters_is_one_approval_of_whoever_manages_them() -> None:
    home = Household("seed", "Bell", MONDAY, [Member("A", "Bell", "F", date(2015, 1, 1))] * 2)
    home.tell(MONDAY, "contact decided", (0, 1), hour=10, outcome="ADVICE_FLAG")
    home.tell(date(2026, 3, 7), "contact decided", (0, 1), hour=10, outcome="NEW_REFERRAL_FLAG")
    home.tell(date(2026, 3, 9), "allocated", (0, 1), hour=9, team="assessment", seat=7)
    home.tell(date(2026, 3, 9), "assessment", (0, 1), hour=12)
    for child in (0, 1):  # told one by one, signed in one answer
        home.tell(date(2026, 4, 10), "assessment authorised", child, hour=15, outcome="NFA_FLAG")
        home.tell(date(2026, 4, 10), "let go", child, hour=19)
    theirs = ("assessment", 7 % managed_teams()["assessment"])
    assert list(approvals(home, managed_teams(), date(2026, 12, 31))) == [
        Approval(MONDAY, "no_further_action", (DUTY, 0)),
        Approval(date(2026, 3, 23), "checkpoint, day 10", theirs),
        Approval(date(2026, 4, 10), "assessment", theirs),
    ]
