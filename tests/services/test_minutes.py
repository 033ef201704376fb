"""Minutes: drawn, drawn again until they are signed, frozen from then on, corrected by numbered corrections."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest

from teamops.db.verify import verify
from teamops.errors import (
    AlreadySigned,
    ChangedSince,
    CorrectionUnsigned,
    Missing,
    NotAllowed,
    WrongState,
)
from teamops.exporting.html import write_html
from teamops.exporting.minutes import paper
from teamops.models.action_items import ActionState
from teamops.models.calendar import DayKind
from teamops.models.figures import FigureKind
from teamops.models.inputs.branch import BranchIn
from teamops.models.inputs.calendar import OverrideIn
from teamops.models.inputs.cases import CaseIn
from teamops.models.inputs.directives import DirectiveIn
from teamops.models.inputs.figures import CellIn, FigureChange, FigureIn, TargetIn
from teamops.models.inputs.meetings import CorrectionIn, RollLineIn
from teamops.models.inputs.people import LeavingIn, PersonIn, SignatoryIn
from teamops.models.meetings import ItemKind, MeetingState, RollMark, Section
from teamops.models.minutes import MinutesKind, SigningAs, digest
from teamops.models.people import Actor, Region, Role
from teamops.services import (
    action_items,
    agenda,
    branch,
    calendar,
    cases,
    directives,
    figures,
    meetings,
    minutes,
    people,
    roll,
)
from teamops.services.desk import Desk
from teamops.services.reading import history
from teamops.services.reading import people as people_read
from tests.services.holding import (
    FRIDAY,
    MONDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    action,
    begin,
    decide,
    end,
    go_on,
    hold,
    item,
    key,
    note,
    stand,
    value,
    view,
)
from tests.services.minuted import shown

ACCOUNTS = 1
MADE_AT = datetime(2026, 12, 1, 1, 0, tzinfo=UTC)
WRONG = CorrectionIn(section=Section.PROGRESS, text="開戶十一戶，不是十戶", reason="漏計一戶")


@pytest.fixture
def held(desk: Desk) -> int:
    return hold(desk, MONDAY, [note("滬指收平")])


def head(desk: Desk) -> str:
    with desk.books.reading() as reader:
        return str(history.head(reader))


def kept(desk: Desk) -> list[tuple[object, ...]]:
    """Every version as the file keeps it."""
    with desk.books.reading() as reader:
        return reader.rows("SELECT id, meeting_id, v, kind, reason, body, digest, drawn_at FROM minutes")


# --- signed


def test_a_lead_signs_the_newest_version(desk: Desk, held: int) -> None:
    now = go_on(desk.books, 15)
    heard: list[str] = []
    desk.books.subscribe(heard.append)
    minutes.sign(desk, held, v=1)
    signed = shown(desk, held)
    assert signed.signed
    assert [(line.signed_as, line.name, line.at) for line in signed.signatures] == [
        (SigningAs.HOST, "徐靜", now)
    ]
    assert view(desk, held).state is MeetingState.SIGNED
    assert heard == ["minutes", "meetings"]


def test_who_may_sign(
    desk: Desk, at_desk: Callable[[Actor], Desk], held: int, zhang: Actor, hire: Callable[..., Actor]
) -> None:
    with pytest.raises(
        NotAllowed, match="As client manager you may not do this; it takes branch manager, team lead"
    ):
        minutes.sign(at_desk(zhang), held)
    for role in (Role.ATTENDANCE_CLERK, Role.GROUP_LEADER):
        with pytest.raises(NotAllowed):
            minutes.sign(at_desk(hire(f"B{role}"[:9].upper().replace("_", ""), "李娜", role)), held)
    assert not shown(desk, held).signed
    chief = at_desk(hire("C1", "馮強", Role.BRANCH_MANAGER))
    minutes.sign(chief, held)
    assert shown(desk, held).signatures[0].name == "馮強"


def test_a_version_is_signed_once_in_each_capacity(desk: Desk, held: int) -> None:
    minutes.sign(desk, held, signed_as=SigningAs.RECORDER)
    assert view(desk, held).state is MeetingState.MINUTED
    assert not shown(desk, held).signed
    with pytest.raises(AlreadySigned):
        minutes.sign(desk, held, signed_as=SigningAs.RECORDER)
    minutes.sign(desk, held)
    for capacity in SigningAs:
        with pytest.raises(AlreadySigned):
            minutes.sign(desk, held, signed_as=capacity)
    assert [line.signed_as for line in shown(desk, held).signatures] == [SigningAs.RECORDER, SigningAs.HOST]


def test_only_what_was_read_is_signed(desk: Desk) -> None:
    meeting = begin(desk, MONDAY)
    opened = meetings.act(desk, meeting, Section.PROGRESS, action(desk))
    end(desk, meeting)
    action_items.move(desk, opened, ActionState.DONE)
    assert minutes.redraw(desk, meeting) == 2
    with pytest.raises(ChangedSince):
        minutes.sign(desk, meeting, v=1)
    assert not shown(desk, meeting).signed
    minutes.sign(desk, meeting, v=2)
    assert [shown(desk, meeting, v).signed for v in (1, 2)] == [False, True]


def test_nothing_is_signed_redrawn_or_corrected_before_the_meeting_was_held(desk: Desk) -> None:
    meeting = agenda.prepare(desk, MONDAY)
    stand(desk.books, MONDAY)
    for state in ("being prepared", "running", "cancelled"):
        if state == "running":
            meetings.start(desk, meeting)
        if state == "cancelled":
            meetings.cancel(desk, meeting, "x")
        for attempt in (
            lambda: minutes.sign(desk, meeting),
            lambda: minutes.redraw(desk, meeting),
            lambda: minutes.correct(desk, meeting, WRONG),
        ):
            with pytest.raises(WrongState, match=state):
                attempt()
    with pytest.raises(Missing):
        minutes.sign(desk, 99)


# --- frozen


def full(desk: Desk, zhang: Actor) -> tuple[int, dict[str, int]]:
    """A meeting with something of everything, and the keys of what it speaks of."""
    stand(desk.books, MONDAY, time(8, 0))
    early = action_items.open_item(desk, action(desk, "舊事"))
    figures.target(desk, MONDAY, (TargetIn(figure_id=ACCOUNTS, value=Decimal(60)),))
    cell = CellIn(person_id=key(zhang), figure_id=ACCOUNTS, value=Decimal(3))
    figures.record(desk, MONDAY, (cell,))
    directive = directives.issue(desk, DirectiveIn(title="費率下限", body="自十二月起", source="渠道部"))
    meeting = begin(desk, TUESDAY, [note("滬指收平"), item(Section.MORALE, ItemKind.PRAISE, "開戶第一名")])
    case = agenda.add_case(desk, meeting, CaseIn(title="由費率談成規劃", story="先聽"))
    late = RollLineIn(person_id=key(zhang), mark=RollMark.LATE, minutes=6)
    roll.call(desk, TUESDAY, (late,), meeting_id=meeting)
    decide(desk, meeting, "週五前回訪")
    new = meetings.act(desk, meeting, Section.PROGRESS, action(desk, "列名單", due=FRIDAY))
    end(desk, meeting)
    return meeting, {"early": early, "new": new, "directive": directive, "case": case}


def change_everything(desk: Desk, zhang: Actor, keys: dict[str, int]) -> None:
    """Change whatever the minutes speak of."""
    stand(desk.books, THURSDAY)
    figures.record(desk, MONDAY, (CellIn(person_id=key(zhang), figure_id=ACCOUNTS, value=Decimal(9)),))
    figures.target(desk, MONDAY, (TargetIn(figure_id=ACCOUNTS, value=Decimal(99)),))
    figures.define(desk, FigureIn(name="拜訪", kind=FigureKind.COUNT, unit="次"))
    figures.change(desk, ACCOUNTS, FigureChange(name="新戶", unit="戶", position=3), 1)
    action_items.reword(desk, keys["new"], action(desk, "列全部名單", owner_id=key(zhang)), 1)
    action_items.move(desk, keys["early"], ActionState.DROPPED, reason="已無必要")
    directives.change(desk, keys["directive"], DirectiveIn(title="費率上限"), 1)
    directives.withdraw(desk, keys["directive"], "另行通知")
    cases.change(desk, keys["case"], CaseIn(title="改名", story="改寫"), 1)
    for number, name, born in (("A101", "徐靖", date(1980, 1, 1)), ("A107", "章敏", date(1990, 1, 1))):
        with desk.books.reading() as reader:
            person = people_read.actor(reader, number, THURSDAY).person_id
            joined = next(
                line for line in people_read.people(reader, THURSDAY) if line.id == person
            ).joined_on
            version = reader.value("SELECT version FROM person WHERE id = ?", (person,))
        assert person is not None
        wording = PersonIn(number=f"{number}X", name=name, joined_on=joined, born=born)
        people.change(desk, person, wording, version)
    with desk.books.reading() as reader:
        version = people_read.branch(reader).version
        seen = people_read.signatories(reader, "minutes")
    moved = BranchIn(branch="人民路營業部", team="二隊", region=Region.NONE, zone="America/New_York")
    branch.change(desk, moved, version)
    branch.change_signatories(desk, "minutes", (SignatoryIn(title="經理", person_id=1),), seen)
    override = OverrideIn(day=WEDNESDAY, kind=DayKind.HOLIDAY, market_open=False, reason="x")
    calendar.override(desk, override)
    with desk.books.reading() as reader:
        version = reader.value("SELECT version FROM person WHERE id = ?", (key(zhang),))
    people.left(desk, key(zhang), LeavingIn(left_on=MONDAY, reason="離職"), version)
    agenda.prepare(desk, FRIDAY)


def test_what_is_signed_stays_as_it_is_whatever_changes_later(desk: Desk, zhang: Actor) -> None:
    meeting, keys = full(desk, zhang)
    go_on(desk.books, 10)
    minutes.sign(desk, meeting)
    at_signing = head(desk)
    before, bytes_before = shown(desk, meeting), kept(desk)
    printed = write_html(paper(before, made_at=MADE_AT))
    assert before.head == at_signing
    change_everything(desk, zhang, keys)
    after = shown(desk, meeting)
    assert after == before
    assert kept(desk) == bytes_before
    assert (after.digest, digest(str(bytes_before[0][5]))) == (before.digest, before.digest)
    assert after.head == at_signing != head(desk)
    assert write_html(paper(after, made_at=MADE_AT)) == printed
    assert [finding.line for finding in verify(desk.books.path).findings] == []


def test_every_one_of_those_changes_would_show_in_minutes_not_yet_signed(desk: Desk, zhang: Actor) -> None:
    meeting, keys = full(desk, zhang)
    before = shown(desk, meeting).body
    change_everything(desk, zhang, keys)
    assert minutes.redraw(desk, meeting) == 2
    after = shown(desk, meeting).body
    same = {name for name in type(before).model_fields if getattr(before, name) == getattr(after, name)}
    # What was said and done in the meeting itself stays.
    assert same == {
        "books", "kind", "number", "day", "place", "started", "ended", "roll_called", "figures_day",
        "figures_reported", "figures_expected", "decisions", "corrections",
    }  # fmt: skip


def test_signed_minutes_are_neither_drawn_again_nor_taken_up(desk: Desk, held: int) -> None:
    minutes.sign(desk, held)
    with pytest.raises(AlreadySigned, match="numbered correction"):
        minutes.redraw(desk, held)
    with pytest.raises(WrongState):
        meetings.reopen(desk, held, "x")
    with pytest.raises(WrongState):
        agenda.add(desk, held, note("x"))


# --- drawn again


def test_minutes_are_drawn_again_only_when_something_differs(desk: Desk) -> None:
    meeting = begin(desk, MONDAY)
    opened = meetings.act(desk, meeting, Section.PROGRESS, action(desk))
    end(desk, meeting)
    go_on(desk.books, 30)
    before = desk.books.last_event()
    assert minutes.redraw(desk, meeting) == 1
    assert desk.books.last_event() == before
    action_items.reword(desk, opened, action(desk, "別的話"), 1)
    assert minutes.redraw(desk, meeting) == 2
    assert minutes.redraw(desk, meeting) == 2
    versions = [shown(desk, meeting, v) for v in (1, 2)]
    assert [version.body.actions[0].text for version in versions] == ["回訪新客戶", "別的話"]
    assert [(version.v, version.latest, version.kind) for version in versions] == [
        (1, 2, MinutesKind.DRAWN),
        (2, 2, MinutesKind.DRAWN),
    ]
    assert shown(desk, meeting).drawn_at == desk.books.clock.now()


def test_what_happens_after_the_meeting_is_nothing_to_its_minutes(desk: Desk, held: int) -> None:
    stand(desk.books, MONDAY, time(15, 0))
    action_items.open_item(desk, action(desk, "下午的事"))
    directives.issue(desk, DirectiveIn(title="下午的令"))
    figures.record(desk, MONDAY, (CellIn(person_id=1, figure_id=ACCOUNTS, value=Decimal(3)),))
    assert minutes.redraw(desk, held) == 1


def test_who_runs_the_meeting_draws_its_minutes_again(
    desk: Desk, at_desk: Callable[[Actor], Desk], held: int, zhang: Actor, hire: Callable[..., Actor]
) -> None:
    with pytest.raises(NotAllowed):
        minutes.redraw(at_desk(zhang), held)
    clerk = at_desk(hire("A102", "李娜", Role.ATTENDANCE_CLERK))
    # Two members more are due that day than when the minutes were drawn.
    assert minutes.redraw(clerk, held) == 2
    with pytest.raises(NotAllowed):
        minutes.correct(clerk, held, WRONG)


# --- corrected


def test_a_correction_is_a_numbered_version_of_its_own(desk: Desk, held: int) -> None:
    minutes.sign(desk, held)
    first, original = shown(desk, held), kept(desk)[0]
    now = go_on(desk.books, 60)
    assert minutes.correct(desk, held, WRONG) == 2
    second = shown(desk, held)
    assert (second.v, second.kind, second.reason) == (2, MinutesKind.CORRECTION, "漏計一戶")
    entry = second.body.corrections[0]
    assert (entry.no, entry.section, entry.text, entry.reason, entry.by, entry.at) == (
        1, Section.PROGRESS, "開戶十一戶，不是十戶", "漏計一戶", "徐靜", now,
    )  # fmt: skip
    assert second.body.model_copy(update={"corrections": ()}) == first.body
    assert value(desk, "SELECT reason FROM event_log ORDER BY id DESC") == "漏計一戶"
    assert kept(desk)[0] == original
    assert shown(desk, held, 1) == first.model_copy(update={"latest": 2})


def test_a_correction_waits_to_be_signed_before_the_next_is_made(desk: Desk, held: int) -> None:
    with pytest.raises(WrongState, match="minutes drawn"):
        minutes.correct(desk, held, WRONG)
    minutes.sign(desk, held)
    minutes.correct(desk, held, WRONG)
    assert view(desk, held).state is MeetingState.SIGNED
    assert not shown(desk, held).signed
    with pytest.raises(CorrectionUnsigned, match="Version 2 of these minutes is not signed yet"):
        minutes.correct(desk, held, WRONG)
    with pytest.raises(AlreadySigned):
        minutes.redraw(desk, held)
    with pytest.raises(WrongState):
        meetings.reopen(desk, held, "x")
    with pytest.raises(ChangedSince):
        minutes.sign(desk, held, v=1)
    minutes.sign(desk, held, v=2)
    assert shown(desk, held).signed
    assert minutes.correct(desk, held, CorrectionIn(text="地點：大廳", reason="寫錯")) == 3
    minutes.sign(desk, held)
    third = shown(desk, held)
    assert [(entry.no, entry.section, entry.text) for entry in third.body.corrections] == [
        (1, Section.PROGRESS, "開戶十一戶，不是十戶"),
        (2, None, "地點：大廳"),
    ]
    assert [shown(desk, held, v).signed for v in (1, 2, 3)] == [True, True, True]


def test_a_version_signed_prints_the_head_of_its_own_signing(desk: Desk, held: int) -> None:
    assert shown(desk, held).head == head(desk)
    minutes.sign(desk, held)
    first = head(desk)
    go_on(desk.books, 60)
    minutes.correct(desk, held, WRONG)
    assert (shown(desk, held, 1).head, shown(desk, held, 2).head) == (first, head(desk))
    minutes.sign(desk, held)
    second = head(desk)
    action_items.open_item(desk, action(desk))
    assert (shown(desk, held, 1).head, shown(desk, held, 2).head) == (first, second)
    assert len({first, second, head(desk)}) == 3
