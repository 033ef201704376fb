"""Minutes as they are frozen: all that the paper says, free of language: it prints the same for ever."""

from __future__ import annotations

import hashlib
from datetime import date, datetime
from decimal import Decimal

from pydantic import BaseModel, ConfigDict

from teamops.i18n import N_
from teamops.models.action_items import ActionState, owners
from teamops.models.directives import DirectiveKind
from teamops.models.figures import FigureKind
from teamops.models.meetings import ItemKind, RollMark, Section, SeriesKind
from teamops.models.people import BooksKind
from teamops.models.words import Word


class MinutesKind(Word):
    """Why a version of the minutes was made."""

    DRAWN = "drawn", N_("drawn from the records")
    CORRECTION = "correction", N_("correction")


class SigningAs(Word):
    """In what capacity minutes are signed."""

    HOST = "host", N_("host")
    RECORDER = "recorder", N_("recorder")


class Frozen(BaseModel):
    """Part of a frozen paper."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class RollEntry(Frozen):
    """What the roll said of one person due."""

    number: str
    name: str
    mark: RollMark | None
    minutes: int = 0
    reason: str = ""


class ItemEntry(Frozen):
    """An item of the agenda; `number` and `flag` belong to a directive."""

    kind: ItemKind
    title: str
    body: str = ""
    presenter: str = ""
    number: str = ""
    flag: DirectiveKind | None = None
    source: str = ""
    discussed: bool | None = None
    carried: bool = False


class PartEntry(Frozen):
    """A part: minutes planned, seconds taken, what was on it and what was noted."""

    section: Section
    planned: int
    elapsed: int
    items: tuple[ItemEntry, ...]
    notes: tuple[str, ...]


class MemberFigure(Frozen):
    """One member's figure of the day looked back on."""

    number: str
    name: str
    value: Decimal | None = None
    words: str = ""


class FigureEntry(Frozen):
    """A figure: the day looked back on, the month so far and its target, and each member's part."""

    code: str
    own_name: str
    own_unit: str
    kind: FigureKind
    decimals: int
    day_total: Decimal
    month_total: Decimal
    target: Decimal | None
    members: tuple[MemberFigure, ...]


class DecisionEntry(Frozen):
    """A decision with its number and the part it was taken in."""

    number: str
    text: str
    section: Section


class ActionEntry(Frozen):
    """An action item as it stood when the minutes were drawn."""

    number: str
    text: str
    owner: str
    co_owners: str = ""
    due: date | None = None
    state: ActionState
    section: Section | None = None
    origin: str = ""
    reason: str = ""

    @property
    def owners(self) -> tuple[str, ...]:
        """Everybody who answers for it."""
        return owners(self.owner, self.co_owners)


class CorrectionEntry(Frozen):
    """A numbered correction made after signing: the earlier wording stands, this says what is right."""

    no: int
    section: Section | None
    text: str
    reason: str
    by: str
    at: datetime


class NextMeeting(Frozen):
    """When the series meets next."""

    day: date
    starts_at: str


class MinutesBody(Frozen):
    """The whole of the minutes; times of day are the branch's own: `08:30`, or `11-24 08:30` of another day.

    `sign_lines` are the branch's own signature lines, as (title, name); none where it keeps the usual ones.
    """

    branch: str
    team: str
    books: BooksKind
    kind: SeriesKind
    number: str
    day: date
    place: str
    host: str
    recorder: str
    started: str
    ended: str
    roll_called: bool
    roll: tuple[RollEntry, ...]
    parts: tuple[PartEntry, ...]
    figures_day: date | None
    figures_reported: int
    figures_expected: int
    figures: tuple[FigureEntry, ...]
    decisions: tuple[DecisionEntry, ...]
    actions: tuple[ActionEntry, ...]
    followed_up: tuple[ActionEntry, ...]
    next_meeting: NextMeeting | None
    corrections: tuple[CorrectionEntry, ...] = ()
    zone: str = "UTC"
    sign_lines: tuple[tuple[str, str], ...] = ()

    def canonical(self) -> str:
        """The text that is frozen and digested."""
        return self.model_dump_json()

    def count(self, mark: RollMark) -> int:
        """How many people the roll gave `mark`."""
        return sum(entry.mark is mark for entry in self.roll)


def digest(body: str) -> str:
    """The digest under which a body is frozen."""
    return hashlib.sha256(body.encode()).hexdigest()


class SignatureLine(Frozen):
    """A signature under one version."""

    signed_as: SigningAs
    name: str
    at: datetime


class MinutesView(Frozen):
    """One version of the minutes with its signatures and the ledger digest it prints.

    `head` is the log's end at the moment of signing, or today's where it is not signed.
    """

    id: int
    meeting_id: int
    v: int
    latest: int
    kind: MinutesKind
    reason: str
    body: MinutesBody
    digest: str
    drawn_at: datetime
    signatures: tuple[SignatureLine, ...]
    head: str
    zone: str
    sign_lines: tuple[tuple[str, str], ...] = ()

    @property
    def signed(self) -> bool:
        """Whether the host has signed this version."""
        return any(line.signed_as is SigningAs.HOST for line in self.signatures)
