"""What the demo's members sell: figures of every working day, and targets that ask a little more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal
from random import Random
from typing import Final

from teamops.demo.chance import chance
from teamops.demo.staff import Staff
from teamops.models.people import Role

TARGET_STEP: Final = 5
"""Targets of new assets are whole steps of this."""

_QUESTIONS_A_DAY: Final = 5


@dataclass(frozen=True, slots=True)
class Sold:
    """What a member reports of a day: accounts, new assets in tens of thousands, whether a client asked."""

    accounts: int
    assets: Decimal
    asked: bool


@dataclass(frozen=True, slots=True)
class Stand:
    """How far a month has come on one evening; `due` is the share of the target that its days gone make."""

    done: Decimal
    target: Decimal
    due: Decimal

    @property
    def behind(self) -> bool:
        """Whether more should have been done by now."""
        return self.done < self.due


@dataclass(frozen=True, slots=True)
class _Month:
    """A month's figures by day and place in the staff, and its targets."""

    worked: list[date]
    sold: dict[date, dict[int, Sold]]
    targets: dict[int, tuple[int, int]]

    def done(self, until: date) -> tuple[int, Decimal]:
        lines = [line for day, sold in self.sold.items() if day <= until for line in sold.values()]
        return sum(line.accounts for line in lines), sum((line.assets for line in lines), Decimal(0))


class Sales:
    """Figures and targets of the whole demo, a month at a time, for there may be a hundred of them.

    `days` are all working days of the months it touches; figures go from `first` to `last`. A month has
    targets when the books are kept from its first working day on.
    """

    def __init__(self, seed: int, staff: Staff, days: Sequence[date], first: date, last: date) -> None:
        self._seed, self._staff, self._first, self._last = seed, staff, first, last
        self._worked: dict[date, list[date]] = {}
        for day in days:
            self._worked.setdefault(day.replace(day=1), []).append(day)
        rng = chance(seed, "talents")
        self._talents = [(rng.uniform(0.16, 0.46), rng.uniform(5, 19)) for _ in staff.members]
        self._missing = _missing(rng, staff, last)
        self._made: dict[date, _Month] = {}

    def of(self, day: date) -> dict[int, Sold]:
        """What was reported of a day, by place in the staff."""
        return self._month(day).sold.get(day, {})

    def targets(self, month: date) -> dict[int, tuple[int, int]]:
        """Accounts and new assets that each member is to reach in a month; nothing where none were set."""
        return self._month(month).targets

    def stand(self, evening: date) -> tuple[Stand, Stand] | None:
        """Accounts and assets of a month on the evening of one of its days; none without targets."""
        month = self._month(evening)
        if not month.targets:
            return None
        gone = Decimal(sum(day <= evening for day in month.worked)) / len(month.worked)
        accounts, assets = month.done(evening)
        aims = [Decimal(sum(aim[n] for aim in month.targets.values())) for n in (0, 1)]
        return Stand(Decimal(accounts), aims[0], aims[0] * gone), Stand(assets, aims[1], aims[1] * gone)

    def _month(self, day: date) -> _Month:
        first = day.replace(day=1)
        if first not in self._made:
            while len(self._made) > 1:
                self._made.pop(min(self._made))
            self._made[first] = self._planned(first)
        return self._made[first]

    def _planned(self, month: date) -> _Month:
        rng = chance(self._seed, f"sales:{month}")
        worked = self._worked.get(month, [])
        whole = {day: self._one_day(rng, day) for day in worked if day >= self._first}
        targets = (
            dict(self._aims(rng, worked[0], whole.values())) if whole and len(whole) == len(worked) else {}
        )
        sold = {day: lines for day, lines in whole.items() if day <= self._last}
        if self._last in sold:
            sold[self._last] = {p: line for p, line in sold[self._last].items() if p not in self._missing}
        return _Month(worked, sold, targets)

    def _one_day(self, rng: Random, day: date) -> dict[int, Sold]:
        selling = self._staff.selling(day)
        asking = set(rng.sample([m.place for m in selling], min(_QUESTIONS_A_DAY, len(selling) // 3)))
        return {
            member.place: _sold(rng, self._talents[member.place], asked=member.place in asking)
            for member in selling
        }

    def _aims(
        self, rng: Random, first: date, whole: Iterable[dict[int, Sold]]
    ) -> Iterator[tuple[int, tuple[int, int]]]:
        days = list(whole)
        # Targets are set the evening before: who comes on the first day has none.
        for member in self._staff.selling(first - timedelta(days=1)):
            lines = [day[member.place] for day in days]
            stretch = Decimal(rng.randint(84, 112)) / 100
            accounts = _up(sum(line.accounts for line in lines) / stretch, 1)
            assets = _up(sum((line.assets for line in lines), Decimal(0)) / stretch, TARGET_STEP)
            yield member.place, (accounts, assets)


def _sold(rng: Random, talent: tuple[float, float], *, asked: bool) -> Sold:
    chance, size = talent
    accounts = sum(rng.random() < chance / 2 for _ in range(2)) + (rng.random() < chance / 12) * rng.randint(
        1, 3
    )
    assets = Decimal(0)
    if rng.random() < 0.55:
        assets = Decimal(round(size * rng.lognormvariate(-0.2, 0.7) * 20) * 5) / 100
    return Sold(accounts, assets, asked)


def _up(amount: Decimal, step: int) -> int:
    return max(step, int((amount / step).to_integral_value(ROUND_CEILING)) * step)


def _missing(rng: Random, staff: Staff, last: date) -> frozenset[int]:
    """Who has not reported the last day yet: two of a team large enough."""
    juniors = [member.place for member in staff.selling(last) if member.role is Role.CLIENT_MANAGER]
    return frozenset(rng.sample(juniors, 2)) if len(juniors) > 3 else frozenset()
