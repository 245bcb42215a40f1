"""What several clock functions read is read once while clocks are counted, and never remembered after."""

from uuid import UUID

from sightline.foundation.timescales.sharing import counting, once

TIA, LEO = UUID(int=1), UUID(int=2)


def test_while_clocks_are_counted_each_reading_is_made_once_for_the_same_children():
    asked = []

    def read(people):
        asked.append(list(people))
        return len(asked)

    with counting():
        assert [once(read, [TIA]), once(read, [TIA]), once(read, [TIA, LEO])] == [1, 1, 2]
    assert asked == [[TIA], [TIA, LEO]]


def test_afterwards_and_outside_it_is_made_each_time():
    asked = []
    with counting():
        once(asked.append, [TIA])
    once(asked.append, [TIA])
    once(asked.append, [TIA])
    assert len(asked) == 3


def test_another_count_remembers_nothing_of_the_one_before():
    asked = []
    for _ in range(2):
        with counting():
            once(asked.append, [TIA])
    assert len(asked) == 2
