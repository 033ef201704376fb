"""The seven sections of the morning minutes, drawn from the meeting's five parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from teamops.exporting.paper import (
    Align,
    Block,
    Column,
    Heading,
    Paragraph,
    Table,
    capital,
    numbered,
)
from teamops.i18n import N_, _, bracketed, explained, is_chinese, listed, parted, short_day
from teamops.models.directives import DirectiveKind
from teamops.models.figures import BUILT_IN, FigureKind
from teamops.models.meetings import ItemKind, Section
from teamops.models.minutes import FigureEntry, ItemEntry, MemberFigure, MinutesBody, PartEntry
from teamops.models.words import number_label
from teamops.numbers import format_number

Takes = Callable[[ItemEntry], bool]


_IN_FULL = {
    ItemKind.JUDGEMENT: N_("judgement of the trend"),
    ItemKind.REVIEW: N_("what came of yesterday's judgement"),
}
"""Kinds that a screen names more briefly than a paper."""


def _kinds(*kinds: ItemKind) -> Takes:
    return lambda item: item.kind in kinds


def _directive(item: ItemEntry) -> bool:
    return item.kind is ItemKind.DIRECTIVE and item.flag is not DirectiveKind.TASK


def _task(item: ItemEntry) -> bool:
    return item.kind is ItemKind.DIRECTIVE and item.flag is DirectiveKind.TASK


_TAKES: dict[Section, Takes] = {
    Section.MARKET: _kinds(ItemKind.NOTE, ItemKind.JUDGEMENT, ItemKind.REVIEW),
    Section.DIRECTIVES: _directive,
    Section.PROGRESS: _kinds(ItemKind.ANSWER),
    Section.CASE: _kinds(ItemKind.CASE),
    Section.MORALE: _kinds(ItemKind.PRAISE, ItemKind.BIRTHDAY, ItemKind.TURN),
}
"""What of a part stands in the section of its own; tasks have theirs, and the rest goes to the last."""

_TITLES = {
    Section.MARKET: N_("Market"),
    Section.DIRECTIVES: N_("Directives and new products"),
    Section.PROGRESS: N_("Progress report"),
    Section.CASE: N_("Case study"),
    Section.MORALE: N_("Morale"),
}


def part_blocks(body: MinutesBody) -> Iterator[Block]:
    """The sections one to seven; each names what it decided, gave to somebody to do, or had corrected."""
    parts = {part.section: part for part in body.parts}
    number = 0
    for section, title in _TITLES.items():
        part = parts.get(section, PartEntry(section=section, planned=0, elapsed=0, items=(), notes=()))
        number += 1
        figures = tuple(_figures(body)) if section is Section.PROGRESS else ()
        items = _items(part, _TAKES[section])
        yield from _section(numbered(number, _(title)), part, (*figures, *items), body)
        if section is Section.DIRECTIVES:
            number += 1
            tasks = tuple(_items(part, _task))
            yield Heading(numbered(number, _("New tasks")), aside="" if tasks else _("none"))
            yield from tasks
    rest = [
        line for part in body.parts for line in _items(part, _elsewhere(part.section), part.section.label)
    ]
    yield Heading(numbered(number + 1, _("Other")), aside="" if rest else _("none"))
    yield from rest


def _section(title: str, part: PartEntry, lines: tuple[Block, ...], body: MinutesBody) -> Iterator[Block]:
    notes = tuple(Paragraph(note, label=_("Noted"), item=True) for note in part.notes)
    numbers = _numbers(body, part.section)
    held = bool(part.elapsed or notes or numbers or any(item.discussed for item in part.items))
    nothing = held and not (lines or notes or numbers or part.items)
    time = _time(part) if held else _("not held")
    aside = (
        f"{time} → {numbers}".lstrip() if numbers else time,
        *_corrected(body, part.section),
        _("nothing recorded") if nothing else "",
    )
    yield Heading(title, aside=" · ".join(filter(None, aside)))
    yield from lines
    yield from notes


def _time(part: PartEntry) -> str:
    if not part.elapsed:
        return ""
    minutes, seconds = divmod(part.elapsed, 60)
    return _("planned {planned} min, took {minutes}:{seconds}").format(
        planned=part.planned, minutes=minutes, seconds=f"{seconds:02d}"
    )


def _numbers(body: MinutesBody, section: Section) -> str:
    """The numbers of what a part decided and gave to somebody to do."""
    decided = (entry.number for entry in body.decisions if entry.section is section)
    given = (entry.number for entry in body.actions if entry.section is section)
    return listed(map(number_label, (*decided, *given)))


def _corrected(body: MinutesBody, section: Section) -> Iterator[str]:
    for entry in body.corrections:
        if entry.section is section:
            yield _("Correction {number}").format(number=entry.no)


def _elsewhere(section: Section) -> Takes:
    takes = _TAKES[section]
    return lambda item: not (takes(item) or (section is Section.DIRECTIVES and _task(item)))


def _items(part: PartEntry, takes: Takes, origin: str = "") -> Iterator[Paragraph]:
    for item in part.items:
        if takes(item):
            yield _item(item, origin)


def _item(item: ItemEntry, origin: str) -> Paragraph:
    carried = _("carried over") if item.carried else ""
    passed = _("not discussed") if item.discussed is False else ""
    aside = parted((item.presenter, origin, carried, passed))
    match item.kind:
        case ItemKind.NOTE:
            label, text = "", item.title
        case ItemKind.DIRECTIVE | ItemKind.CASE | ItemKind.TOPIC:
            label, text = f"{number_label(item.number)} {item.title}".strip(), ""
        case _:
            label, text = capital(_(_IN_FULL.get(item.kind, item.kind.msgid))), item.title
    said = explained(text, item.body)
    if not said:
        label, said = "", label
    return Paragraph(bracketed(said, aside), label=label, item=True)


def _figures(body: MinutesBody) -> Iterator[Block]:
    if not body.figures or body.figures_day is None:
        return
    counted = [figure for figure in body.figures if figure.kind is not FigureKind.TEXT]
    if counted:
        right = Align.RIGHT
        yield Table(
            (
                Column(_("Figure"), 35),
                Column(short_day(body.figures_day), 18, right),
                Column(_("Month so far"), 21, right),
                Column(_("Target"), 15, right),
                Column("%", 10, right),
                Column(_("By member"), 79, together=True),
            ),
            tuple(map(_figure, counted)),
        )
    silent = _silent(body.figures)
    reported = _("{reported} of {expected} members").format(
        reported=body.figures_reported, expected=body.figures_expected
    )
    missing = explained(_("still missing"), listed(silent)) if silent else ""
    yield Paragraph(parted((reported, missing)), label=_("Figures reported"), item=True)
    for figure in body.figures:
        words = [explained(member.name, member.words) for member in figure.members if member.words]
        if words:
            yield Paragraph(parted(words), label=_name(figure), item=True)


def _figure(figure: FigureEntry) -> tuple[str, ...]:
    def shown(value: Decimal) -> str:
        return format_number(value, figure.decimals)

    share = f"{int(figure.month_total * 100 / figure.target)}%" if figure.target else ""
    return (
        _name(figure),
        shown(figure.day_total),
        shown(figure.month_total),
        shown(figure.target) if figure.target is not None else "",
        share,
        ("　" if is_chinese() else ", ").join(
            _unbroken(member.name, shown(member.value)) for member in figure.members if member.value
        ),
    )


def _name(figure: FigureEntry) -> str:
    name, unit = BUILT_IN.get(figure.code, (figure.code, ""))
    return bracketed(figure.own_name or capital(_(name)), figure.own_unit or _(unit))


def _unbroken(name: str, value: str) -> str:
    """A name and its figure, which no line may part."""
    signed = value.replace("-", "\N{NON-BREAKING HYPHEN}")
    return f"{name} {signed}".replace(" ", "\N{NO-BREAK SPACE}")


def _silent(figures: tuple[FigureEntry, ...]) -> list[str]:
    """Who reported no figure at all, in the order of the sheet."""

    def spoke(member: MemberFigure) -> bool:
        return member.value is not None or bool(member.words)

    members = {member.number: member.name for figure in figures for member in figure.members}
    spoken = {member.number for figure in figures for member in figure.members if spoke(member)}
    return [name for number, name in members.items() if number not in spoken]
