"""What importers share: days of files, verdicts, plans."""

from __future__ import annotations

from datetime import date

import pytest

from teamops.errors import NotAFileDate
from teamops.importing.plan import Planner, changes_between, file_day
from teamops.models.imports import Change, Verdict


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-20",
        "2026/11/20",
        "2026.11.20",
        "20261120",
        "2026年11月20日",
        "２０２６－１１－２０",
        "民國115年11月20日",
        "2026-11-20 00:00",
        "2026-11-20T00:00:00",
        "2026-11-20 00:00:00.000",
        " 2026-11-20 ",
        "20 Nov 2026",
    ],
)
def test_a_day_of_a_file_has_its_year(text: str) -> None:
    assert file_day(text) == date(2026, 11, 20)


@pytest.mark.parametrize(
    "text", ["", "11-20", "fri", "+3", "2026", "2026-02-30", "2026-11-20 08:30", "1999-12-31"]
)
def test_anything_else_is_no_day_of_a_file(text: str) -> None:
    with pytest.raises(NotAFileDate):
        file_day(text)


def test_older_days_are_taken_where_they_make_sense() -> None:
    assert file_day("1986-01-31", 1900) == date(1986, 1, 31)


def test_a_plan_keeps_the_order_of_the_file_and_counts() -> None:
    planner: Planner[str] = Planner("people.csv")
    planner.say(9, Verdict.REFUSED, "A9", "why")
    planner.say(2, Verdict.ADDED, "A2", writes=("a", "b"))
    planner.say(4, Verdict.CHANGED, "A4", changes=[Change("name", "x", "y")], writes=("c",))
    planner.say(2, Verdict.ADDED, "A2", writes=("d",))
    plan = planner.plan()
    assert plan.source == "people.csv"
    assert [line.number for line in plan.lines] == [2, 4, 9]
    assert plan.writes == ("d", "c")
    assert plan.counts[Verdict.ADDED] == 1
    assert [line.number for line in plan.refused] == [9]


def test_a_line_refused_afterwards_writes_nothing() -> None:
    planner: Planner[str] = Planner("people.csv")
    assert not planner.again("A1", "one", 2, "A1")
    planner.say(2, Verdict.ADDED, "A1", writes=("a",))
    assert planner.again("A1", "two", 3, "A1")
    assert planner.plan().writes == ()
    assert {line.verdict for line in planner.plan().lines} == {Verdict.REFUSED}


def test_only_what_differs_is_a_change() -> None:
    assert changes_between({"name": ("a", "b"), "born": ("c", "c")}) == (Change("name", "a", "b"),)
