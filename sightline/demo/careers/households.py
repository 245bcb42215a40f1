"""Made-up households: brothers and sisters of different ages, babies who are expected, a mother and often a father."""

from __future__ import annotations

from datetime import date, timedelta

from sightline.demo.careers.chance import Chance, birthday, working
from sightline.demo.careers.commands import Household, Member
from sightline.demo.tables import one_of_many_names, rows

AGES = {
    "age_at_referral_0": (5, 364),
    "age_at_referral_1_4": (366, 1800),
    "age_at_referral_5_9": (1830, 3630),
    "age_at_referral_10_15": (3660, 5800),
    "age_at_referral_16_17": (5850, 6500),
}  # days
UNBORN = "age_at_referral_unborn"
SIBLINGS = {1: 0.52, 2: 0.28, 3: 0.13, 4: 0.05, 5: 0.02}  # population.md, "Siblings"; parameter sibling_group_mean
FATHER_KNOWN, FATHER_OF_THE_SAME_NAME = 0.7, 0.6
PARTS_OF_TOWN = ("Upper", "Lower", "North", "South", "East", "West", "Old", "New", "Great", "Little", "High", "Far",
                 "Castle", "Harbour", "Church", "Mill", "Bridge", "Station", "Abbey", "Moor")  # fmt: skip
CHILDHOOD = 6400  # days
ETHNICITIES = {"WBRI": 84.0, "AOTH": 2.0, "ABAN": 2.0, "APKN": 1.0, "BAFR": 5.0, "MWBC": 6.0}


def household(seed: str, began: date, chance: Chance) -> Household:
    """A family as it is on the day somebody first gets in touch about it."""
    made = Household(seed, one_of_many_names("family", chance.random), working(began), [])
    for _ in range(chance.one(SIBLINGS)):
        made.children.append(child(made, chance))
    made.children.sort(key=lambda each: each.born or each.expected_on or began)
    described(made, chance)
    return made


def child(home: Household, chance: Chance) -> Member:
    """One child; the ages of a household's children are drawn one by one from those of referred children."""
    if not home.children and chance.named(UNBORN):
        return Member("", home.name, "U", None, home.began + chance.days(20, 170))
    band = chance.one({name: chance.parameters(name) for name in AGES})
    born = home.began - chance.days(*AGES[band])
    while any(each.born and abs((each.born - born).days) < 290 for each in home.children):
        born -= chance.days(120, 300)
    if (home.began - born).days > CHILDHOOD:
        born = home.began - chance.days(*AGES["age_at_referral_1_4"])
    sex = chance.one({"M": 0.52, "F": 0.48})
    taken = {each.given_names for each in home.children}
    return Member(one_of_many_names("girl" if sex == "F" else "boy", chance.random, taken), home.name, sex, born)


def described(home: Household, chance: Chance) -> None:
    """Who the adults are, where they live, and what is known of the children from the beginning."""
    everybody = tuple(range(len(home.children)))
    home.tell(home.began, "known", everybody, hour=8)
    oldest = min((each.born or home.began for each in home.children), default=home.began)
    home.adults["mother"] = adult(home.name, "F", oldest, chance)
    if chance.of(FATHER_KNOWN):
        surname = home.name if chance.of(FATHER_OF_THE_SAME_NAME) else one_of_many_names("family", chance.random)
        home.adults["father"] = adult(surname, "M", oldest, chance)
    for kind in home.adults:
        home.tell(home.began, "network", everybody, hour=9, kind=kind)
    street = chance.pick(rows("streets"))
    lines = f"{chance.whole(1, 240)} {chance.pick(PARTS_OF_TOWN)} {street['street']}\n{street['town']}"
    home.tell(home.began, "address", everybody, hour=9, lines=lines, postcode=street["postcode"], kind="home")
    home.tell(home.began, "ethnicity", everybody, hour=9, code=chance.one(ETHNICITIES))


def adult(surname: str, sex: str, oldest: date, chance: Chance) -> Member:
    """A parent, grown up when the oldest child was born."""
    born = oldest - timedelta(days=chance.whole(18 * 366, 34 * 365))
    return Member(one_of_many_names("woman" if sex == "F" else "man", chance.random), surname, sex, born)


def birth(home: Household, place: int, chance: Chance) -> date:
    """A baby is born near the day on which it was expected; that day."""
    baby = home.children[place]
    expected = baby.expected_on or home.began
    born = expected + chance.days(-12, 6)
    sex = chance.one({"M": 0.51, "F": 0.49})
    taken = {each.given_names for each in home.children}
    given = one_of_many_names("girl" if sex == "F" else "boy", chance.random, taken)
    home.tell(born, "birth", place, hour=8, born=born, sex=sex, given_names=given)
    baby.born = born
    return born


def grown_up(member: Member) -> date:
    """The day on which a child reaches 18."""
    return birthday(member.born or member.expected_on or date.max.replace(year=2100), 18)
