"""Who is in the demo's team: a lead, a clerk, group leaders and client managers, their groups and outlets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from teamops.demo.texts import Names, Outlet
from teamops.models.people import SELLING_ROLES, Role

LEAD, CLERK = 0, 1
"""Their places in the staff."""


@dataclass(frozen=True, slots=True)
class Move:
    """A person goes to another outlet on a day."""

    day: date
    outlet: int


@dataclass(frozen=True, slots=True)
class Member:
    """One of the staff; `group` and `outlet` are places in lists, `joined` may lie within the demo's days."""

    place: int
    number: str
    name: str
    name_en: str
    role: Role
    group: int | None
    outlet: int | None
    custodian: bool
    born: date
    joined: date
    phone: str
    move: Move | None = None

    @property
    def sells(self) -> bool:
        """Whether figures are asked of them."""
        return self.role in SELLING_ROLES


@dataclass(frozen=True, slots=True)
class Staff:
    """The whole team in the order of their staff numbers."""

    members: tuple[Member, ...]
    groups: int
    outlets: tuple[Outlet, ...]

    def on(self, day: date) -> list[Member]:
        """Who was there on a day."""
        return [member for member in self.members if member.joined <= day]

    def selling(self, day: date) -> list[Member]:
        """Whose figures are asked for on a day."""
        return [member for member in self.members if member.sells and member.joined <= day]


def number(place: int) -> str:
    """The staff number of a place."""
    return f"A{101 + place}"


def called(names: Names, rng: Random, people: int) -> list[tuple[str, str]]:
    """So many names of people, each with its English form; no two are the same."""
    surnames, given = list(names.surnames), list(names.given)
    rng.shuffle(surnames)
    rng.shuffle(given)
    found = []
    for n in range(people):
        lap, place = divmod(n, len(surnames))
        family, own = surnames[place], given[(place + lap) % len(given)]
        parts = {"surname": family[0], "given": own[0], "latin_surname": family[1], "latin_given": own[1]}
        found.append((names.full.format_map(parts), names.latin.format_map(parts)))
    return found


def hired(
    names: Names, people: Sequence[tuple[str, str]], rng: Random, days: Sequence[date], upcoming: date
) -> Staff:
    """The staff of a demo that keeps books over `days`; somebody's birthday is on `upcoming`."""
    count = len(people)
    groups = max(3, round(count / 15))
    outlets = names.outlets[: max(4, round(count / 12))]
    # Newcomers and moves, one in about three months, the newest some weeks ago.
    changes = min(max(1, len(days) // 63), count // 6)
    steps = [(2 * n + 1) * len(days) // (2 * changes) for n in range(changes)]
    newcomers = {count - changes + n: days[step] for n, step in enumerate(steps)}
    movers = {2 + groups + n: days[min(step + 6, len(days) - 1)] for n, step in enumerate(steps)}
    birthdays = {2 + groups: upcoming, 3: upcoming + timedelta(days=3)}
    kept: set[int] = set()
    members = []
    for place, (name, name_en) in enumerate(people):
        role, group, outlet = _post(place, groups, len(outlets))
        joined = newcomers.get(place) or days[0] - timedelta(days=rng.randint(120, 4200))
        move = None
        if place in movers and outlet is not None:
            move = Move(movers[place], (outlet + 1) % len(outlets))
        custodian = outlet is not None and outlet not in kept and move is None and place not in newcomers
        if custodian and outlet is not None:
            kept.add(outlet)
        born = _born(rng, joined, birthdays.get(place))
        phone = names.phone.format(n=101 + place)
        members.append(
            Member(
                place, number(place), name, name_en, role, group, outlet, custodian, born, joined, phone, move
            )
        )
    return Staff(tuple(members), groups, outlets)


def _post(place: int, groups: int, outlets: int) -> tuple[Role, int | None, int | None]:
    if place == LEAD:
        return Role.LEAD, None, None
    if place == CLERK:
        return Role.ATTENDANCE_CLERK, None, None
    seat = place - 2
    role = Role.GROUP_LEADER if seat < groups else Role.CLIENT_MANAGER
    return role, seat % groups, seat % outlets


def _born(rng: Random, joined: date, birthday: date | None) -> date:
    year = joined.year - rng.randint(22, 38)
    if birthday is None:
        return date(year, 1, 1) + timedelta(days=rng.randrange(365))
    # A leap year, for the birthday may be 29 February.
    return date(year // 4 * 4, birthday.month, birthday.day)
