"""The branch: founded once with team, lead, morning meeting, figures and calendar; its settings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import select

from teamops.db import schema
from teamops.db.books import Books
from teamops.db.transaction import Transaction
from teamops.errors import BranchThere, ChangedSince
from teamops.i18n import _
from teamops.models.figures import FigureKind
from teamops.models.inputs.branch import BranchIn, FoundIn, SeriesIn
from teamops.models.inputs.people import SignatoryIn
from teamops.models.meetings import DEFAULT_MINUTES, Section, SeriesKind
from teamops.models.people import PROGRAM, SIGNING_TITLES, BooksKind, Role, SignatoryLine
from teamops.models.tables.figures import Figure
from teamops.models.tables.meetings import MeetingSeries, SeriesPart
from teamops.models.tables.people import Branch, Person, Posting, Signatory, Team
from teamops.services.calendar import seeded
from teamops.services.desk import LEADS, Desk, rights, use_case
from teamops.services.naming import naming

FIGURES: Mapping[str, tuple[FigureKind, int]] = {
    "accounts": (FigureKind.COUNT, 0),
    "assets": (FigureKind.AMOUNT, 2),
    "questions": (FigureKind.TEXT, 0),
}
"""The figures every team starts with: code → kind, decimals."""

MINUTES = "minutes"
"""The paper whose signature lines are there from the start."""


@contextmanager
def made(path: Path) -> Iterator[Books]:
    """A new database at `path`, open while it is filled; whatever fails meanwhile, no file is left."""
    schema.create(path)
    try:
        books = Books.open(path)
        books.durable = False
        try:
            yield books
        finally:
            books.close()
        schema.settle(path)
    except BaseException:
        schema.remove(path)
        raise


def new_books(path: Path, inp: FoundIn, present: datetime | None = None) -> Books:
    """Make a database at `path` and found the branch in it; a failure leaves no file.

    `present` sets the clock, on practice and demo books only.
    """
    with made(path) as books:
        if present is not None and inp.kind is not BooksKind.REAL:
            zone = ZoneInfo(inp.zone)
            books.clock = books.clock.at(present if present.tzinfo else present.replace(tzinfo=zone))
        found(Desk(books, PROGRAM), inp)
    return Books.open(path, present)


@use_case("branch.found", may=rights(None))
def found(tx: Transaction, inp: FoundIn) -> None:
    """Found the branch: its team, the lead, the morning meeting, figures, who signs, three calendar years."""
    there = tx.find(select(Branch))
    if there is not None:
        raise BranchThere(there.name)
    today = tx.now.astimezone(ZoneInfo(inp.zone)).date()
    tx.add(
        Branch(id=1, name=inp.branch, name_en=inp.branch_en, region=inp.region, zone=inp.zone, kind=inp.kind)
    )
    team = tx.add(Team(branch_id=1, name=inp.team, name_en=inp.team_en))
    known_by = naming(inp.lead_number, inp.lead_name, "")
    lead = tx.add(Person(number=inp.lead_number, name=inp.lead_name, joined_on=today, **known_by._asdict()))
    tx.add(Posting(person_id=lead.id, role=Role.LEAD, starts_on=today))
    series = tx.add(
        MeetingSeries(
            team_id=team.id, kind=SeriesKind.MORNING, starts_at=inp.meets_at, minutes_due=inp.minutes_due,
            place=inp.place,
        )
    )  # fmt: skip
    for section, planned in DEFAULT_MINUTES.items():
        tx.add(SeriesPart(series_id=series.id, section=section, planned=planned))
    for position, (code, (kind, decimals)) in enumerate(FIGURES.items(), 1):
        tx.add(Figure(code=code, kind=kind, decimals=decimals, position=position))
    for position, title in enumerate(SIGNING_TITLES, 1):
        tx.add(Signatory(paper=MINUTES, position=position, title=title))
    for year in (today.year - 1, today.year, today.year + 1):
        seeded(tx, inp.region, year)


@use_case("branch.change", may=rights(*LEADS), touches=("people", "calendar", "today"))
def change(tx: Transaction, inp: BranchIn, version: int) -> None:
    """Change the branch's and the team's names, whose holidays hold, and the time zone.

    Another zone holds from the next time the books are opened; another region gets its calendar at once.
    """
    branch, team = tx.get(Branch, 1), _team(tx)
    if branch.version + team.version != version:
        raise ChangedSince
    region = branch.region
    branch.name, branch.name_en, branch.region, branch.zone = inp.branch, inp.branch_en, inp.region, inp.zone
    team.name, team.name_en = inp.team, inp.team_en
    tx.flush()
    if inp.region is not region:
        for year in (tx.today.year - 1, tx.today.year, tx.today.year + 1):
            seeded(tx, inp.region, year)
    tx.about(branch)


@use_case("branch.series", may=rights(*LEADS), touches=("meetings",))
def change_series(tx: Transaction, kind: SeriesKind, inp: SeriesIn, version: int) -> None:
    """Change when and where a kind of meeting usually is, and how long its parts; later ones take it over."""
    team = _team(tx)
    series = tx.all(
        select(MeetingSeries).where(MeetingSeries.team_id == team.id, MeetingSeries.kind == kind)
    )[0]
    parts = {
        part.section: part for part in tx.all(select(SeriesPart).where(SeriesPart.series_id == series.id))
    }
    if series.version + sum(part.version for part in parts.values()) != version:
        raise ChangedSince
    series.starts_at, series.minutes_due, series.place = inp.starts_at, inp.minutes_due, inp.place
    for section in Section:
        if section in inp.minutes:
            parts[section].planned = inp.minutes[section]
    tx.about(series)


@use_case("branch.signatories", may=rights(*LEADS), touches=("people", "meetings"))
def change_signatories(
    tx: Transaction, paper: str, lines: Sequence[SignatoryIn], seen: Sequence[SignatoryLine]
) -> None:
    """Say which signature lines stand under a kind of paper, in order; `seen` are those the form showed."""
    kept = tx.all(select(Signatory).where(Signatory.paper == paper).order_by(Signatory.position))
    if [(row.id, row.version) for row in kept] != [(line.id, line.version) for line in seen]:
        raise ChangedSince
    built_in = {_(msgid): code for code, msgid in SIGNING_TITLES.items()}
    for position, inp in enumerate(lines, 1):
        if inp.person_id is not None:
            tx.get(Person, inp.person_id)
        title = built_in.get(inp.title, inp.title)
        if position <= len(kept):
            row = kept[position - 1]
            row.title, row.person_id = title, inp.person_id
        else:
            tx.add(Signatory(paper=paper, position=position, title=title, person_id=inp.person_id))
    for row in kept[len(lines) :]:
        tx.remove(row)


def _team(tx: Transaction) -> Team:
    return tx.all(select(Team).order_by(Team.id))[0]
