"""Papers as lines of a terminal: the preview of what will print."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from teamops.exporting.paper import (
    Align,
    Block,
    Heading,
    Paper,
    Paragraph,
    SignLines,
    Table,
    in_pairs,
    shares,
)
from teamops.text import cell_width, fit, show, wrap

BLANK = "________"
NARROW = 13
"""A column that wants no more cells than this gets them."""
_SIDES: dict[Align, Literal["left", "right", "centre"]] = {
    Align.LEFT: "left",
    Align.CENTRE: "centre",
    Align.RIGHT: "right",
}


def write_plain(paper: Paper, width: int) -> list[tuple[str, str]]:
    """The paper in `width` cells, as (text, kind) with kind title, heading, text, rule or quiet."""
    return list(_lines(paper, width))


def _lines(paper: Paper, width: int) -> Iterator[tuple[str, str]]:
    for text in wrap(show(paper.title), width):
        yield fit(text, width, "centre").rstrip(), "title"
    yield fit(show(paper.number), width, "right"), "quiet"
    marks = [paper.watermark] if paper.watermark not in paper.standing else []
    for text in filter(None, (*marks, paper.standing)):
        yield fit(show(text), width, "centre").rstrip(), "mark"
    for row in paper.head:
        joined = "   ".join(f"{field.label}{paper.colon}{field.value}" for field in row)
        for text in wrap(show(joined), width):
            yield text, "text"
    for block in paper.blocks:
        yield from _block(paper, block, width)
    yield "", "text"
    yield "─" * width, "quiet"
    for text in wrap(show(f"{paper.made.digest} · {paper.made.day}"), width):
        yield text, "quiet"


def _block(paper: Paper, block: Block, width: int) -> Iterator[tuple[str, str]]:
    match block:
        case Heading():
            yield "", "text"
            for text in wrap(show(block.text + (f"   {block.aside}" if block.aside else "")), width):
                yield text, "heading"
        case Paragraph():
            lead = "  · " if block.item else "  "
            said = f"{block.label}{paper.colon}{block.text}" if block.label else block.text
            first = True
            for line in show(said, lines=True).split("\n"):
                for text in wrap(line, width - cell_width(lead)) or [""]:
                    yield (lead if first else " " * cell_width(lead)) + text, "text"
                    first = False
        case Table():
            yield from _table(block, width)
        case SignLines():
            yield "", "text"
            for left, right in in_pairs(block.lines):
                pair = [left] if right is None else [left, right]
                signed = [show(f"{line.title}{paper.colon}{line.signed or BLANK}") for line in pair]
                half = (width - 2) // 2
                if all(cell_width(text) < half for text in signed):
                    signed = ["".join(fit(text, half) for text in signed).rstrip()]
                for text in (wrapped for one in signed for wrapped in wrap(one, width - 2)):
                    yield f"  {text}", "text"


def _table(table: Table, width: int) -> Iterator[tuple[str, str]]:
    widths = _widths(table, width - 2 - (len(table.columns) - 1))
    heads = [
        fit(show(column.title), cells, _SIDES[column.align])
        for column, cells in zip(table.columns, widths, strict=True)
    ]
    yield "  " + " ".join(heads).rstrip(), "quiet"
    for row in table.rows:
        wrapped = [wrap(show(cell), cells) or [""] for cell, cells in zip(row, widths, strict=True)]
        for n in range(max(len(lines) for lines in wrapped)):
            cells = [
                fit(lines[n] if n < len(lines) else "", room, _SIDES[column.align])
                for lines, room, column in zip(wrapped, widths, table.columns, strict=True)
            ]
            yield "  " + " ".join(cells).rstrip(), "text"


def _widths(table: Table, room: int) -> list[int]:
    """What each column wants where that is little; the wide ones share the rest as on paper."""
    wanted = [
        max(cell_width(show(text)) for text in (column.title, *(row[n] for row in table.rows)))
        for n, column in enumerate(table.columns)
    ]
    if sum(wanted) <= room:
        wanted[max(range(len(wanted)), key=lambda n: table.columns[n].width)] += room - sum(wanted)
        return wanted
    fair = max(NARROW, room // len(wanted))
    wide = [n for n, cells in enumerate(wanted) if cells > fair]
    left = room - sum(cells for n, cells in enumerate(wanted) if n not in wide)
    for n, cells in zip(wide, shares([table.columns[n] for n in wide], max(left, len(wide))), strict=True):
        wanted[n] = max(1, cells)
    return wanted
