"""What a meeting follows up: the action items that earlier days left unsettled."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from teamops.i18n import _, medium_day, ngettext
from teamops.models.action_items import ActionLine, ActionState
from teamops.models.words import number_label
from teamops.text import cell_width, fit
from teamops.widgets.panel import Line, Span

_LEAST_TEXT = 16


def following_lines(items: Sequence[ActionLine], day: date, width: int, most: int) -> list[Line]:
    """The items, one line each, in at most `most` lines and a heading; the last says how many more there are."""
    if not items:
        return []
    kept = len(items) if len(items) <= most else most - 1
    lines = [Line([Span(_("To follow up"), "dim")])]
    lines += [_line(item, day, width) for item in items[:kept]]
    if left := len(items) - kept:
        more = ngettext("… {n} more item", "… {n} more items", left).format(n=left)
        lines.append(Line([Span(f"  {more}", "dim")]))
    return lines


def _line(item: ActionLine, day: date, width: int) -> Line:
    overdue = item.overdue(day)
    number = f"{number_label(item.number)}  "
    right = f"{item.owner}   {_stands(item, day)}"
    room = width - cell_width(f"{number}{right}") - 4
    if room < _LEAST_TEXT:
        room += cell_width(number)
        number = ""
    text = fit(item.text, max(_LEAST_TEXT, room)).rstrip()
    return Line(
        [Span("→ ", "accent"), Span(number, "accent"), Span(text)],
        [Span(right, "alert" if overdue else "dim")],
    )


def _stands(item: ActionLine, day: date) -> str:
    if item.state is ActionState.DONE:
        return item.state.label
    if item.due is None:
        return _("no date")
    return _("today") if item.due == day else medium_day(item.due)
