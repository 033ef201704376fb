"""Figures: the day's sheet, the team's own figures, targets."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from teamops.errors import (
    AlreadyThere,
    ChangedSince,
    FigureRetired,
    FinerRecorded,
    FutureDay,
    Missing,
    MissingText,
    NotAllowed,
    NotYours,
    NumberOutOfRange,
    NumberWanted,
    OutsideEmployment,
    Refusal,
    Refusals,
    WordsWanted,
)
from teamops.i18n import speaking
from teamops.models.figures import FigureKind, FigureLine
from teamops.models.inputs.base import read
from teamops.models.inputs.figures import CellIn, FigureChange, FigureIn, TargetIn
from teamops.models.people import Actor, Role
from teamops.services import figures
from teamops.services.desk import Desk
from teamops.services.reading import figures as reading

FRIDAY = date(2026, 11, 20)
TODAY = date(2026, 11, 23)
ACCOUNTS, ASSETS, QUESTIONS = 1, 2, 3


def told(desk: Desk, day: date = FRIDAY) -> dict[tuple[int, int], tuple[Decimal | None, str]]:
    with desk.books.reading() as reader:
        cells = reading.sheet(reader, day).cells
    return {(cell.person_id, cell.figure_id): (cell.value, cell.words) for cell in cells}


def line(desk: Desk, figure_id: int) -> FigureLine:
    with desk.books.reading() as reader:
        return next(one for one in reading.figures(reader, active_only=False) if one.id == figure_id)


def cell(person: Actor, figure: int, value: str | None = None, **more: Any) -> CellIn:
    assert person.person_id is not None
    number = Decimal(value) if value is not None else None
    return CellIn(person_id=person.person_id, figure_id=figure, value=number, **more)


def change(desk: Desk, figure_id: int, **fields: Any) -> None:
    figures.change(desk, figure_id, FigureChange(**fields), line(desk, figure_id).version)


@pytest.fixture
def liu(hire: Callable[..., Actor]) -> Actor:
    return hire("A104", "劉平", Role.GROUP_LEADER)


# --- the day's sheet


def test_a_sheet_is_written_in_one_event(desk: Desk, liu: Actor, zhang: Actor) -> None:
    before = desk.books.last_event()
    heard: list[str] = []
    desk.books.subscribe(heard.append)
    cells = (
        cell(liu, ACCOUNTS, "2"),
        cell(liu, ASSETS, "12.5"),
        cell(zhang, QUESTIONS, words="what does it cost"),
    )
    assert figures.record(desk, FRIDAY, cells) == 3
    assert told(desk) == {
        (liu.person_id, ACCOUNTS): (Decimal(2), ""),
        (liu.person_id, ASSETS): (Decimal("12.5"), ""),
        (zhang.person_id, QUESTIONS): (None, "what does it cost"),
    }
    assert desk.books.last_event() == before + 1
    assert heard == ["figures"]


def test_only_what_changed_is_written(desk: Desk, liu: Actor) -> None:
    figures.record(desk, FRIDAY, (cell(liu, ACCOUNTS, "2"), cell(liu, ASSETS, "3.00")))
    before = desk.books.last_event()
    same = (cell(liu, ACCOUNTS, "2"), cell(liu, ASSETS, "3"), cell(liu, QUESTIONS))
    assert figures.record(desk, FRIDAY, same) == 0
    assert desk.books.last_event() == before
    assert figures.record(desk, FRIDAY, (*same[1:], cell(liu, ACCOUNTS, "4"))) == 1
    with desk.books.reading() as reader:
        payload = json.loads(reader.value("SELECT payload FROM event_log ORDER BY id DESC"))
    assert [len(rows["rows"]) for rows in payload["rows"].values()] == [1]


def test_a_cleared_cell_says_nothing_and_keeps_its_place(desk: Desk, liu: Actor) -> None:
    figures.record(desk, FRIDAY, (cell(liu, ACCOUNTS, "2"), cell(liu, QUESTIONS, words="why")))
    assert figures.record(desk, FRIDAY, (cell(liu, ACCOUNTS), cell(liu, QUESTIONS))) == 2
    assert set(told(desk).values()) == {(None, "")}


def test_a_nought_is_something_said(desk: Desk, liu: Actor) -> None:
    assert figures.record(desk, FRIDAY, (cell(liu, ACCOUNTS, "0"),)) == 1
    assert told(desk) == {(liu.person_id, ACCOUNTS): (Decimal(0), "")}


def test_figures_may_be_told_of_today_but_not_of_tomorrow(desk: Desk, liu: Actor) -> None:
    assert figures.record(desk, TODAY, (cell(liu, ACCOUNTS, "1"),)) == 1
    with pytest.raises(FutureDay, match="Tue 24 Nov 2026"):
        figures.record(desk, date(2026, 11, 24), (cell(liu, ACCOUNTS, "1"),))


@pytest.mark.parametrize(
    ("figure", "value", "words", "refusal"),
    [
        (ACCOUNTS, "1.5", "", NumberOutOfRange),
        (ACCOUNTS, "-1", "", NumberOutOfRange),
        (ACCOUNTS, None, "two", NumberWanted),
        (ACCOUNTS, "2", "two", NumberWanted),
        (ASSETS, "1.234", "", NumberOutOfRange),
        (ASSETS, "1E+30", "", NumberOutOfRange),
        (QUESTIONS, "2", "", WordsWanted),
        (99, "2", "", Missing),
    ],
)
def test_what_a_figure_does_not_take_is_refused(
    desk: Desk, liu: Actor, figure: int, value: str | None, words: str, refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        figures.record(desk, FRIDAY, (cell(liu, ACCOUNTS, "1"), cell(liu, figure, value, words=words)))
    assert told(desk) == {}


def test_an_amount_may_be_negative(desk: Desk, liu: Actor) -> None:
    figures.record(desk, FRIDAY, (cell(liu, ASSETS, "-3.25"),))
    assert told(desk) == {(liu.person_id, ASSETS): (Decimal("-3.25"), "")}


def test_nobody_tells_figures_before_joining_or_after_leaving(desk: Desk, hire: Callable[..., Actor]) -> None:
    gone = hire("A120", "孫浩", joined=date(2026, 11, 17), left=date(2026, 11, 19))
    for day, taken in ((16, False), (17, True), (19, True), (20, False)):
        cells = (cell(gone, ACCOUNTS, "1"),)
        if taken:
            assert figures.record(desk, date(2026, 11, day), cells) == 1
        else:
            with pytest.raises(OutsideEmployment, match="from Tue 17 Nov 2026 to Thu 19 Nov 2026"):
                figures.record(desk, date(2026, 11, day), cells)
    with pytest.raises(OutsideEmployment, match="joined on Mon 23 Nov 2026"):
        figures.record(desk, FRIDAY, (cell(desk.actor, ACCOUNTS, "1"),))


def test_a_cell_changed_by_somebody_else_is_not_lost(desk: Desk, liu: Actor) -> None:
    figures.record(desk, FRIDAY, (cell(liu, ACCOUNTS, "2", version=0),))
    with pytest.raises(ChangedSince):
        figures.record(desk, FRIDAY, (cell(liu, ACCOUNTS, "3", version=0),))
    assert figures.record(desk, FRIDAY, (cell(liu, ACCOUNTS, "2", version=0),)) == 0
    assert figures.record(desk, FRIDAY, (cell(liu, ACCOUNTS, "3", version=1),)) == 1
    with pytest.raises(ChangedSince):
        figures.record(desk, FRIDAY, (cell(liu, ACCOUNTS, "4", version=1),))
    assert told(desk) == {(liu.person_id, ACCOUNTS): (Decimal(3), "")}


def test_a_cell_given_twice_is_refused(desk: Desk, liu: Actor) -> None:
    with pytest.raises(AlreadyThere):
        figures.record(desk, FRIDAY, (cell(liu, ACCOUNTS, "2"), cell(liu, ACCOUNTS, "3")))
    assert told(desk) == {}


def test_members_write_their_own_figures_only(
    desk: Desk, at_desk: Callable[[Actor], Desk], liu: Actor, zhang: Actor, hire: Callable[..., Actor]
) -> None:
    assert figures.record(at_desk(zhang), FRIDAY, (cell(zhang, ACCOUNTS, "1"),)) == 1
    with pytest.raises(NotYours):
        figures.record(at_desk(zhang), FRIDAY, (cell(zhang, ACCOUNTS, "2"), cell(liu, ACCOUNTS, "1")))
    assert figures.record(at_desk(liu), FRIDAY, (cell(zhang, ACCOUNTS, "2"),)) == 1
    auditor = hire("B1", "馮強", Role.AUDITOR)
    with pytest.raises(NotAllowed):
        figures.record(at_desk(auditor), FRIDAY, (cell(auditor, ACCOUNTS, "1"),))


# --- the figures themselves


def test_a_team_keeps_figures_of_its_own(desk: Desk) -> None:
    first = figures.define(desk, FigureIn(name="拜訪數", kind=FigureKind.COUNT, unit="次", decimals=2))
    second = figures.define(
        desk, FigureIn(name="佣金", kind=FigureKind.AMOUNT, unit="元", decimals=2, position=1)
    )
    third = figures.define(desk, FigureIn(name="感想", kind=FigureKind.TEXT, unit="句", decimals=1))
    with desk.books.reading() as reader:
        lines = reading.figures(reader)
    assert [(one.id, one.position) for one in lines] == [
        (second, 1), (ACCOUNTS, 2), (ASSETS, 3), (QUESTIONS, 4), (first, 5), (third, 6),
    ]  # fmt: skip
    own = [line(desk, one) for one in (first, second, third)]
    assert [(one.code, one.decimals, one.unit) for one in own] == [
        ("own1", 0, "次"), ("own2", 2, "元"), ("own3", 0, ""),
    ]  # fmt: skip


def test_two_figures_never_share_a_name(desk: Desk) -> None:
    with pytest.raises(AlreadyThere):
        figures.define(desk, FigureIn(name="Accounts Opened", kind=FigureKind.COUNT))
    own = figures.define(desk, FigureIn(name="visits", kind=FigureKind.COUNT))
    with pytest.raises(AlreadyThere):
        change(desk, ACCOUNTS, name="Visits")
    with pytest.raises(AlreadyThere):
        change(desk, own, name="new assets")
    change(desk, own, name="visits")


def test_a_figure_is_renamed_refined_and_moved(desk: Desk) -> None:
    change(desk, ASSETS, name="淨流入", unit="元", decimals=3, position=1)
    changed = line(desk, ASSETS)
    assert (changed.name, changed.unit, changed.decimals, changed.position) == ("淨流入", "元", 3, 1)
    with desk.books.reading() as reader:
        assert [one.id for one in reading.figures(reader)] == [ASSETS, ACCOUNTS, QUESTIONS]
    change(desk, ASSETS, position=99)
    with desk.books.reading() as reader:
        assert [one.id for one in reading.figures(reader)] == [ACCOUNTS, QUESTIONS, ASSETS]
    assert line(desk, ASSETS).name == "new assets"


def test_built_in_words_handed_back_stay_built_in(desk: Desk) -> None:
    with speaking("en"):
        change(desk, ASSETS, name="new assets", unit="10k yuan", decimals=2)
    assert (line(desk, ASSETS).own_name, line(desk, ASSETS).own_unit) == ("", "")


def test_a_figure_of_the_teams_own_needs_a_name(desk: Desk) -> None:
    own = figures.define(desk, FigureIn(name="visits", kind=FigureKind.COUNT))
    with pytest.raises(MissingText):
        change(desk, own, name="")


def test_a_form_opened_before_somebody_elses_change_is_refused(desk: Desk) -> None:
    version = line(desk, ASSETS).version
    change(desk, ASSETS, name="淨流入")
    with pytest.raises(ChangedSince):
        figures.change(desk, ASSETS, FigureChange(name="資產"), version)


def test_decimals_that_values_have_are_kept(desk: Desk, liu: Actor) -> None:
    figures.record(desk, FRIDAY, (cell(liu, ASSETS, "1.2"),))
    change(desk, ASSETS, decimals=1)
    with pytest.raises(FinerRecorded, match="more than 0 decimals"):
        change(desk, ASSETS, decimals=0)
    figures.record(desk, FRIDAY, (cell(liu, ASSETS),))
    change(desk, ASSETS, decimals=0)
    change(desk, ASSETS, decimals=1)
    figures.target(desk, FRIDAY, (TargetIn(figure_id=ASSETS, value=Decimal("0.5")),))
    with pytest.raises(FinerRecorded):
        change(desk, ASSETS, decimals=0)


def test_counts_and_words_have_no_decimals(desk: Desk) -> None:
    change(desk, ACCOUNTS, decimals=2, unit="戶")
    change(desk, QUESTIONS, decimals=2, unit="句")
    assert (line(desk, ACCOUNTS).decimals, line(desk, ACCOUNTS).unit) == (0, "戶")
    assert (line(desk, QUESTIONS).decimals, line(desk, QUESTIONS).unit) == (0, "")


def test_a_figure_no_longer_asked_for_keeps_what_it_has(desk: Desk, liu: Actor) -> None:
    figures.record(desk, FRIDAY, (cell(liu, ACCOUNTS, "2"),))
    change(desk, ACCOUNTS, active=False)
    with pytest.raises(FigureRetired, match="accounts opened"):
        figures.record(desk, FRIDAY, (cell(liu, ACCOUNTS, "3"),))
    with pytest.raises(FigureRetired):
        figures.target(desk, FRIDAY, (TargetIn(figure_id=ACCOUNTS, value=Decimal(3)),))
    assert figures.record(desk, FRIDAY, (cell(liu, ACCOUNTS, "2"),)) == 0
    with desk.books.reading() as reader:
        assert [one.id for one in reading.figures(reader)] == [ASSETS, QUESTIONS]
        assert [one.id for one in reading.sheet(reader, FRIDAY).figures] == [ACCOUNTS, ASSETS, QUESTIONS]
        assert [one.id for one in reading.sheet(reader, TODAY).figures] == [ASSETS, QUESTIONS]


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"name": "", "kind": "count"}, "name"),
        ({"name": "x" * 25, "kind": "count"}, "name"),
        ({"name": "x", "unit": "y" * 13, "kind": "count"}, "unit"),
        ({"name": "x", "kind": "sum"}, "kind"),
        ({"name": "x", "kind": "amount", "decimals": "5"}, "decimals"),
        ({"name": "x", "kind": "amount", "position": "0"}, "position"),
    ],
)
def test_a_figure_typed_wrong_says_where(typed: dict[str, str], field: str) -> None:
    with pytest.raises(Refusals) as caught:
        read(FigureIn, typed, today=TODAY)
    assert list(caught.value.by_field) == [field]


def test_a_figure_typed_right_is_understood() -> None:
    typed = {"name": " 佣金 ", "unit": "元", "kind": "amount", "decimals": "２", "position": " "}
    assert read(FigureIn, typed, today=TODAY) == FigureIn(
        name="佣金", unit="元", kind=FigureKind.AMOUNT, decimals=2
    )
    assert read(FigureChange, {"position": "3"}, today=TODAY).position == 3


def test_figures_and_targets_are_the_leads_to_decide(at_desk: Callable[[Actor], Desk], liu: Actor) -> None:
    leader = at_desk(liu)
    with pytest.raises(NotAllowed):
        figures.define(leader, FigureIn(name="visits", kind=FigureKind.COUNT))
    with pytest.raises(NotAllowed):
        figures.change(leader, ASSETS, FigureChange(), 1)
    with pytest.raises(NotAllowed):
        figures.target(leader, TODAY, ())


# --- targets


def aims(desk: Desk, month: date = TODAY) -> dict[tuple[int | None, int], Decimal]:
    with desk.books.reading() as reader:
        return {(one.person_id, one.figure_id): one.value for one in reading.targets(reader, month)}


def test_targets_are_set_changed_and_taken_back(desk: Desk, liu: Actor) -> None:
    lines = (
        TargetIn(figure_id=ACCOUNTS, value=Decimal(60)),
        TargetIn(person_id=liu.person_id, figure_id=ACCOUNTS, value=Decimal(12)),
        TargetIn(person_id=liu.person_id, figure_id=ASSETS, value=Decimal("300.50")),
    )
    assert figures.target(desk, date(2026, 11, 30), lines) == 3
    assert figures.target(desk, date(2026, 11, 1), lines) == 0
    more = (
        TargetIn(figure_id=ACCOUNTS, value=None),
        TargetIn(person_id=liu.person_id, figure_id=ACCOUNTS, value=Decimal(15)),
        TargetIn(figure_id=ASSETS, value=None),
    )
    assert figures.target(desk, TODAY, more) == 2
    assert aims(desk) == {(liu.person_id, ACCOUNTS): Decimal(15), (liu.person_id, ASSETS): Decimal("300.5")}
    assert aims(desk, date(2026, 10, 31)) == {}


@pytest.mark.parametrize("value", [None, Decimal(20)])
def test_a_target_changed_since_it_was_read_is_refused(desk: Desk, liu: Actor, value: Decimal | None) -> None:
    def aim(value: Decimal | None, version: int) -> int:
        line = TargetIn(person_id=liu.person_id, figure_id=ACCOUNTS, value=value, version=version)
        return figures.target(desk, TODAY, (line,))

    assert aim(Decimal(12), 0) == 1
    with pytest.raises(ChangedSince):
        aim(Decimal(13), 0)
    assert aim(Decimal(15), 1) == 1
    with pytest.raises(ChangedSince):
        aim(value, 1)
    assert aim(Decimal(15), 1) == 0
    assert aims(desk) == {(liu.person_id, ACCOUNTS): Decimal(15)}
    assert aim(value, 2) == 1


@pytest.mark.parametrize(
    ("figure", "value", "refusal"),
    [
        (ACCOUNTS, "1.5", NumberOutOfRange),
        (ASSETS, "-1", NumberOutOfRange),
        (ASSETS, "1.001", NumberOutOfRange),
        (QUESTIONS, "1", WordsWanted),
        (99, "1", Missing),
    ],
)
def test_a_target_fits_its_figure(desk: Desk, figure: int, value: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        figures.target(desk, TODAY, (TargetIn(figure_id=figure, value=Decimal(value)),))
    assert aims(desk) == {}


def test_a_member_has_targets_in_the_months_they_are_there(desk: Desk, hire: Callable[..., Actor]) -> None:
    gone = hire("A120", "孫浩", joined=date(2026, 9, 30), left=date(2026, 11, 1))
    lines = (TargetIn(person_id=gone.person_id, figure_id=ACCOUNTS, value=Decimal(5)),)
    for month in (9, 10, 11):
        assert figures.target(desk, date(2026, month, 15), lines) == 1
    for month in (8, 12):
        with pytest.raises(OutsideEmployment):
            figures.target(desk, date(2026, month, 15), lines)
