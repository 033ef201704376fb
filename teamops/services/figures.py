"""Figures: what members report of a day, which figures the team keeps, what is to be reached in a month."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from decimal import Decimal

from sqlalchemy import BigInteger, select, type_coerce

from teamops.db.transaction import Transaction
from teamops.errors import (
    AlreadyThere,
    ChangedSince,
    FigureRetired,
    FinerRecorded,
    FutureDay,
    MissingText,
    NumberWanted,
    WordsWanted,
)
from teamops.i18n import _, full_day
from teamops.models.figures import BUILT_IN, FigureKind, counted, figure_name
from teamops.models.inputs.figures import CellIn, FigureChange, FigureIn, TargetIn
from teamops.models.tables.base import SCALE
from teamops.models.tables.figures import Figure, FigureValue, Target
from teamops.models.tables.people import Person
from teamops.services.desk import LEADS, MEMBERS, RUNNERS, own, rights, use_case
from teamops.services.postings import outside
from teamops.text import search_key

OWN_CODE = "own"


@use_case("figures.record", may=rights(*RUNNERS, own=MEMBERS))
def record(tx: Transaction, day: date, cells: tuple[CellIn, ...]) -> int:
    """Write what changed in the sheet of a day up to today; how many cells. Members write their own."""
    if day > tx.today:
        raise FutureDay(full_day(day))
    kept = {
        (value.person_id, value.figure_id): value
        for value in tx.all(select(FigureValue).where(FigureValue.day == day))
    }
    changed = 0
    for cell in cells:
        own(tx, cell.person_id)
        changed += _write(tx, day, cell, kept.get((cell.person_id, cell.figure_id)))
    return changed


@use_case("figures.define", may=rights(*LEADS))
def define(tx: Transaction, inp: FigureIn) -> int:
    """Keep a figure of the team's own from now on."""
    _unused_name(tx, inp.name, None)
    codes = tx.run(select(Figure.code)).scalars().all()
    taken = [int(code.removeprefix(OWN_CODE)) for code in codes if code.startswith(OWN_CODE)]
    figure = tx.add(
        Figure(
            code=f"{OWN_CODE}{max(taken, default=0) + 1}",
            own_name=inp.name,
            kind=inp.kind,
            own_unit=inp.unit if inp.kind is not FigureKind.TEXT else "",
            decimals=inp.decimals if inp.kind is FigureKind.AMOUNT else 0,
            position=len(codes) + 1,
            active=inp.active,
        )
    )
    if inp.position is not None:
        _place(tx, figure, inp.position)
    tx.about(figure)
    return figure.id


@use_case("figures.change", may=rights(*LEADS))
def change(tx: Transaction, figure_id: int, inp: FigureChange, version: int) -> None:
    """Call, count or place a figure differently, or ask for it no longer; what was recorded of it stays."""
    figure = tx.get(Figure, figure_id, version=version)
    name, unit = BUILT_IN.get(figure.code, ("", ""))
    if not (inp.name or name):
        raise MissingText().at("name")
    _unused_name(tx, inp.name or _(name), figure)
    # The built-in words, handed back by a form, stay built-in: they follow the language.
    figure.own_name = inp.name if inp.name != _(name) else ""
    if figure.kind is not FigureKind.TEXT:
        figure.own_unit = inp.unit if inp.unit != _(unit) else ""
    if figure.kind is FigureKind.AMOUNT:
        _keep_decimals(tx, figure, inp.decimals)
        figure.decimals = inp.decimals
    figure.active = inp.active
    if inp.position is not None:
        _place(tx, figure, inp.position)
    tx.about(figure)


@use_case("figures.target", may=rights(*LEADS))
def target(tx: Transaction, month: date, lines: tuple[TargetIn, ...]) -> int:
    """Set, change or take back targets of the month that `month` lies in; how many changed."""
    first = month.replace(day=1)
    kept = {
        (line.person_id, line.figure_id): line for line in tx.all(select(Target).where(Target.month == first))
    }
    return sum(_aim(tx, first, line, kept.get((line.person_id, line.figure_id))) for line in lines)


def _write(tx: Transaction, day: date, cell: CellIn, kept: FigureValue | None) -> bool:
    figure = tx.get(Figure, cell.figure_id)
    value = _value(figure, cell.value, cell.words)
    if (kept.value, kept.words) == (value, cell.words) if kept else value is None and not cell.words:
        return False
    _unchanged(kept, cell.version)
    if not figure.active:
        raise FigureRetired(_name(figure))
    _with_us(tx.get(Person, cell.person_id), day, day)
    if kept is None:
        tx.add(
            FigureValue(day=day, person_id=cell.person_id, figure_id=figure.id, value=value, words=cell.words)
        )
    else:
        kept.value, kept.words = value, cell.words
    return True


def _unchanged(kept: FigureValue | Target | None, version: int | None) -> None:
    """Refuse to write over what is not what was read, where it is told what was."""
    if version is not None and version != (kept.version if kept is not None else 0):
        raise ChangedSince


def _value(figure: Figure, value: Decimal | None, words: str) -> Decimal | None:
    if figure.kind is FigureKind.TEXT:
        if value is not None:
            raise WordsWanted(_name(figure))
        return None
    if words:
        raise NumberWanted(_name(figure))
    return None if value is None else counted(figure.kind, figure.decimals, f"{value:f}")


def _aim(tx: Transaction, month: date, line: TargetIn, kept: Target | None) -> bool:
    figure = tx.get(Figure, line.figure_id)
    if figure.kind is FigureKind.TEXT:
        raise WordsWanted(_name(figure))
    value = None if line.value is None else counted(figure.kind, figure.decimals, f"{line.value:f}", aim=True)
    if kept is not None and value is None:
        _unchanged(kept, line.version)
        tx.remove(kept)
        return True
    if value is None or (kept is not None and kept.value == value):
        return False
    _unchanged(kept, line.version)
    if not figure.active:
        raise FigureRetired(_name(figure))
    if line.person_id is not None:
        last = month.replace(day=monthrange(month.year, month.month)[1])
        _with_us(tx.get(Person, line.person_id), month, last)
    if kept is None:
        tx.add(Target(month=month, person_id=line.person_id, figure_id=figure.id, value=value))
    else:
        kept.value = value
    return True


def _with_us(person: Person, first: date, last: date) -> None:
    if last < person.joined_on or (person.left_on is not None and first > person.left_on):
        raise outside(person)


def _name(figure: Figure) -> str:
    return figure_name(figure.code, figure.own_name)


def _unused_name(tx: Transaction, name: str, figure: Figure | None) -> None:
    others = [other for other in tx.all(select(Figure)) if other is not figure]
    if search_key(name) in {search_key(_name(other)) for other in others}:
        raise AlreadyThere(name).at("name")


def _keep_decimals(tx: Transaction, figure: Figure, decimals: int) -> None:
    if decimals >= figure.decimals:
        return
    step = 10 ** (SCALE - decimals)
    for table in (FigureValue, Target):
        finer = select(table.id).where(
            table.figure_id == figure.id, type_coerce(table.value, BigInteger) % step != 0
        )
        if tx.value(finer.limit(1)) is not None:
            raise FinerRecorded(decimals).at("decimals")


def _place(tx: Transaction, figure: Figure, position: int) -> None:
    """Put a figure at a place, counted from 1, among all of them."""
    rows = [row for row in tx.all(select(Figure).order_by(Figure.position, Figure.id)) if row is not figure]
    rows.insert(position - 1, figure)
    for place, row in enumerate(rows, 1):
        if row.position != place:
            row.position = place
