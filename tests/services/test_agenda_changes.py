"""Changing an agenda: items put on, changed, shifted, taken off; a meeting arranged and said to be ready."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time

import pytest

from teamops.errors import (
    ChangedSince,
    Missing,
    MissingText,
    WrongState,
)
from teamops.models.inputs.cases import CaseIn
from teamops.models.inputs.directives import DirectiveIn
from teamops.models.inputs.meetings import AgendaItemIn, MeetingIn, PlannedIn
from teamops.models.meetings import ItemKind, MeetingState, Section
from teamops.models.people import Actor
from teamops.services import agenda, cases, meetings
from teamops.services.desk import Desk
from teamops.services.reading import cases as cases_read
from teamops.services.reading import directives as directives_read
from tests.services.holding import (
    MONDAY,
    TUESDAY,
    begin,
    hold,
    item,
    key,
    lines,
    note,
    stand,
    titles,
    value,
    view,
)

# --- items


def test_an_item_is_put_at_the_end_of_its_part(desk: Desk, meeting: int, zhang: Actor) -> None:
    agenda.add(desk, meeting, note("一"))
    agenda.add(desk, meeting, note("二", body="債市走強", presenter_id=zhang.person_id, recurs=True))
    agenda.add(desk, meeting, item(Section.MORALE, ItemKind.PRAISE, "三"))
    assert titles(desk, meeting, Section.MARKET) == ["一", "二"]
    second = lines(desk, meeting)[1]
    assert (second.body, second.presenter, second.recurs, second.carried) == ("債市走強", "張敏", True, False)
    assert (second.discussed, second.version) == (None, 1)


def test_an_item_says_something_and_of_somebody_who_is_there(desk: Desk, meeting: int) -> None:
    with pytest.raises(MissingText):
        agenda.add(desk, meeting, note(" "))
    for wanted in (
        note("x", presenter_id=99),
        item(Section.DIRECTIVES, ItemKind.DIRECTIVE, directive_id=99),
        item(Section.CASE, ItemKind.CASE, case_id=99),
    ):
        with pytest.raises(Missing):
            agenda.add(desk, meeting, wanted)
    assert lines(desk, meeting) == []
    with pytest.raises(ValueError, match="is not said under"):
        item(Section.CASE, ItemKind.NOTE, "x")


def test_a_directive_is_issued_onto_the_agenda(desk: Desk, meeting: int) -> None:
    directive = agenda.add_directive(desk, meeting, DirectiveIn(title="費率下限", body="自十二月起"))
    line = lines(desk, meeting)[0]
    assert (line.directive_id, line.directive, line.body) == (directive, "D2026-001", "自十二月起")
    with desk.books.reading() as reader:
        shown = directives_read.one(reader, directive)
    assert shown is not None
    assert (shown.title, shown.addressed) == ("費率下限", 1)


def test_a_case_is_told_onto_the_agenda(desk: Desk, meeting: int, zhang: Actor) -> None:
    case = agenda.add_case(
        desk, meeting, CaseIn(title="由費率談成規劃", story="先聽", author_id=zhang.person_id)
    )
    line = lines(desk, meeting, Section.CASE)[0]
    assert (line.case_id, line.title, line.body, line.presenter) == (case, "由費率談成規劃", "先聽", "張敏")
    with desk.books.reading() as reader:
        assert [each.id for each in cases_read.all_cases(reader)] == [case]


def test_an_item_is_changed_once_seen(desk: Desk, meeting: int, zhang: Actor) -> None:
    first = agenda.add(desk, meeting, note("滬指收平"))
    words = item(
        Section.MARKET, ItemKind.JUDGEMENT, "看平", body="量縮", presenter_id=zhang.person_id, recurs=True
    )
    agenda.change(desk, first, words, 1)
    line = lines(desk, meeting)[0]
    assert (line.kind, line.title, line.body, line.presenter, line.recurs, line.version) == (
        ItemKind.JUDGEMENT, "看平", "量縮", "張敏", True, 2,
    )  # fmt: skip
    with pytest.raises(ChangedSince):
        agenda.change(desk, first, note("x"), 1)
    with pytest.raises(MissingText):
        agenda.change(desk, first, note(""), 2)
    with pytest.raises(Missing):
        agenda.change(desk, first, note("x", presenter_id=99), 2)


def test_an_item_changed_into_another_part_goes_to_its_end(desk: Desk, meeting: int) -> None:
    agenda.add(desk, meeting, item(Section.MORALE, ItemKind.PRAISE, "第一"))
    moved = agenda.add(desk, meeting, note("開戶第一名"))
    agenda.change(desk, moved, item(Section.MORALE, ItemKind.TURN, "歌一首"), 1)
    assert titles(desk, meeting, Section.MARKET) == []
    assert titles(desk, meeting, Section.MORALE) == ["第一", "歌一首"]


def test_an_item_is_shifted_within_its_part(desk: Desk, meeting: int) -> None:
    one, two, three = (agenda.add(desk, meeting, note(title)) for title in ("一", "二", "三"))
    agenda.add(desk, meeting, item(Section.MORALE, ItemKind.PRAISE, "四"))
    for moved, by, order in (
        (three, -1, "一三二"),
        (three, -1, "三一二"),
        (three, -1, "三一二"),
        (three, 1, "一三二"),
        (one, 5, "三二一"),
        (two, 1, "三一二"),
        (two, 1, "三一二"),
    ):
        agenda.shift(desk, moved, by)
        assert "".join(titles(desk, meeting, Section.MARKET)) == order
    agenda.remove(desk, one)
    agenda.shift(desk, two, -1)
    assert titles(desk, meeting, Section.MARKET) == ["二", "三"]


def test_what_is_taken_off_is_gone_but_kept(desk: Desk, meeting: int) -> None:
    gone = agenda.add(desk, meeting, note("一"))
    agenda.remove(desk, gone)
    assert lines(desk, meeting) == []
    assert value(desk, "SELECT title FROM agenda_item WHERE removed") == "一"
    attempts: tuple[Callable[[], object], ...] = (
        lambda: agenda.remove(desk, gone),
        lambda: agenda.shift(desk, gone, 1),
        lambda: agenda.change(desk, gone, note("x"), 2),
    )
    for attempt in attempts:
        with pytest.raises(Missing, match="agenda item"):
            attempt()


def test_minutes_are_planned_for_a_part(desk: Desk, meeting: int) -> None:
    agenda.plan(desk, meeting, PlannedIn(section=Section.CASE, minutes=12))
    shown = view(desk, meeting)
    assert shown.part(Section.CASE).planned == 12
    assert shown.planned_seconds == (25 + 7) * 60


def test_a_meeting_is_arranged_once_seen(desk: Desk, meeting: int, zhang: Actor) -> None:
    arranged = MeetingIn(
        host_id=1, recorder_id=key(zhang), place="大廳", planned_start=time(9), minutes_due=time(17)
    )
    agenda.arrange(desk, meeting, arranged, 1)
    shown = view(desk, meeting)
    assert (shown.host, shown.recorder, shown.place) == ("徐靜", "張敏", "大廳")
    assert (shown.planned_start, shown.minutes_due) == (time(9), time(17))
    with pytest.raises(ChangedSince):
        agenda.arrange(desk, meeting, arranged, 1)
    with pytest.raises(Missing):
        agenda.arrange(desk, meeting, arranged.model_copy(update={"host_id": 99}), 2)


def test_a_meeting_is_ready_or_not_after_all(desk: Desk, meeting: int) -> None:
    agenda.ready(desk, meeting)
    assert view(desk, meeting).state is MeetingState.READY
    agenda.ready(desk, meeting, is_ready=False)
    assert view(desk, meeting).state is MeetingState.DRAFT
    agenda.ready(desk, meeting)
    meetings.start(desk, meeting)
    with pytest.raises(WrongState, match="running"):
        agenda.ready(desk, meeting)


def test_the_agenda_changes_while_the_meeting_runs_and_never_after(desk: Desk) -> None:
    meeting = begin(desk, MONDAY, [note("一")])
    first = lines(desk, meeting)[0].id
    agenda.add(desk, meeting, note("二"))
    agenda.shift(desk, first, 1)
    assert titles(desk, meeting) == ["二", "一"]
    meetings.close(desk, meeting)
    case = cases.add(desk, CaseIn(title="x"))
    arranged = MeetingIn(host_id=1, recorder_id=1, planned_start=time(9), minutes_due=time(17))
    attempts: tuple[Callable[[], object], ...] = (
        lambda: agenda.add(desk, meeting, item(Section.CASE, ItemKind.CASE, case_id=case)),
        lambda: agenda.add_directive(desk, meeting, DirectiveIn(title="x")),
        lambda: agenda.add_case(desk, meeting, CaseIn(title="y")),
        lambda: agenda.change(
            desk, first, note("x"), view(desk, meeting).part(Section.MARKET).items[1].version
        ),
        lambda: agenda.remove(desk, first),
        lambda: agenda.shift(desk, first, 1),
        lambda: agenda.plan(desk, meeting, PlannedIn(section=Section.CASE, minutes=1)),
        lambda: agenda.arrange(desk, meeting, arranged, view(desk, meeting).version),
        lambda: agenda.ready(desk, meeting),
    )
    before = desk.books.last_event()
    for attempt in attempts:
        with pytest.raises(WrongState, match="minutes drawn"):
            attempt()
    assert desk.books.last_event() == before


def test_no_agenda_goes_by_an_unknown_key(desk: Desk) -> None:
    for attempt in (
        lambda: agenda.add(desk, 99, note("x")),
        lambda: agenda.remove(desk, 99),
        lambda: agenda.ready(desk, 99),
    ):
        with pytest.raises(Missing):
            attempt()


def test_an_item_of_a_directive_or_case_says_something_by_itself() -> None:
    assert not AgendaItemIn(section=Section.CASE, kind=ItemKind.CASE, case_id=1).empty
    assert not AgendaItemIn(section=Section.MARKET, kind=ItemKind.NOTE, body="x").empty
    assert AgendaItemIn(section=Section.MARKET, kind=ItemKind.NOTE).empty


def test_a_meeting_held_leaves_the_next_one_empty(desk: Desk) -> None:
    hold(desk, MONDAY, [note("滬指收平")])
    stand(desk.books, TUESDAY)
    assert lines(desk, agenda.prepare(desk, TUESDAY)) == []
