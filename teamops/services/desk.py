"""How an action is done: who may, in one transaction, covered by one event, told to the screens once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Concatenate, Generic, ParamSpec, TypeVar

from teamops.db.books import Books
from teamops.db.reader import GivenUp, Reader
from teamops.errors import NotAllowed, NotYours
from teamops.i18n import listed
from teamops.models.people import TEAM_ROLES, Actor, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from teamops.db.transaction import Transaction

__all__ = [
    "EVERYONE", "LEADS", "MEMBERS", "RUNNERS", "USE_CASES", "Books", "Desk", "GivenUp", "Reader", "Rights", "Scope",
    "UseCase", "allow", "own", "rights", "together", "use_case",
]  # fmt: skip

P = ParamSpec("P")
T = TypeVar("T")


class Scope(Enum):
    """How far a right goes."""

    OWN = "own"
    ALL = "all"


Rights = Mapping[Role | None, Scope]
"""Who may do something, and of whose records; the role `None` is the program itself (founding the books)."""

EVERYONE = tuple(Role)
LEADS = (Role.BRANCH_MANAGER, Role.LEAD)
RUNNERS = (*LEADS, Role.GROUP_LEADER, Role.ATTENDANCE_CLERK)
"""Who may hold a meeting, call the roll and keep its record."""


def rights(*all_of: Role | None, own: tuple[Role, ...] = ()) -> Rights:
    """A row of the table of rights: these roles for everybody's records, those for their own."""
    return {**dict.fromkeys(own, Scope.OWN), **dict.fromkeys(all_of, Scope.ALL)}


@dataclass(frozen=True, slots=True)
class Desk:
    """Where somebody works: which books, and who they are."""

    books: Books
    actor: Actor


class UseCase(Generic[P, T]):
    """One user action. Called with a desk it is a transaction of its own; `inside` joins one that is open."""

    def __init__(
        self,
        name: str,
        may: Rights,
        inside: Callable[Concatenate[Transaction, P], T],
        registers: tuple[str, ...],
    ) -> None:
        self.name = name
        self.may = may
        self.inside = inside
        self.registers = registers
        self.__doc__ = inside.__doc__

    def __call__(self, desk: Desk, *args: P.args, **kwargs: P.kwargs) -> T:
        from teamops.db.transaction import transaction

        scope = allow(desk.actor, self.may)
        with transaction(desk.books, desk.actor, self.name) as tx:
            tx.own_only = scope is Scope.OWN
            result = self.inside(tx, *args, **kwargs)
        for register in self.registers:
            desk.books.announce(register)
        return result


USE_CASES: dict[str, UseCase[..., object]] = {}
"""Every action there is, by name; filled as the services are imported."""


def use_case(
    name: str, *, may: Rights, touches: tuple[str, ...] = ()
) -> Callable[[Callable[Concatenate[Transaction, P], T]], UseCase[P, T]]:
    """Make a function an action named `register.verb`, done only by those who `may`.

    `touches` names further registers whose screens show what it changes.
    """

    def make(function: Callable[Concatenate[Transaction, P], T]) -> UseCase[P, T]:
        made = UseCase(name, may, function, (name.partition(".")[0], *touches))
        USE_CASES[name] = made  # type: ignore[assignment]
        return made

    return make


def allow(actor: Actor, may: Rights) -> Scope:
    """The scope `may` gives an actor; refused where it gives none."""
    scope = may.get(actor.role)
    if scope is None:
        names = listed(role.label for role in may if role is not None)
        raise NotAllowed(actor.role.label if actor.role else actor.name, names)
    return scope


def own(tx: Transaction, owner_id: int | None) -> None:
    """Refuse where the right goes only as far as one's own records and this is somebody else's."""
    if tx.own_only and owner_id != tx.actor.person_id:
        raise NotYours


@contextmanager
def together(desk: Desk, name: str, may: Rights) -> Iterator[Transaction]:
    """A transaction for work that is done in one go but is no single action: founding, demo, imports."""
    from teamops.db.transaction import transaction

    allow(desk.actor, may)
    with transaction(desk.books, desk.actor, name) as tx:
        yield tx


MEMBERS = TEAM_ROLES
