"""The present, and which day it is where."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from teamops.clock import Clock


class Stopwatch:
    """Seconds that pass only when told to."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


def test_a_given_present_runs_on() -> None:
    watch = Stopwatch()
    clock = Clock("Asia/Taipei", datetime(2026, 11, 23, 0, 21, tzinfo=UTC), watch)
    assert clock.now() == datetime(2026, 11, 23, 0, 21, tzinfo=UTC)
    watch.seconds += 61.5
    assert clock.now() == datetime(2026, 11, 23, 0, 22, 1, 500_000, tzinfo=UTC)


def test_the_present_is_in_utc_whatever_zone_it_was_given_in() -> None:
    start = datetime(2026, 11, 23, 8, 21, tzinfo=timezone(timedelta(hours=8)))
    now = Clock("Asia/Taipei", start, Stopwatch()).now()
    assert now == start
    assert now.tzinfo is UTC


def test_moments_are_whole_milliseconds() -> None:
    clock = Clock(start=datetime(2026, 11, 23, 1, 2, 3, 456_789, tzinfo=UTC), monotonic=Stopwatch())
    assert clock.now().microsecond == 456_000
    assert Clock().now().microsecond % 1000 == 0


def test_without_a_given_present_it_is_the_machine_s() -> None:
    before = datetime.now(UTC) - timedelta(milliseconds=1)
    assert before <= Clock("Asia/Taipei").now() <= datetime.now(UTC)


@pytest.mark.parametrize(
    ("zone", "today"),
    [
        ("UTC", date(2026, 11, 22)),
        ("Asia/Taipei", date(2026, 11, 23)),
        ("America/New_York", date(2026, 11, 22)),
    ],
)
def test_today_is_a_day_of_the_branch(zone: str, today: date) -> None:
    clock = Clock(zone, datetime(2026, 11, 22, 16, 30, tzinfo=UTC), Stopwatch())
    assert clock.today() == today


def test_local_time_follows_summer_time() -> None:
    clock = Clock("Europe/London")
    assert clock.local(datetime(2026, 7, 1, 12, tzinfo=UTC)).hour == 13
    assert clock.local(datetime(2026, 12, 1, 12, tzinfo=UTC)).hour == 12


def test_another_present_in_the_same_zone() -> None:
    watch = Stopwatch()
    clock = Clock("Asia/Taipei", datetime(2026, 11, 23, tzinfo=UTC), watch)
    watch.seconds += 3600
    other = clock.at(datetime(2030, 1, 1, 20, tzinfo=UTC))
    assert other.today() == date(2030, 1, 2)
    watch.seconds += 60
    assert other.now() == datetime(2030, 1, 1, 20, 1, tzinfo=UTC)
    assert clock.now() == datetime(2026, 11, 23, 1, 1, tzinfo=UTC)
