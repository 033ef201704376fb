"""A day's agenda as a text for the team's group chat: short and plain."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from teamops.exporting.paper import capital, numbered
from teamops.i18n import _, bracketed, explained, full_day, listed, medium_day, month_name, short_day
from teamops.models.figures import MonthBoard, Standing
from teamops.models.meetings import AgendaItemLine, ItemKind, MeetingView, PartLine, Section
from teamops.models.today import TodayView
from teamops.models.words import number_label
from teamops.numbers import format_number
from teamops.text import show

_MOST_DUE = 10
"""How many action items are told apart."""


def brief(view: TodayView, meeting: MeetingView | None) -> str:
    """The text for the day of `view`; `meeting` is the one it names, none where nothing is prepared."""
    return "\n".join(map(show, _lines(view, meeting)))


def _lines(view: TodayView, meeting: MeetingView | None) -> Iterator[str]:
    if not view.day.kind.worked:
        said = _("{day} is no working day ({kind}).")
        yield said.format(day=full_day(view.day.day), kind=view.day.name or view.day.kind.label)
    if meeting is None:
        yield f"{view.branch.team} · {full_day(view.meeting_day)}"
        yield _("No agenda is prepared yet.")
    else:
        yield f"{view.branch.team} · {meeting.kind.label}"
        when = f"{full_day(meeting.day)} {meeting.planned_start:%H:%M}"
        yield " · ".join(filter(None, (when, meeting.place, _("host {name}").format(name=meeting.host))))
        for number, part in enumerate(meeting.parts, 1):
            lines = [*_items(part), *(_progress(view.board) if part.section is Section.PROGRESS else ())]
            if lines:
                yield numbered(number, part.section.label)
                yield from lines
    yield from _due(view, view.meeting_day)


def _items(part: PartLine) -> Iterator[str]:
    for item in part.items:
        yield "- " + bracketed(_item(item), item.presenter)


def _item(item: AgendaItemLine) -> str:
    title = item.title or item.body.partition("\n")[0]
    match item.kind:
        case ItemKind.DIRECTIVE:
            return f"{number_label(item.directive)} {title}"
        case ItemKind.BIRTHDAY:
            return _("{name}'s birthday").format(name=title)
        case ItemKind.NOTE | ItemKind.TOPIC | ItemKind.CASE:
            return title
        case _:
            return explained(capital(item.kind.label), title)


def _progress(board: MonthBoard) -> Iterator[str]:
    if not board.expected:
        return
    said = capital(_("figures of {day}: {n} of {all} in"))
    yield "- " + said.format(day=medium_day(board.day), n=board.reported, all=board.expected)
    if board.team and board.days_gone:
        yield "- " + explained(month_name(board.month), listed(map(_standing, board.team)))


def _standing(standing: Standing) -> str:
    figure = standing.figure
    done = format_number(standing.done, figure.decimals)
    name = bracketed(figure.name, figure.unit)
    if standing.target is None:
        return f"{name} {done}"
    target = format_number(standing.target, figure.decimals)
    return f"{name} {done}/{target}" + ("" if standing.share is None else f" {standing.share}%")


def _due(view: TodayView, day: date) -> Iterator[str]:
    tomorrow = day + timedelta(days=1)
    due = [(item, item.due) for item in view.actions if item.due is not None and item.overdue(tomorrow)]
    if not due:
        return
    yield _("Action items due or overdue")
    for item, until in due[:_MOST_DUE]:
        who = listed((*item.owners, short_day(until)))
        yield f"- {number_label(item.number)} " + bracketed(item.text, who)
    if (more := len(due) - _MOST_DUE) > 0:
        yield "- " + _("… and {n} more").format(n=more)
