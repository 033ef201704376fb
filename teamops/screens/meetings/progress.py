"""How far the figures have come, as it stands on the projector: the team's against target, and the members'."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from teamops.i18n import _, ngettext, short_day
from teamops.models.figures import FigureKind, FigureLine, MonthBoard, Standing, cell_text
from teamops.text import cell_width, fit, wrap
from teamops.widgets.chart import bar
from teamops.widgets.panel import Line, Span

_GAP: Final = 3
"""Cells between two blocks of members side by side."""
_AIR: Final = 2
_NAME_WIDTH, _LEAST_NAME = 16, 8
_LEAST_HEAD: Final = 6
"""Cells of a figure's name that are worth showing over its column."""
_LEAST_ROWS: Final = 4


def shown(figure: FigureLine, value: Decimal | None) -> str:
    """A value as the board shows it."""
    return cell_text(figure, value) or "–"


def told_lines(board: MonthBoard, width: int) -> list[Line]:
    """How many told something of the last working day."""
    told = _("figures of {day}: {n} of {all} in").format(
        day=short_day(board.day), n=board.reported, all=board.expected
    )
    return [Line([Span(text, "dim")]) for text in wrap(told, width)]


def team_lines(board: MonthBoard, width: int) -> list[Line]:
    """Each figure of the team against its target."""
    lines: list[Line] = []
    counted = [standing for standing in board.team if standing.figure.kind is not FigureKind.TEXT]
    rows, widths = _standings(counted, " / ")
    room = min(30, width - sum(widths) - 9)
    narrow = room < 0
    if narrow and sum(widths[1:]) + 2 * _AIR > width:
        rows, widths = _standings(counted, "/")
    for standing, (name, plus, done, share) in zip(counted, rows, strict=True):
        if narrow:
            lines.append(Line([Span(name, "dim")]))
        spans: list[Span | str] = [] if narrow else [Span(name, "plain", widths[0]), Span(" " * _AIR)]
        spans += [Span(plus, "accent", widths[1], "right"), Span(" " * _AIR)]
        spans += [Span(done, "plain", widths[2], "right"), Span(" " * _AIR)]
        if room >= 6 and standing.target:
            spans += [Span(bar(standing.done, standing.target, room), "accent"), Span(" " * _AIR)]
        spans.append(Span(share, "plain", widths[3], "right"))
        lines.append(Line(spans))
    return lines


def _standings(
    counted: Sequence[Standing], of: str
) -> tuple[list[tuple[str, str, str, str]], tuple[int, ...]]:
    """Name, yesterday, done `of` target and share of each figure, and how wide each of the four is."""
    rows = [
        (
            standing.figure.name,
            f"+{shown(standing.figure, standing.yesterday)}",
            shown(standing.figure, standing.done)
            + (f"{of}{shown(standing.figure, standing.target)}" if standing.target else ""),
            f"{standing.share} %" if standing.share is not None else "",
        )
        for standing in counted
    ]
    return rows, tuple(max((cell_width(row[n]) for row in rows), default=0) for n in range(4))


def member_lines(board: MonthBoard, width: int, rows: int) -> tuple[list[Line], int]:
    """What each member told of the last working day, under the figures' names; and how many were left out.

    The members stand in as many blocks side by side as `rows` lines take; where even so they are more, the last
    line says how many.
    """
    counted = [standing.figure for standing in board.team if standing.figure.kind is not FigureKind.TEXT]
    told: dict[int, dict[int, str]] = {}
    names: dict[int, str] = {}
    for line in board.members:
        names[line.person_id] = line.name
        for figure in counted:
            if figure.id == line.figure_id:
                told.setdefault(line.person_id, {})[figure.id] = shown(figure, line.yesterday)
    if not told:
        return [], 0
    head, cells = (
        ["", *(figure.name for figure in counted)],
        [[names[key], *(values.get(figure.id, "") for figure in counted)] for key, values in told.items()],
    )
    least, wanted = _widths(head, cells)
    while len(least) > 2 and _block(least) > width:
        del least[-1], wanted[-1]
    blocks = max(1, (width + _GAP) // (_block(wanted) + _GAP))
    most = max(1, (width + _GAP) // (_block(least) + _GAP))
    if rows < min(_LEAST_ROWS, len(cells) + 1):
        return [_more(len(cells))], len(cells)
    while blocks < most and -(-len(cells) // blocks) + 1 > rows:
        blocks += 1
    blocks = min(blocks, len(cells))
    widths = _stretched(least, wanted, (width + _GAP) // blocks - _GAP)
    deep = -(-len(cells) // blocks)
    left = 0
    if deep + 1 > rows:
        deep = rows - 2
        left = len(cells) - deep * blocks
        cells = cells[: deep * blocks]
    used = -(-len(cells) // deep)
    lines = [Line([Span((" " * _GAP).join([_row(head, widths)] * used), "dim")])]
    lines += [
        Line([Span((" " * _GAP).join(_row(row, widths) for row in cells[n::deep]))]) for n in range(deep)
    ]
    if left:
        lines.append(_more(left))
    return lines, left


def _more(left: int) -> Line:
    more = ngettext("… {n} more member: f", "… {n} more members: f", left)
    return Line([Span(more.format(n=left), "dim")])


def _widths(head: Sequence[str], cells: Sequence[Sequence[str]]) -> tuple[list[int], list[int]]:
    """The fewest cells the name and each figure can do with, and as many as they would like."""
    held = [max(map(cell_width, column)) for column in zip(*cells, strict=True)]
    titled = [cell_width(title) for title in head]
    name = min(held[0], _NAME_WIDTH)
    wanted = [name, *(max(pair) for pair in zip(held[1:], titled[1:], strict=True))]
    least = [min(name, _LEAST_NAME)]
    least += [max(value, min(title, _LEAST_HEAD)) for value, title in zip(held[1:], titled[1:], strict=True)]
    return least, wanted


def _block(widths: Sequence[int]) -> int:
    return sum(widths) + _AIR * (len(widths) - 1)


def _stretched(least: Sequence[int], wanted: Sequence[int], room: int) -> list[int]:
    """The widths of one block in `room` cells: what is to spare goes to the name first."""
    widths, spare = list(least), room - _block(least)
    for n, more in enumerate(wanted):
        given = max(0, min(spare, more - widths[n]))
        widths[n] += given
        spare -= given
    return widths


def _row(texts: Sequence[str], widths: Sequence[int]) -> str:
    name, *values = (
        fit(text, width, "right" if n else "left")
        for n, (text, width) in enumerate(zip(texts, widths, strict=False))
    )
    return (" " * _AIR).join([name, *values])
