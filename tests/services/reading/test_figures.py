"""The grid of a day and the board of a month, against plain sums."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from math import floor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teamops.clock import Clock
from teamops.db.books import Books
from teamops.models.figures import FigureKind, MonthBoard, Standing
from teamops.models.inputs.figures import CellIn, FigureChange, FigureIn, TargetIn
from teamops.models.people import Actor, Role
from teamops.models.tables.people import Person, Posting
from teamops.services import figures
from teamops.services.desk import Desk, rights, together
from teamops.services.reading import figures as reading
from tests.services.minuted import ACCOUNTS, ASSETS, QUESTIONS, record

FRIDAY = date(2026, 11, 20)
TODAY = date(2026, 11, 23)
RESTS = {date(2026, 9, 25), *(date(2026, 10, day) for day in range(1, 8))}
MAKEUPS = {date(2026, 9, 20), date(2026, 10, 10)}
"""What the mainland's calendar says of September to November 2026 beside Saturdays and Sundays."""


def worked(day: date) -> bool:
    return day in MAKEUPS or (day.weekday() < 5 and day not in RESTS)


def plain(*values: Decimal | int | None) -> list[Decimal | None]:
    return [None if value is None else Decimal(value) for value in values]


def board(desk: Desk, today: date = TODAY) -> MonthBoard:
    with desk.books.reading() as reader:
        return reading.board(reader, today)


def standing(desk: Desk, figure: int, today: date = TODAY) -> Standing:
    return next(one for one in board(desk, today).team if one.figure.id == figure)


@pytest.fixture
def liu(hire: Callable[..., Actor]) -> Actor:
    return hire("A104", "劉平", Role.GROUP_LEADER, group="第一組")


@pytest.fixture
def zhang(hire: Callable[..., Actor]) -> Actor:
    return hire("A107", "張敏", group="第二組")


# --- the grid of a day


def test_the_grid_asks_those_who_sell(
    desk: Desk, liu: Actor, zhang: Actor, hire: Callable[..., Actor]
) -> None:
    hire("A102", "張濤", Role.ATTENDANCE_CLERK)
    hire("A119", "陳明", joined=date(2026, 11, 21))
    with desk.books.reading() as reader:
        sheet = reading.sheet(reader, FRIDAY)
    assert {member[1:] for member in sheet.members} == {("A104", "劉平"), ("A107", "張敏")}
    assert [figure.id for figure in sheet.figures] == [ACCOUNTS, ASSETS, QUESTIONS]
    assert sheet.cells == ()


def test_whoever_told_a_figure_stands_in_the_grid(
    desk: Desk, zhang: Actor, hire: Callable[..., Actor]
) -> None:
    clerk = hire("A102", "張濤", Role.ATTENDANCE_CLERK)
    record(desk, FRIDAY, clerk, ACCOUNTS, "1")
    with desk.books.reading() as reader:
        assert [member[1] for member in reading.sheet(reader, FRIDAY).members] == ["A107", "A102"]
    record(desk, FRIDAY, clerk, ACCOUNTS, None)
    with desk.books.reading() as reader:
        assert [member[1] for member in reading.sheet(reader, FRIDAY).members] == ["A107"]


# --- the board of a month


def test_the_board_shows_yesterday_and_the_month(desk: Desk, liu: Actor, zhang: Actor) -> None:
    record(desk, date(2026, 11, 2), liu, ACCOUNTS, "3")
    record(desk, FRIDAY, liu, ACCOUNTS, "2")
    record(desk, FRIDAY, zhang, ACCOUNTS, "0")
    record(desk, FRIDAY, zhang, QUESTIONS, None, "why")
    figures.target(desk, TODAY, (TargetIn(person_id=liu.person_id, figure_id=ACCOUNTS, value=Decimal(20)),))
    shown = board(desk)
    assert (shown.month, shown.day) == (date(2026, 11, 1), FRIDAY)
    assert (shown.reported, shown.expected) == (2, 2)
    assert (shown.days_gone, shown.days_all) == (15, 21)
    accounts = shown.team[0]
    assert plain(accounts.done, accounts.yesterday, accounts.target, accounts.pace) == plain(5, 2, 20, 7)
    assert accounts.share == 25
    assert [value for value in accounts.by_day if value is not None] == [3, 2]
    assert plain(accounts.by_day[0], accounts.by_day[14], len(accounts.by_day)) == plain(3, 2, 21)
    lines = [one for one in shown.members if one.figure_id == ACCOUNTS]
    assert [(one.name, one.group) for one in lines] == [("劉平", "第一組"), ("張敏", "第二組")]
    assert [plain(one.yesterday, one.done, one.target) for one in lines] == [
        plain(2, 5, 20),
        plain(0, 0, None),
    ]
    assert {member.figure_id for member in shown.members} == {ACCOUNTS, ASSETS}
    assert [one.figure.kind for one in shown.team] == [FigureKind.COUNT, FigureKind.AMOUNT]


def test_a_board_is_that_of_its_morning_however_late_it_is_drawn(desk: Desk, liu: Actor) -> None:
    record(desk, FRIDAY, liu, ACCOUNTS, "2")
    morning = board(desk)
    record(desk, TODAY, liu, ACCOUNTS, "9")
    assert board(desk) == morning
    evening = standing(desk, ACCOUNTS, TODAY + timedelta(days=1))
    assert plain(evening.done, evening.yesterday) == plain(11, 9)


def test_on_a_months_first_day_the_last_month_stands_beside_the_new_one(desk: Desk, liu: Actor) -> None:
    record(desk, date(2026, 10, 30), liu, ACCOUNTS, "4")
    figures.target(desk, date(2026, 11, 1), (TargetIn(figure_id=ACCOUNTS, value=Decimal(60)),))
    shown = board(desk, date(2026, 11, 2))
    assert (shown.month, shown.day, shown.days_gone) == (date(2026, 11, 1), date(2026, 10, 30), 0)
    accounts = shown.team[0]
    assert plain(accounts.done, accounts.yesterday, accounts.target, accounts.pace) == plain(0, 4, 60, None)
    assert set(accounts.by_day) == {None}
    assert [member.yesterday for member in shown.members if member.figure_id == ACCOUNTS] == [4]


def test_figures_of_a_rest_day_count_in_the_month(desk: Desk, liu: Actor) -> None:
    record(desk, FRIDAY, liu, ACCOUNTS, "2")
    record(desk, date(2026, 11, 21), liu, ACCOUNTS, "5")
    accounts = standing(desk, ACCOUNTS)
    assert plain(accounts.done, accounts.yesterday) == plain(7, 2)


def test_the_teams_own_target_goes_before_the_sum_of_its_members(
    desk: Desk, liu: Actor, zhang: Actor
) -> None:
    both = tuple(
        TargetIn(person_id=one.person_id, figure_id=ACCOUNTS, value=Decimal(12)) for one in (liu, zhang)
    )
    figures.target(desk, TODAY, both)
    assert standing(desk, ACCOUNTS).target == 24
    figures.target(desk, TODAY, (TargetIn(figure_id=ACCOUNTS, value=Decimal(60)),))
    assert standing(desk, ACCOUNTS).target == 60
    assert standing(desk, ASSETS).target is None


def test_who_left_within_the_month_still_stands_in_it(
    desk: Desk, zhang: Actor, hire: Callable[..., Actor]
) -> None:
    gone = hire("A103", "孫浩", left=date(2026, 11, 10), group="第三組")
    record(desk, date(2026, 11, 10), gone, ACCOUNTS, "6")
    shown = board(desk)
    assert (shown.reported, shown.expected) == (0, 1)
    lines = [one for one in shown.members if one.figure_id == ACCOUNTS]
    assert [(one.name, one.group) for one in lines] == [("張敏", "第二組"), ("孫浩", "第三組")]
    assert plain(*(one.done for one in lines)) == plain(0, 6)
    assert sum(one.done for one in lines) == shown.team[0].done


def test_an_empty_team_has_a_board(desk: Desk) -> None:
    shown = board(desk)
    assert (shown.reported, shown.expected, shown.members) == (0, 0, ())
    assert [plain(one.done, one.target, one.pace) for one in shown.team] == [plain(0, None, 0)] * 2


def test_a_figure_no_longer_asked_for_leaves_the_board(desk: Desk, liu: Actor) -> None:
    record(desk, FRIDAY, liu, ACCOUNTS, "2")
    with desk.books.reading() as reader:
        version = reading.figures(reader)[0].version
    figures.change(desk, ACCOUNTS, FigureChange(active=False), version)
    assert [one.figure.id for one in board(desk).team] == [ASSETS]
    assert {member.figure_id for member in board(desk).members} == {ASSETS}


# --- against a plain restatement

FIRST, LAST = date(2026, 9, 1), date(2026, 11, 30)
PEOPLE = 3
days = st.integers(0, (LAST - FIRST).days).map(lambda n: FIRST + timedelta(days=n))
tenths = st.integers(-500, 5000).map(lambda n: Decimal(n).scaleb(-1))
told = st.dictionaries(st.tuples(days, st.integers(0, PEOPLE - 1)), tenths, max_size=25)
aimed = st.dictionaries(st.sampled_from([None, 0, 1, 2]), st.integers(0, 500).map(Decimal), max_size=4)


@pytest.fixture(scope="module")
def staffed(founded_file: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[int], int]:
    """Books to copy, with three client managers and a figure with one decimal; their keys, and its."""
    path = tmp_path_factory.mktemp("staffed") / "staffed.db"
    shutil.copy(founded_file, path)
    books = Books.open(path)
    desk = Desk(books, Actor(1, "A101", "徐靜", Role.LEAD))
    hired = []
    with together(desk, "test.hire", rights(Role.LEAD)) as tx:
        for n in range(PEOPLE):
            person = tx.add(Person(number=f"A20{n}", name=f"N{n}", joined_on=date(2024, 1, 1)))
            tx.add(Posting(person_id=person.id, role=Role.CLIENT_MANAGER, starts_on=date(2024, 1, 1)))
            hired.append(person.id)
    figure = figures.define(desk, FigureIn(name="flow", kind=FigureKind.AMOUNT, decimals=1))
    books.close()
    return path, hired, figure


@settings(max_examples=40, deadline=None)
@given(told=told, aimed=aimed, today=days)
def test_sheet_and_board_are_the_sums_of_their_cells(
    staffed: tuple[Path, list[int], int],
    tmp_path_factory: pytest.TempPathFactory,
    told: dict[tuple[date, int], Decimal],
    aimed: dict[int | None, Decimal],
    today: date,
) -> None:
    source, people, figure = staffed
    path = tmp_path_factory.mktemp("told") / "team.db"
    shutil.copy(source, path)
    books = Books.open(path)
    books.clock = Clock("Asia/Shanghai", datetime(2026, 12, 1, tzinfo=UTC), monotonic=lambda: 0.0)
    desk = Desk(books, Actor(1, "A101", "徐靜", Role.LEAD))
    for (day, who), value in told.items():
        figures.record(desk, day, (CellIn(person_id=people[who], figure_id=figure, value=value),))
    lines = tuple(
        TargetIn(person_id=None if who is None else people[who], figure_id=figure, value=value)
        for who, value in aimed.items()
    )
    figures.target(desk, today, lines)
    with books.reading() as reader:
        shown = reading.board(reader, today)
        sheets = [reading.sheet(reader, day) for day in {day for day, _ in told}]
    books.close()

    for sheet in sheets:
        cells = {cell.person_id: cell.value for cell in sheet.cells}
        assert cells == {people[who]: value for (day, who), value in told.items() if day == sheet.day}
    month = [
        day
        for day in (today.replace(day=1) + timedelta(days=n) for n in range(31))
        if day.month == today.month
    ]
    before = max(day for day in (today - timedelta(days=n) for n in range(1, 20)) if worked(day))
    workdays = [day for day in month if worked(day)]
    gone = [day for day in workdays if day < today]
    counting = {key: Fraction(value) for key, value in told.items() if key[0] in month and key[0] < today}
    team = next(one for one in shown.team if one.figure.id == figure)
    assert (shown.day, shown.days_gone, shown.days_all) == (before, len(gone), len(workdays))
    assert Fraction(team.done) == sum(counting.values())
    assert Fraction(team.yesterday) == sum(
        Fraction(value) for (day, _), value in told.items() if day == before
    )
    if gone:
        exact = sum(counting.values(), Fraction(0)) / len(gone) * len(workdays) * 10
        tenths = floor(abs(exact) + Fraction(1, 2)) * (1 if exact > 0 else -1)
        assert team.pace == Decimal(tenths) / 10
    else:
        assert team.pace is None
    assert [value for value in team.by_day if value is not None] == [
        sum(value for (day, _), value in told.items() if day == one)
        for one in gone
        if any(day == one for day, _ in told)
    ]
    assert team.target == (aimed.get(None, sum(aimed.values())) if aimed else None)
    members = {one.person_id: one for one in shown.members if one.figure_id == figure}
    for n, person in enumerate(people):
        assert Fraction(members[person].done) == sum(
            value for (_, who), value in counting.items() if who == n
        )
        assert members[person].yesterday == told.get((before, n))
        assert members[person].target == aimed.get(n)
