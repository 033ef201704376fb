"""What a visitor finds: a day prepared, work half done, a month under way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from teamops.db.books import Books
from teamops.models.action_items import ActionState
from teamops.models.meetings import ItemKind, MeetingState, RollMark, Section
from teamops.models.people import SELLING_ROLES, Role
from teamops.services.reading import (
    action_items,
    calendar,
    cases,
    directives,
    figures,
    meetings,
    people,
    today,
)
from tests.demo.conftest import MONDAY, SUNDAY, Demo, rows

Open = Callable[[Path], Books]


@pytest.fixture
def monday(demo: Demo, opened: Open) -> Books:
    return opened(demo())


def test_the_team_is_fifteen_in_three_groups_at_four_outlets(monday: Books) -> None:
    with monday.reading() as reader:
        members = people.members(reader, MONDAY)
        assert len(members) == 15
        assert [group.members for group in people.groups(reader, MONDAY)] == [5, 4, 4]
        assert all(group.leader for group in people.groups(reader, MONDAY))
        outlets = people.outlets(reader, MONDAY)
        assert len(outlets) == 4
        assert all(outlet.custodian and outlet.people and outlet.opens for outlet in outlets)
        assert sum(member.role in SELLING_ROLES for member in members) == 13
        first = date.fromisoformat(reader.value("SELECT min(day) FROM meeting"))
        assert len(people.members(reader, first)) == 14
        postings = [people.postings(reader, member.id) for member in members]
        assert max(map(len, postings)) == 2


def test_today_is_prepared(monday: Books) -> None:
    with monday.reading() as reader:
        view = today.today(reader, MONDAY)
        assert view.meeting is not None
        assert view.meeting.state is MeetingState.READY
        kinds = {
            section: [i for p in view.parts if p.section is section for i in p.items] for section in Section
        }
        assert {i.kind for i in kinds[Section.MARKET]} == {ItemKind.REVIEW, ItemKind.NOTE, ItemKind.JUDGEMENT}
        assert all(i.body for i in kinds[Section.MARKET] if i.kind is ItemKind.REVIEW)
        assert [i.kind for i in kinds[Section.DIRECTIVES]] == [ItemKind.DIRECTIVE]
        assert ItemKind.ANSWER in {i.kind for i in kinds[Section.PROGRESS]}
        assert [i.kind for i in kinds[Section.CASE]] == [ItemKind.CASE]
        assert ItemKind.BIRTHDAY in {i.kind for i in kinds[Section.MORALE]}
        assert [i.title for i in kinds[Section.MORALE] if i.kind is ItemKind.BIRTHDAY] == [
            view.birthdays[0][0]
        ]
        assert view.carried >= 3
        assert [line.day for line in view.to_sign] == [date(2026, 11, 20)]
        assert (view.board.reported, view.board.expected) == (11, 13)
        assert not view.roll_called


@pytest.mark.parametrize(
    ("language", "day", "prepared"),
    [
        ("zh_Hans", SUNDAY, MONDAY),
        ("zh_Hant", date(2026, 10, 1), date(2026, 10, 2)),
        ("zh_Hans", date(2026, 10, 3), date(2026, 10, 8)),
        ("zh_Hans", date(2026, 10, 10), date(2026, 10, 10)),
    ],
    ids=["Sunday", "holiday in Hong Kong", "golden week", "make-up Saturday"],
)
def test_on_a_rest_day_the_next_meeting_is_prepared(
    demo: Demo, opened: Open, language: str, day: date, prepared: date
) -> None:
    with opened(demo(language, day, months=1)).reading() as reader:
        view = today.today(reader, day)
        assert view.meeting_day == prepared
        assert view.meeting is not None
        assert view.meeting.day == prepared
        assert view.meeting.state is MeetingState.READY
        kinds = {item.kind for part in view.parts for item in part.items}
        assert kinds >= {ItemKind.REVIEW, ItemKind.DIRECTIVE, ItemKind.CASE, ItemKind.BIRTHDAY}


def test_every_working_day_had_its_meeting(demo: Demo, opened: Open) -> None:
    day = date(2026, 10, 12)
    with opened(demo("zh_Hans", day, months=1)).reading() as reader:
        held = [date.fromisoformat(kept) for (kept,) in reader.rows("SELECT day FROM meeting ORDER BY day")]
        assert held == calendar.working_days(reader, date(2026, 9, 13), day)
        assert date(2026, 9, 20) in held  # a Sunday worked for the holidays
        assert date(2026, 10, 1) not in held
        reviews = reader.rows(
            "SELECT i.title, i.body FROM agenda_item i JOIN meeting m ON m.id = i.meeting_id"
            " WHERE i.kind = 'review' ORDER BY m.day"
        )
        judged = reader.rows(
            "SELECT i.title FROM agenda_item i JOIN meeting m ON m.id = i.meeting_id"
            " WHERE i.kind = 'judgement' ORDER BY m.day"
        )
        assert [title for title, _ in reviews] == [title for (title,) in judged[:-1]]
        assert all(body for _, body in reviews)


def test_action_items_stand_where_they_should(monday: Books) -> None:
    with monday.reading() as reader:
        lines = action_items.unsettled(reader)
        assert sum(line.overdue(MONDAY) for line in lines) == 2
        assert sum(line.due == MONDAY and line.state is not ActionState.DONE for line in lines) >= 2
        assert sum(line.state is ActionState.DONE for line in lines) >= 2
        assert any(line.due is not None and line.due > MONDAY for line in lines)
        every = action_items.all_items(reader)
        assert 60 < len(every) < 160
        settled = [line for line in every if line.state.settled]
        assert len(settled) == len(every) - len(lines)
        assert all(line.settled_on and line.opened_on <= line.settled_on < MONDAY for line in settled)
        assert all(line.reason for line in every if line.state is ActionState.DROPPED)


def test_the_two_newest_directives_are_not_known_to_all(monday: Books) -> None:
    with monday.reading() as reader:
        lines = directives.all_directives(reader)
        newest, before, *older = lines
        assert (newest.acknowledged, newest.addressed) == (3, 15)
        assert before.acknowledged == 12
        assert all(line.acknowledged == line.addressed for line in older)
        assert 20 <= len(lines) <= 30
        assert len(directives.in_force(reader, MONDAY)) < 10
        for line in directives.readers(reader, before.id):
            assert line.acknowledged_at is None or line.acknowledged_at.date() >= before.issued_on


def test_a_case_is_not_studied_twice_in_a_quarter(monday: Books) -> None:
    with monday.reading() as reader:
        studied = [case for case in cases.all_cases(reader) if case.times]
        assert len(studied) >= 14
        assert {case.times for case in studied} == {1}
        told = meetings.parts(
            reader, reader.value("SELECT id FROM meeting WHERE day = ?", (MONDAY.isoformat(),))
        )
        planned = [item.case_id for part in told for item in part.items if item.case_id]
        assert set(planned).isdisjoint(case.id for case in studied)
        assert planned[0] in {case.id for case in cases.suggested(reader, MONDAY)}


def test_the_roll_has_its_exceptions(demo: Demo) -> None:
    path = demo()
    marks = dict(rows(path, "SELECT mark, count(*) FROM roll_line GROUP BY mark"))
    assert marks.keys() >= {RollMark.PRESENT, RollMark.LATE, RollMark.LEAVE, RollMark.OUT}
    assert marks["present"] / sum(marks.values()) > 0.85
    # Who came late was missing first.
    late = rows(path, "SELECT roll_id, person_id, minutes FROM roll_line WHERE mark = 'late'")
    assert late
    for roll, person, minutes in late:
        said = rows(
            path, "SELECT mark FROM roll_line WHERE roll_id = ? AND person_id = ? ORDER BY id", roll, person
        )
        assert said == [("absent",), ("late",)]
        assert minutes >= 3


@pytest.mark.parametrize("size", [{}, {"people": 40, "months": 6, "seed": 2}], ids=["small", "medium"])
def test_months_end_between_55_and_105_per_cent(demo: Demo, opened: Open, size: dict[str, int]) -> None:
    path = demo("zh_Hans", **size) if size else demo()
    with opened(path).reading() as reader:
        months = [
            date.fromisoformat(kept)
            for (kept,) in reader.rows("SELECT DISTINCT month FROM target ORDER BY 1")
        ]
        assert months[-1] == date(2026, 11, 1)
        assert len(months) == size.get("months", 3)
        for month in months[:-1]:
            end = (month + timedelta(days=31)).replace(day=1)
            last = calendar.previous_workday(reader, end)
            for code in ("accounts", "assets"):
                done, aim = reader.one(
                    "SELECT (SELECT sum(v.value) FROM figure_value v WHERE v.figure_id = f.id"
                    " AND v.day BETWEEN ? AND ?), (SELECT sum(t.value) FROM target t WHERE t.figure_id = f.id"
                    " AND t.month = ?) FROM figure f WHERE f.code = ?",
                    (month.isoformat(), last.isoformat(), month.isoformat(), code),
                ) or (0, 1)
                assert 0.55 <= done / aim <= 1.05
        for standing in figures.board(reader, MONDAY).team:
            assert standing.share is not None
            assert standing.pace is not None
            assert standing.target is not None
            assert 55 <= standing.share <= 105
            assert standing.pace / standing.target < 1.2


def test_the_lead_leads_and_the_clerk_records(monday: Books) -> None:
    with monday.reading() as reader:
        roles = {member.name: member.role for member in people.members(reader, MONDAY)}
        for host, recorder in reader.rows(
            "SELECT h.name, r.name FROM meeting m JOIN person h ON h.id = m.host_id"
            " JOIN person r ON r.id = m.recorder_id"
        ):
            assert (roles[host], roles[recorder]) == (Role.LEAD, Role.ATTENDANCE_CLERK)
