"""Directives: issued, known, reworded in time, withdrawn."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from teamops.clock import Clock
from teamops.errors import (
    ChangedSince,
    DirectiveKnown,
    ExpiredAlready,
    Missing,
    NobodyAddressed,
    NotAddressed,
    NotAllowed,
    NotYours,
    OutsideEmployment,
    ReasonMissing,
    Refusals,
    WrongState,
)
from teamops.i18n import speaking
from teamops.models.directives import DirectiveKind, DirectiveLine, ReaderLine
from teamops.models.inputs.base import read
from teamops.models.inputs.directives import DirectiveIn
from teamops.models.people import PROGRAM, Actor, Role
from teamops.models.tables.people import Posting
from teamops.services import directives
from teamops.services.desk import Desk, rights, together
from teamops.services.reading import directives as reading

TODAY = date(2026, 11, 23)


def one(desk: Desk, directive_id: int) -> DirectiveLine:
    with desk.books.reading() as reader:
        found = reading.one(reader, directive_id)
    assert found is not None
    return found


def readers(desk: Desk, directive_id: int) -> list[ReaderLine]:
    with desk.books.reading() as reader:
        return reading.readers(reader, directive_id)


def issue(desk: Desk, title: str = "Fee floor from 1 December", **more: Any) -> int:
    return directives.issue(desk, DirectiveIn(title=title, **more))


def key(actor: Actor) -> int:
    assert actor.person_id is not None
    return actor.person_id


@pytest.fixture
def liu(hire: Callable[..., Actor]) -> Actor:
    return hire("A104", "劉平", Role.GROUP_LEADER)


def test_a_directive_is_numbered_and_addressed_to_the_team(
    desk: Desk, liu: Actor, zhang: Actor, hire: Callable[..., Actor]
) -> None:
    hire("B1", "馮強", Role.BRANCH_MANAGER)
    hire("A120", "孫浩", left=date(2026, 11, 20))
    body = "No account below 2.0 per ten thousand without the branch's leave."
    first = issue(desk, body=body, source="Channel department", expires_on=date(2026, 12, 31))
    second = issue(desk, "New bond fund", kind=DirectiveKind.PRODUCT, addressee_ids=(key(zhang), key(zhang)))
    assert one(desk, first) == DirectiveLine(
        first, "D2026-001", "Fee floor from 1 December", body, "Channel department", DirectiveKind.NOTICE,
        TODAY, date(2026, 12, 31), "", 3, 0, 1,
    )  # fmt: skip
    assert [line.number for line in readers(desk, first)] == ["A101", "A104", "A107"]
    assert one(desk, second).number == "D2026-002"
    assert [line.name for line in readers(desk, second)] == ["張敏"]


def test_a_directive_is_one_event_and_told_to_the_meetings(desk: Desk, zhang: Actor) -> None:
    before = desk.books.last_event()
    heard: list[str] = []
    desk.books.subscribe(heard.append)
    issue(desk)
    assert desk.books.last_event() == before + 1
    assert heard == ["directives", "meetings"]


def test_a_directive_needs_somebody_to_know_it(desk: Desk) -> None:
    with together(desk, "test.nobody", rights(Role.LEAD)) as tx:
        tx.get(Posting, 1).role = Role.BRANCH_MANAGER
    with pytest.raises(NobodyAddressed):
        issue(desk)
    assert one(desk, issue(desk, addressee_ids=(key(desk.actor),))).number == "D2026-001"


def test_nobody_who_is_not_there_is_addressed(desk: Desk, hire: Callable[..., Actor]) -> None:
    gone = hire("A120", "孫浩", left=date(2026, 11, 20))
    coming = hire("A121", "陳明", joined=date(2026, 12, 1))
    for person in (gone, coming):
        with pytest.raises(OutsideEmployment):
            issue(desk, addressee_ids=(key(person),))
    with pytest.raises(Missing):
        issue(desk, addressee_ids=(99,))
    with desk.books.reading() as reader:
        assert reading.all_directives(reader) == []
        assert reader.value("SELECT count(*) FROM serial") == 0


def test_a_directive_does_not_expire_before_it_is_issued(desk: Desk) -> None:
    with pytest.raises(ExpiredAlready):
        issue(desk, expires_on=date(2026, 11, 22))
    issue(desk, expires_on=TODAY)


def test_several_acknowledge_at_once_and_who_put_it_down_is_kept(
    desk: Desk, liu: Actor, zhang: Actor
) -> None:
    directive = issue(desk)
    assert directives.acknowledge(desk, directive, (key(desk.actor), key(zhang), key(zhang))) == 2
    assert one(desk, directive).acknowledged == 2
    assert {line.number: (line.acknowledged_at, line.recorded_by) for line in readers(desk, directive)} == {
        "A101": (desk.books.clock.now(), ""),
        "A104": (None, ""),
        "A107": (desk.books.clock.now(), "徐靜"),
    }


def test_the_first_acknowledgement_stands(desk: Desk, at_desk: Callable[[Actor], Desk], zhang: Actor) -> None:
    directive = issue(desk)
    directives.acknowledge(at_desk(zhang), directive, (key(zhang),))
    first, before = readers(desk, directive), desk.books.last_event()
    later = datetime(2026, 11, 24, tzinfo=UTC)
    desk.books.clock = Clock("Asia/Shanghai", later, monotonic=lambda: 0.0)
    assert directives.acknowledge(desk, directive, (key(zhang),)) == 0
    assert readers(desk, directive) == first
    assert desk.books.last_event() == before


def test_everybody_acknowledges_for_themselves_and_those_who_run_the_meeting_for_others(
    desk: Desk, at_desk: Callable[[Actor], Desk], liu: Actor, zhang: Actor
) -> None:
    directive = issue(desk)
    with pytest.raises(NotYours):
        directives.acknowledge(at_desk(zhang), directive, (key(zhang), key(liu)))
    assert one(desk, directive).acknowledged == 0
    assert directives.acknowledge(at_desk(zhang), directive, (key(zhang),)) == 1
    assert directives.acknowledge(at_desk(liu), directive, (key(liu), key(desk.actor))) == 2


def test_only_addressees_acknowledge(desk: Desk, liu: Actor, zhang: Actor) -> None:
    directive = issue(desk, addressee_ids=(key(zhang),))
    with pytest.raises(NotAddressed, match="D2026-001 is not addressed to 劉平"):
        directives.acknowledge(desk, directive, (key(zhang), key(liu)))
    assert one(desk, directive).acknowledged == 0


def test_until_somebody_knows_it_a_directive_may_change(desk: Desk, liu: Actor, zhang: Actor) -> None:
    directive = issue(desk, addressee_ids=(key(liu), key(zhang)))
    wording = DirectiveIn(title="Fee floor", body="…", source="HQ", kind=DirectiveKind.TASK, expires_on=TODAY)
    directives.change(desk, directive, wording, 1)
    changed = one(desk, directive)
    assert (changed.title, changed.body, changed.source, changed.kind) == ("Fee floor", "…", "HQ", "task")
    assert (changed.number, changed.issued_on, changed.expires_on) == ("D2026-001", TODAY, TODAY)
    assert [line.name for line in readers(desk, directive)] == ["劉平", "張敏"]
    others = wording.model_copy(update={"addressee_ids": (key(desk.actor), key(zhang))})
    directives.change(desk, directive, others, changed.version)
    assert [line.name for line in readers(desk, directive)] == ["徐靜", "張敏"]


def test_what_somebody_knows_is_not_reworded(desk: Desk, zhang: Actor) -> None:
    directive = issue(desk)
    directives.acknowledge(desk, directive, (key(zhang),))
    with pytest.raises(DirectiveKnown, match="D2026-001"):
        directives.change(desk, directive, DirectiveIn(title="Otherwise"), 1)
    assert one(desk, directive).title == "Fee floor from 1 December"


def test_a_change_is_not_lost_unseen_and_never_leads_into_the_past(desk: Desk) -> None:
    directive = issue(desk)
    directives.change(desk, directive, DirectiveIn(title="Once"), 1)
    with pytest.raises(ChangedSince):
        directives.change(desk, directive, DirectiveIn(title="Twice"), 1)
    with pytest.raises(ExpiredAlready):
        directives.change(desk, directive, DirectiveIn(title="Twice", expires_on=date(2026, 11, 1)), 2)


def test_a_withdrawn_directive_keeps_its_number_and_reason(desk: Desk, zhang: Actor) -> None:
    directive = issue(desk)
    with pytest.raises(ReasonMissing):
        directives.withdraw(desk, directive, " ")
    directives.withdraw(desk, directive, "replaced by D2026-002", version=1)
    assert one(desk, directive).withdrawn == "replaced by D2026-002"
    with desk.books.reading() as reader:
        assert reading.in_force(reader, TODAY) == []
        assert reader.value("SELECT reason FROM event_log ORDER BY id DESC") == "replaced by D2026-002"
    for again in (
        lambda: directives.withdraw(desk, directive, "again"),
        lambda: directives.acknowledge(desk, directive, (key(zhang),)),
        lambda: directives.change(desk, directive, DirectiveIn(title="x"), 2),
    ):
        with pytest.raises(WrongState, match="withdrawn"):
            again()


def test_who_may_issue_and_withdraw(
    desk: Desk, at_desk: Callable[[Actor], Desk], liu: Actor, zhang: Actor
) -> None:
    directive = issue(at_desk(liu))
    with pytest.raises(NotAllowed):
        directives.withdraw(at_desk(liu), directive, "no")
    with pytest.raises(NotAllowed):
        issue(at_desk(zhang))
    with pytest.raises(NotAllowed):
        directives.acknowledge(Desk(desk.books, PROGRAM), directive, (key(zhang),))


# --- lists


def test_what_is_in_force_is_neither_expired_nor_to_come(desk: Desk) -> None:
    issue(desk, "to the end of the month", expires_on=date(2026, 11, 30))
    issue(desk, "without end")
    titles = {}
    with desk.books.reading() as reader:
        for day in (date(2026, 11, 22), TODAY, date(2026, 11, 30), date(2026, 12, 1)):
            titles[day.day] = [line.title for line in reading.in_force(reader, day)]
        assert [line.title for line in reading.in_force(reader, TODAY, limit=1)] == ["without end"]
    assert titles == {
        22: [],
        23: ["without end", "to the end of the month"],
        30: ["without end", "to the end of the month"],
        1: ["without end"],
    }


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", [2, 1]),
        ("fee FLOOR", [1]),
        ("ten thousand", [1]),
        ("channel", [1]),
        ("2026-002", [2]),
        (" d2026-001 ", [1]),
        ("債券", [2]),
        ("100%", [2]),
        ("2_26", []),
        ("!", []),
        ("nothing of the kind", []),
    ],
)
def test_directives_are_found_by_what_is_in_them(desk: Desk, typed: str, found: list[int]) -> None:
    issue(desk, "Fee floor", body="2.0 per ten thousand", source="Channel department")
    issue(desk, "新債券基金", body="sells 100% online")
    with desk.books.reading() as reader:
        assert [line.id for line in reading.all_directives(reader, typed)] == found
        assert len(reading.all_directives(reader, typed, limit=1)) == min(1, len(found))


def test_a_number_is_found_as_it_prints(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    issue(desk)
    monkeypatch.setattr(reading, "number_label", lambda number: "示" + number[1:])
    with speaking("zh_Hant"), desk.books.reading() as reader:
        assert [line.id for line in reading.all_directives(reader, "示2026-001")] == [1]
        assert [line.id for line in reading.all_directives(reader, "D2026-001")] == [1]


def test_no_directive_goes_by_an_unknown_key(desk: Desk) -> None:
    with desk.books.reading() as reader:
        assert reading.one(reader, 1) is None
        assert reading.readers(reader, 1) == []


def test_a_directive_typed_wrong_says_where() -> None:
    with pytest.raises(Refusals) as caught:
        read(DirectiveIn, {"title": " ", "kind": "rumour", "expires_on": "someday"}, today=TODAY)
    assert set(caught.value.by_field) == {"title", "kind", "expires_on"}
    typed = read(DirectiveIn, {"title": "Fee floor", "expires_on": "12-31"}, today=TODAY)
    assert typed == DirectiveIn(title="Fee floor", expires_on=date(2026, 12, 31))
