"""The lines of an agenda: its parts, and what is on them."""

from __future__ import annotations

from collections.abc import Sequence

from teamops.i18n import N_, _
from teamops.models.meetings import AgendaItemLine, ItemKind, PartLine, Section
from teamops.models.words import number_label
from teamops.text import cell_width, wrap
from teamops.widgets.panel import Line, Span
from teamops.widgets.table import Column, Mark, Row
from teamops.widgets.tones import mark

FULL = 72
"""From this width on a line has room for a kind's full name, and the title for the year."""
_KIND, _SHORT_KIND, _PRESENTER, _FLAG = 24, 12, 16, 16
"""The most cells that columns take that follow what stands in them."""
_NUMBER, _TEXT = 3, 44
_BETWEEN = 8
"""Cells that frame, cursor and scroll bar take, and the air between the columns."""

_GUIDES = {
    Section.MARKET: N_("Two or three notes on what moved and what is coming; j writes the judgement of the trend."),
    Section.DIRECTIVES: N_("What came from above: directives, new products, new tasks, and who must acknowledge them."),
    Section.PROGRESS: N_("The figures come by themselves; n adds how a shortfall is answered."),
    Section.CASE: N_("One case study: c takes it out of the library, or begins a new one."),
    Section.MORALE: N_("Praise, a talent, a birthday: half a minute each."),
}  # fmt: skip


def guide_lines(section: Section, width: int) -> list[Line]:
    """What belongs into a part."""
    return [Line([Span(text, "dim")]) for text in wrap(_(_GUIDES[section]), width)]


def columns(rows: Sequence[Row], width: int) -> tuple[Column, ...]:
    """The columns as wide as what stands in them, within reason; the text has the rest."""
    kind, presenter, flag = (
        min(most, max((cell_width(mark(row.cells[place]).text) for row in rows), default=0))
        for place, most in ((1, _KIND if width >= FULL else _SHORT_KIND), (3, _PRESENTER), (4, _FLAG))
    )
    text = min(_TEXT, width - _NUMBER - kind - flag - _BETWEEN)
    return (
        Column("", _NUMBER),
        Column("", kind),
        Column("", None, minimum=text),
        Column("", presenter, priority=-1),
        Column("", flag, "right"),
    )


def part_row(n: int, part: PartLine) -> Row:
    """A part, the `n`-th, and its minutes."""
    return Row(
        part.section.value,
        (
            Mark(f" {n}", "accent"),
            Mark(part.section.label, "accent"),
            Mark("" if part.items else _("nothing yet · n adds"), "dim"),
            "",
            Mark(_("{n} min").format(n=part.planned), "accent"),
        ),
    )


def item_row(item: AgendaItemLine) -> Row:
    """An item: what it is, what it says and who says it."""
    carried = item.carried and item.kind is not ItemKind.REVIEW
    flags = [_("every day")] * item.recurs + [_("carried")] * carried
    flag = " · ".join(flags)
    head = number_label(item.directive) if item.directive else item.kind.label
    text = item.title or item.body.split("\n")[0]
    if item.kind is ItemKind.REVIEW:
        happened = item.body or _("what came of it?")
        text = f"{item.title} → {happened}"
    return Row(item.id, ("", Mark(head, "dim"), text, Mark(item.presenter, "dim"), Mark(flag, "dim")))
