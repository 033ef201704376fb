"""The clock of a running meeting, whatever is done with it; the words of a meeting."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamops.models.meetings import DEFAULT_MINUTES, SECTION_KINDS, ClockView, ItemKind, Section

START = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)

Step = tuple[int, Section | None, bool | None]
"""Milliseconds that go by, then the part turned to, then held or let go on."""

STEPS = st.lists(
    st.tuples(
        st.integers(0, 3_600_000),
        st.none() | st.sampled_from(Section),
        st.none() | st.booleans(),
    ),
    max_size=20,
)


def after(milliseconds: int, now: datetime = START) -> datetime:
    return now + timedelta(milliseconds=milliseconds)


def run(steps: Sequence[Step]) -> tuple[ClockView, datetime, dict[Section, int]]:
    """The clock after the steps, the moment it is then, and what each part must have, added up plainly."""
    clock, now = ClockView.started(START), START
    expected = {Section.MARKET: 0}
    here, held = Section.MARKET, False
    for gone, section, hold in steps:
        now = after(gone, now)
        if not held:
            expected[here] += gone
        clock = clock.at(now, section=section, held=hold)
        here = section or here
        held = held if hold is None else hold
        expected.setdefault(here, 0)
    return clock, now, expected


def test_a_clock_begins_with_the_first_part() -> None:
    clock = ClockView.started(START)
    assert clock == ClockView(Section.MARKET, {Section.MARKET: 0}, START, held=False, beat_at=START)
    assert (clock.total(START), clock.total(after(90_000))) == (0, 90_000)
    assert clock.milliseconds(Section.CASE, after(90_000)) == 0


@given(STEPS)
def test_every_part_has_the_time_it_was_held(steps: list[Step]) -> None:
    clock, now, expected = run(steps)
    assert clock.elapsed == expected
    assert {section: clock.milliseconds(section, now) for section in expected} == expected
    assert clock.total(now) == sum(expected.values())


@given(STEPS, st.integers(0, 3_600_000))
def test_time_goes_on_for_the_part_held_and_for_no_other(steps: list[Step], gone: int) -> None:
    clock, now, expected = run(steps)
    later = after(gone, now)
    for section in Section:
        runs = section is clock.section and not clock.held
        assert clock.milliseconds(section, later) == expected.get(section, 0) + (gone if runs else 0)
    assert clock.total(later) - clock.total(now) == (0 if clock.held else gone)


@given(STEPS, st.integers(0, 3_600_000), st.integers(0, 3_600_000))
def test_looking_at_the_clock_changes_nothing(steps: list[Step], first: int, second: int) -> None:
    clock, now, _expected = run(steps)
    between, later = after(first, now), after(first + second, now)
    assert clock.at(between).at(later).elapsed == clock.at(later).elapsed
    assert clock.at(between).total(later) == clock.total(later)
    assert (clock.at(between).section, clock.at(between).held) == (clock.section, clock.held)


@given(STEPS, st.sampled_from(Section), st.integers(0, 3_600_000))
def test_turning_to_another_part_loses_no_time(steps: list[Step], section: Section, gone: int) -> None:
    clock, now, _expected = run(steps)
    later = after(gone, now)
    turned = clock.at(later, section=section)
    assert turned.total(later) == clock.total(later)
    assert turned.section is section
    assert section in turned.elapsed


@given(STEPS, st.integers(0, 3_600_000), st.integers(0, 3_600_000))
def test_held_the_clock_stands(steps: list[Step], first: int, second: int) -> None:
    clock, now, _expected = run(steps)
    held = clock.at(after(first, now), held=True)
    assert held.total(after(first + second, now)) == held.total(after(first, now))
    on = held.at(after(first + second, now), held=False)
    assert on.total(after(first + second + 1000, now)) == held.total(now) + 1000


@given(STEPS, st.integers(0, 3_600_000), st.integers(0, 100_000_000))
def test_after_a_crash_the_clock_goes_on_where_it_was_last_kept(
    steps: list[Step], beat: int, away: int
) -> None:
    clock, now, _expected = run(steps)
    kept = clock.at(after(beat, now))
    back = after(beat + away, now)
    resumed = kept.resumed(back)
    assert resumed.elapsed == kept.elapsed
    assert resumed.total(back) == kept.total(kept.beat_at)
    assert (resumed.section, resumed.held, resumed.beat_at) == (kept.section, kept.held, back)
    gone = 0 if kept.held else 5000
    assert resumed.total(after(5000, back)) == resumed.total(back) + gone


def test_a_clock_put_back_takes_nothing_away() -> None:
    clock = ClockView.started(START).at(after(60_000))
    back = after(30_000)
    assert clock.total(back) == 60_000
    assert clock.at(back).total(after(31_000)) == 61_000


@pytest.mark.parametrize("section", Section)
def test_each_part_has_its_minutes_and_its_kinds(section: Section) -> None:
    assert DEFAULT_MINUTES[section] > 0
    assert SECTION_KINDS[section]
    # Whatever may come over by itself may stand in the part it comes to.
    assert ItemKind.REVIEW in SECTION_KINDS[Section.MARKET]
    assert ItemKind.BIRTHDAY in SECTION_KINDS[Section.MORALE]


def test_every_kind_is_said_somewhere() -> None:
    assert {kind for kinds in SECTION_KINDS.values() for kind in kinds} == set(ItemKind)
