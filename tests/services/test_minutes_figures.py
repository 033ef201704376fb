"""The figures the minutes tell of, against what was recorded."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

from teamops.models.calendar import DayKind
from teamops.models.figures import FigureKind
from teamops.models.inputs.calendar import OverrideIn
from teamops.models.inputs.figures import FigureChange, TargetIn
from teamops.models.people import Actor
from teamops.services import calendar, figures
from teamops.services.desk import Desk
from tests.services.holding import (
    FRIDAY,
    MONDAY,
    NEXT_MONDAY,
    TUESDAY,
    WEDNESDAY,
    hold,
    key,
    stand,
)
from tests.services.minuted import ACCOUNTS, ASSETS, QUESTIONS, body, figure, record


def totals(*values: int) -> tuple[Decimal, ...]:
    return tuple(Decimal(value) for value in values)


def test_the_figures_of_the_last_working_day_stand_beside_the_month(
    desk: Desk, team: dict[str, Actor]
) -> None:
    stand(desk.books, FRIDAY, time(18, 0))
    liu, zhang = team["liu"], team["zhang"]
    for day, person, told in (
        (MONDAY, liu, "4"),
        (FRIDAY, liu, "2"),
        (FRIDAY, zhang, "0"),
    ):
        record(desk, day, person, ACCOUNTS, told)
    record(desk, FRIDAY, liu, ASSETS, "12.5")
    record(desk, FRIDAY, liu, QUESTIONS, None, "利率還降嗎")
    figures.target(
        desk,
        FRIDAY,
        (
            TargetIn(figure_id=ACCOUNTS, value=Decimal(60)),
            TargetIn(figure_id=ACCOUNTS, person_id=key(liu), value=Decimal(10)),
            TargetIn(figure_id=ASSETS, person_id=key(liu), value=Decimal(100)),
            TargetIn(figure_id=ASSETS, person_id=key(zhang), value=Decimal("50.5")),
        ),
    )
    stand(desk.books, date(2026, 11, 28), time(12, 0))
    record(desk, date(2026, 11, 28), zhang, ACCOUNTS, "1")
    drawn = body(desk, hold(desk, NEXT_MONDAY))
    assert (drawn.figures_day, drawn.figures_reported, drawn.figures_expected) == (FRIDAY, 2, 2)
    accounts, assets, questions = (figure(drawn, code) for code in ("accounts", "assets", "questions"))
    # What was told of Saturday is none of Friday's, but it is the month's.
    assert (accounts.day_total, accounts.month_total, accounts.target) == totals(2, 7, 60)
    assert (assets.day_total, assets.month_total, assets.target) == (
        Decimal("12.5"), Decimal("12.5"), Decimal("150.5"),
    )  # fmt: skip
    assert (questions.kind, questions.target) == (FigureKind.TEXT, None)
    assert [(one.number, one.name, one.value, one.words) for one in accounts.members] == [
        ("A104", "劉平", Decimal(2), ""),
        ("A107", "張敏", Decimal(0), ""),
    ]
    assert [one.words for one in questions.members] == ["利率還降嗎", ""]
    assert (accounts.own_name, accounts.own_unit, accounts.decimals) == ("", "", 0)


def test_who_told_nothing_stands_there_with_nothing(desk: Desk, team: dict[str, Actor]) -> None:
    stand(desk.books, MONDAY)
    record(desk, MONDAY, team["liu"], ACCOUNTS, "1")
    drawn = body(desk, hold(desk, TUESDAY))
    assert (drawn.figures_reported, drawn.figures_expected) == (1, 2)
    assert [(one.name, one.value) for one in figure(drawn, "accounts").members] == [
        ("劉平", Decimal(1)),
        ("張敏", None),
    ]
    assert {one.value for one in figure(drawn, "assets").members} == {None}


def test_on_the_first_morning_of_a_month_the_month_that_is_over_is_told(
    desk: Desk, team: dict[str, Actor]
) -> None:
    stand(desk.books, NEXT_MONDAY, time(18, 0))
    record(desk, FRIDAY, team["liu"], ACCOUNTS, "5")
    record(desk, NEXT_MONDAY, team["liu"], ACCOUNTS, "2")
    figures.target(desk, FRIDAY, (TargetIn(figure_id=ACCOUNTS, value=Decimal(40)),))
    first = date(2026, 12, 1)
    figures.target(desk, first, (TargetIn(figure_id=ACCOUNTS, value=Decimal(50)),))
    stand(desk.books, first)
    record(desk, first, team["liu"], ACCOUNTS, "9")
    drawn = figure(body(desk, hold(desk, first)), "accounts")
    assert (drawn.day_total, drawn.month_total, drawn.target) == totals(2, 7, 40)
    second = figure(body(desk, hold(desk, date(2026, 12, 2))), "accounts")
    assert (second.day_total, second.month_total, second.target) == totals(9, 9, 50)


def test_what_was_told_of_rest_days_in_the_new_month_is_not_the_old_ones(
    desk: Desk, team: dict[str, Actor]
) -> None:
    first = date(2026, 12, 1)
    rest = OverrideIn(day=first, kind=DayKind.HOLIDAY, market_open=False, reason="總部通知")
    calendar.override(desk, rest)
    stand(desk.books, first)
    record(desk, NEXT_MONDAY, team["liu"], ACCOUNTS, "2")
    record(desk, first, team["liu"], ACCOUNTS, "5")
    drawn = body(desk, hold(desk, date(2026, 12, 2)))
    assert drawn.figures_day == NEXT_MONDAY
    assert figure(drawn, "accounts").month_total == Decimal(2)


def test_a_figure_no_longer_asked_for_is_told_where_it_was(desk: Desk, team: dict[str, Actor]) -> None:
    stand(desk.books, MONDAY)
    record(desk, MONDAY, team["liu"], ASSETS, "3.25")
    figures.change(desk, ASSETS, FigureChange(active=False, decimals=2, position=2), 1)
    tuesday = body(desk, hold(desk, TUESDAY))
    assert figure(tuesday, "assets").month_total == Decimal("3.25")
    wednesday = body(desk, hold(desk, WEDNESDAY))
    assert [entry.code for entry in wednesday.figures] == ["accounts", "questions"]


def test_a_team_that_sells_nothing_has_figures_of_nobody(desk: Desk) -> None:
    drawn = body(desk, hold(desk, MONDAY))
    assert (drawn.figures_reported, drawn.figures_expected) == (0, 0)
    assert [(entry.code, entry.day_total, entry.members) for entry in drawn.figures] == [
        ("accounts", Decimal(0), ()),
        ("assets", Decimal(0), ()),
        ("questions", Decimal(0), ()),
    ]
