"""`python -m bench.returns TARGET --source DIR --times 100`: a return many times as large as one that is given.

Without a source the return is made up: as many rows for each child, of each kind, as the public sample of 2018 has.
"""

import csv
from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from tests.builders.returns import episode, header, ssda903

CHILDREN = 2_675  # in the public sample of 2018, with 5,050 episodes and 12,582 reviews
YEAR = "2017-18"
BEGAN, ENDED = date(2017, 4, 1), date(2018, 3, 31)


def multiplied(source: Path, target: Path, times: int) -> Path:
    """A folder of the same files, each child many times under numbers of its own; pupil numbers only once."""
    target.mkdir(parents=True, exist_ok=True)
    for path in sorted(source.glob("*.csv")):
        with (
            path.open(encoding="utf-8-sig", newline="") as given,
            (target / path.name).open("w", encoding="utf-8", newline="") as made,
        ):
            rows = list(csv.DictReader(given))
            writer = csv.DictWriter(made, list(rows[0]))
            writer.writeheader()
            for number in range(times):
                writer.writerows(as_another(row, number) for row in rows)
    return target


def as_another(row: dict[str, str], number: int) -> dict[str, str]:
    """The row of a child as that of another; the first is the child itself."""
    if number == 0:
        return row
    return row | {"CHILD": f"{row['CHILD']}-{number}"} | ({"UPN": "UN1"} if "UPN" in row else {})


def made_up(target: Path, children: int = CHILDREN) -> Path:
    """A return of invented children, always the same."""
    chance = Random(903)
    names = [f"{number:06}" for number in range(children)]
    born = {name: date(2001, 1, 1) + timedelta(days=chance.randrange(6000)) for name in names}
    return ssda903(
        target,
        Header=[header(name, DOB=written(born[name]), SEX=chance.choice("12")) for name in names],
        Episodes=[row for name in names for row in episodes(name, chance)],
        Reviews=[row for name in names for row in reviews(name, chance)],
        PrevPerm=[{"CHILD": name, "DOB": written(born[name]), "PREV_PERM": "Z1"} for name in names],
        OC2=[{"CHILD": name, "DOB": written(born[name]), "SDQ_REASON": "SDQ1", "CONVICTED": "0"} for name in names],
    )


def episodes(name: str, chance: Random) -> Iterator[dict[str, str]]:
    """One home, or two one after the other."""
    first = BEGAN - timedelta(days=chance.randrange(1500))
    if chance.random() < 0.1:
        yield dict(episode(name, written(first)))
        return
    moved = first + timedelta(days=chance.randrange(5, 900))
    yield dict(episode(name, written(first), DEC=written(moved), REC="X1", REASON_PLACE_CHANGE="CARPL"))
    yield dict(episode(name, written(moved), RNE="P", PL_POST="SR4 1AA"))


def reviews(name: str, chance: Random) -> Iterator[dict[str, str]]:
    """Some days of the year on which the child's care was reviewed."""
    for days in sorted(chance.sample(range((ENDED - BEGAN).days), chance.randrange(3, 7))):
        yield {"CHILD": name, "REVIEW": written(BEGAN + timedelta(days=days)), "REVIEW_CODE": "PN1"}


def written(day: date) -> str:
    """A day as the return writes it."""
    return day.strftime("%d/%m/%Y")


def main() -> None:
    reader = ArgumentParser(prog="python -m bench.returns", description=__doc__)
    reader.add_argument("target", type=Path, help="the folder to make")
    reader.add_argument("--source", type=Path, help="the folder of the return that is multiplied")
    reader.add_argument("--times", type=int, default=100)
    chosen = reader.parse_args()
    source = chosen.source or made_up(chosen.target.with_name(f"{chosen.target.name} once {YEAR}"))
    multiplied(source, chosen.target, chosen.times)


if __name__ == "__main__":
    main()
