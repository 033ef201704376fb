"""The library of case studies."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta

import pytest

from teamops.errors import ChangedSince, Missing, NotAllowed, NotYours, Refusals
from teamops.models.directives import CaseLine
from teamops.models.inputs.base import read
from teamops.models.inputs.cases import CaseIn
from teamops.models.meetings import ItemKind, MeetingState, Section
from teamops.models.people import Actor, Role
from teamops.models.tables.meetings import AgendaItem, Meeting
from teamops.services import cases
from teamops.services.desk import Desk, rights, together
from teamops.services.reading import cases as reading

TODAY = date(2026, 11, 23)


def library(desk: Desk, search: str = "") -> list[CaseLine]:
    with desk.books.reading() as reader:
        return reading.all_cases(reader, search)


def suggested(desk: Desk, today: date = TODAY) -> list[int]:
    with desk.books.reading() as reader:
        return [line.id for line in reading.suggested(reader, today)]


def one(desk: Desk, case_id: int) -> CaseLine:
    with desk.books.reading() as reader:
        found = reading.one(reader, case_id)
    assert found is not None
    return found


def studied(
    desk: Desk,
    day: date,
    *case_ids: int,
    state: MeetingState = MeetingState.MINUTED,
    discussed: bool | None = True,
    removed: bool = False,
) -> None:
    """A meeting of a day with the cases on its agenda."""
    with together(desk, "test.study", rights(Role.LEAD)) as tx:
        meeting = tx.add(
            Meeting(
                series_id=1,
                day=day,
                state=state,
                host_id=1,
                recorder_id=1,
                planned_start=time(8, 30),
                minutes_due=time(9, 15),
            )
        )
        for position, case_id in enumerate(case_ids, 1):
            tx.add(
                AgendaItem(
                    meeting_id=meeting.id,
                    section=Section.CASE,
                    position=position,
                    kind=ItemKind.CASE,
                    case_id=case_id,
                    discussed=discussed,
                    removed=removed,
                )
            )


def test_a_case_is_kept_as_told(desk: Desk, zhang: Actor) -> None:
    told = CaseIn(
        title="Turning a fee question into a plan",
        story="A client asked…\nand stayed.",
        lesson="Ask first.",
        tags="fees plan",
        author_id=zhang.person_id,
    )
    case = cases.add(desk, told)
    assert one(desk, case) == CaseLine(
        case, told.title, told.story, told.lesson, "fees plan", zhang.person_id, "張敏", None, 0, 1
    )
    cases.change(desk, case, CaseIn(title="Fees", tags="fees"), 1)
    assert one(desk, case) == CaseLine(case, "Fees", "", "", "fees", None, "", None, 0, 2)
    with pytest.raises(ChangedSince):
        cases.change(desk, case, told, 1)


def test_an_author_is_somebody(desk: Desk) -> None:
    with pytest.raises(Missing):
        cases.add(desk, CaseIn(title="x", author_id=99))
    case = cases.add(desk, CaseIn(title="x"))
    with pytest.raises(Missing):
        cases.change(desk, case, CaseIn(title="x", author_id=99), 1)


def test_members_tell_their_own_cases(
    desk: Desk, at_desk: Callable[[Actor], Desk], zhang: Actor, hire: Callable[..., Actor]
) -> None:
    member, lead = at_desk(zhang), desk.actor.person_id
    mine = cases.add(member, CaseIn(title="mine"))
    assert one(desk, mine).author == "張敏"
    cases.change(member, mine, CaseIn(title="mine too", author_id=zhang.person_id), 1)
    theirs = cases.add(desk, CaseIn(title="theirs", author_id=lead))
    nobodys = cases.add(desk, CaseIn(title="nobody's"))
    for attempt in (
        lambda: cases.add(member, CaseIn(title="x", author_id=lead)),
        lambda: cases.change(member, theirs, CaseIn(title="x", author_id=zhang.person_id), 1),
        lambda: cases.change(member, nobodys, CaseIn(title="x", author_id=zhang.person_id), 1),
        lambda: cases.change(member, mine, CaseIn(title="x", author_id=lead), 2),
    ):
        with pytest.raises(NotYours):
            attempt()
    with pytest.raises(NotAllowed):
        cases.add(at_desk(hire("B1", "馮強", Role.AUDITOR)), CaseIn(title="x"))


def test_a_case_is_found_by_what_is_in_it(desk: Desk, zhang: Actor) -> None:
    first = cases.add(
        desk, CaseIn(title="Fee question", story="long story", tags="費用", author_id=zhang.person_id)
    )
    second = cases.add(desk, CaseIn(title="Lost client", lesson="100% listening"))
    assert [line.id for line in library(desk)] == [second, first]
    for typed, found in (
        ("FEE", [first]),
        ("story", [first]),
        ("費", [first]),
        ("張敏", [first]),
        ("100%", [second]),
        ("l_st", []),
        ("!", []),
    ):
        assert [line.id for line in library(desk, typed)] == found, typed


def test_a_case_counts_as_studied_once_minutes_say_so(desk: Desk) -> None:
    case = cases.add(desk, CaseIn(title="x"))
    studied(desk, date(2026, 11, 2), case, state=MeetingState.ARCHIVED)
    studied(desk, date(2026, 11, 3), case, case, state=MeetingState.SIGNED)
    studied(desk, date(2026, 11, 4), case)
    studied(desk, date(2026, 11, 5), case, discussed=False)
    studied(desk, date(2026, 11, 6), case, removed=True)
    studied(desk, date(2026, 11, 9), case, state=MeetingState.CLOSED)
    studied(desk, date(2026, 11, 10), case, discussed=None)
    shown = one(desk, case)
    assert (shown.last_studied, shown.times) == (date(2026, 11, 4), 3)


def test_what_was_never_studied_is_suggested_before_what_was_long_ago(desk: Desk) -> None:
    recent, long_ago, longer_ago, never, new = (cases.add(desk, CaseIn(title=f"{n}")) for n in range(5))
    studied(desk, date(2026, 10, 1), recent)
    studied(desk, date(2026, 5, 4), long_ago, longer_ago)
    studied(desk, date(2026, 6, 1), long_ago)
    assert suggested(desk) == [never, new, longer_ago, long_ago]
    assert suggested(desk, date(2026, 10, 1) + timedelta(weeks=13)) == [never, new, longer_ago, long_ago]
    assert suggested(desk, date(2026, 10, 2) + timedelta(weeks=13)) == [
        never,
        new,
        longer_ago,
        long_ago,
        recent,
    ]


def test_no_case_goes_by_an_unknown_key(desk: Desk) -> None:
    with desk.books.reading() as reader:
        assert reading.one(reader, 1) is None


@pytest.mark.parametrize(
    ("typed", "tags"),
    [("", ""), ("fees", "fees"), (" #fees，plan、fees ; 費用　＃客戶 ", "fees plan 費用 客戶"), ("# ,", "")],
)
def test_tags_are_told_apart(typed: str, tags: str) -> None:
    assert read(CaseIn, {"title": "x", "tags": typed}, today=TODAY).tags == tags


def test_a_case_needs_a_title() -> None:
    with pytest.raises(Refusals) as caught:
        read(CaseIn, {"title": ""}, today=TODAY)
    assert list(caught.value.by_field) == ["title"]
