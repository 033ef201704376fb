"""The parts a demo is thought up from: market, sales, staff, work."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest

from teamops.demo.chance import chance
from teamops.demo.market import Market, Session, Trend, Verdict, judged, verdict
from teamops.demo.selling import Sales
from teamops.demo.staff import called, hired
from teamops.demo.texts import texts_of
from teamops.demo.work import Fate, course, fates
from teamops.models.action_items import ActionState
from teamops.models.people import Role

FIRST = date(2026, 9, 1)
WEEKDAYS = [day for n in range(122) if (day := FIRST + timedelta(days=n)).weekday() < 5]
"""September to December 2026, without holidays."""


def session(move: int) -> Session:
    return Session(FIRST, 320_000, move, 8000)


@pytest.mark.parametrize(
    ("move", "trend"), [(80, Trend.RISING), (-24, Trend.QUIET), (25, Trend.RISING), (-60, Trend.FALLING)]
)
def test_small_moves_are_none(move: int, trend: Trend) -> None:
    assert session(move).trend is trend


def test_a_judgement_is_measured_by_what_happened() -> None:
    assert verdict(Trend.RISING, session(90)) is Verdict.HELD
    assert verdict(Trend.QUIET, session(90)) is Verdict.PARTLY
    assert verdict(Trend.FALLING, session(90)) is Verdict.MISSED


def test_judgements_come_true_more_often_than_not() -> None:
    rng = chance(1, "test")
    right = sum(judged(rng, session(90)) is Trend.RISING for _ in range(600))
    assert 330 < right < 510
    assert {judged(rng, None) for _ in range(40)} == set(Trend)


def test_the_index_goes_its_way_and_stays_believable() -> None:
    days = [date(2016, 1, 1) + timedelta(days=n) for n in range(3000)]
    market = Market(chance(2, "test"), days)
    closes = [market.last(day).close for day in days]
    assert min(closes) > 200_000
    assert max(closes) < 450_000
    assert all(abs(market.last(day).move) <= 290 for day in days)


def test_days_without_trading_have_the_session_before_and_the_next_one() -> None:
    friday, monday = date(2026, 9, 4), date(2026, 9, 7)
    market = Market(chance(1, "test"), [friday, monday])
    assert market.last(date(2026, 9, 6)).day == friday
    following = market.next(date(2026, 9, 5))
    assert following is not None
    assert following.day == monday
    assert market.next(date(2026, 9, 8)) is None


def test_staff_grows_while_the_books_are_kept() -> None:
    names = texts_of("en").names
    people = called(names, chance(1, "test"), 60)
    staff = hired(names, people, chance(1, "test"), WEEKDAYS, date(2026, 12, 31))
    assert [m.role for m in staff.members[:6]] == [Role.LEAD, Role.ATTENDANCE_CLERK, *[Role.GROUP_LEADER] * 4]
    assert staff.groups == 4
    assert len(staff.outlets) == 5
    newcomers = [m for m in staff.members if m.joined > FIRST]
    assert len(newcomers) == 1
    assert newcomers[0] not in staff.on(FIRST)
    assert newcomers[0] in staff.selling(newcomers[0].joined)
    kept = [m.outlet for m in staff.members if m.custodian]
    assert sorted(k for k in kept if k is not None) == list(range(5))
    assert all(
        m.move is None or (m.move.day in WEEKDAYS and m.move.outlet != m.outlet) for m in staff.members
    )
    assert any((m.born.month, m.born.day) == (12, 31) for m in staff.members)
    assert all(18 <= m.joined.year - m.born.year <= 45 for m in staff.members)


def test_months_kept_in_part_have_no_targets() -> None:
    names = texts_of("en").names
    staff = hired(
        names, called(names, chance(1, "test"), 15), chance(1, "test"), WEEKDAYS[30:60], WEEKDAYS[60]
    )
    sales = Sales(1, staff, WEEKDAYS, WEEKDAYS[30], WEEKDAYS[60])
    assert not sales.targets(date(2026, 9, 1))
    assert not sales.targets(date(2026, 10, 1))
    assert sales.targets(date(2026, 11, 20))
    assert sales.stand(date(2026, 10, 30)) is None
    assert sales.of(WEEKDAYS[29]) == {}
    assert len(sales.of(WEEKDAYS[60])) == len(staff.selling(WEEKDAYS[60])) - 2
    assert sales.of(WEEKDAYS[61]) == {}
    # Asked again after other months, a month is the same.
    before = sales.of(WEEKDAYS[31])
    assert sales.targets(date(2026, 12, 1))
    assert sales.of(WEEKDAYS[31]) == before


def test_the_evening_of_the_last_day_shows_the_whole_month() -> None:
    names = texts_of("en").names
    staff = hired(names, called(names, chance(1, "test"), 15), chance(1, "test"), WEEKDAYS[:60], WEEKDAYS[60])
    sales = Sales(1, staff, WEEKDAYS, WEEKDAYS[0], WEEKDAYS[60])
    for month in (9, 10):
        last = max(day for day in WEEKDAYS if day.month == month)
        stand = sales.stand(last)
        assert stand is not None
        for part in stand:
            assert part.due == part.target
            assert 55 <= part.done * 100 / part.target <= 105
        accounts = sum(
            line.accounts for day in WEEKDAYS if day.month == month for line in sales.of(day).values()
        )
        assert stand[0].done == accounts


@pytest.mark.parametrize("fate", Fate)
def test_what_happens_to_an_item_happens_in_order(fate: Fate) -> None:
    last = 40
    age = {Fate.AHEAD: 1, Fate.DUE: 2, Fate.OVERDUE: 3, Fate.WAITING: 4}
    for seed in range(40):
        rng = chance(seed, "test")
        _check_course(rng, fate, last - age.get(fate, rng.randint(2, 9)), last, briefly=seed % 2 == 0)


def _check_course(rng: Random, fate: Fate, opened: int, last: int, *, briefly: bool) -> None:
    due, steps = course(rng, fate, opened, WEEKDAYS, last, briefly=briefly)
    days = [step.day for step in steps]
    assert days == sorted(days)
    assert all(WEEKDAYS[opened] <= day <= WEEKDAYS[last] for day in days)
    end = steps[-1].state if steps else ActionState.OPEN
    today = WEEKDAYS[last + 1]
    match fate:
        case Fate.AHEAD:
            assert (due > today, steps) == (True, ())
        case Fate.DUE:
            assert due == today
            assert end in {ActionState.OPEN, ActionState.DOING}
        case Fate.OVERDUE:
            assert WEEKDAYS[opened] < due < today
            assert end in {ActionState.OPEN, ActionState.DOING}
        case Fate.WAITING:
            assert end is ActionState.DONE
        case Fate.SETTLED:
            assert end.settled


def test_the_last_meetings_leave_something_of_everything() -> None:
    ends = [end for age in range(6) for end in fates(chance(1, "test"), age)]
    assert {end: ends.count(end) for end in Fate} == {
        Fate.SETTLED: 2, Fate.OVERDUE: 2, Fate.WAITING: 2, Fate.DUE: 3, Fate.AHEAD: 2
    }  # fmt: skip
    earlier = {end for seed in range(20) for end in fates(chance(seed, "test"), 6)}
    assert earlier == {Fate.SETTLED}
