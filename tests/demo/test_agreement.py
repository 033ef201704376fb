"""Figures, decisions, action items and minutes say the same; nobody says the same thing twice in a week."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from teamops.db.books import Books
from teamops.demo.sayings import sentences
from teamops.models.minutes import MinutesBody
from teamops.models.people import PROGRAM
from teamops.models.tables.meetings import Meeting
from teamops.services.desk import Desk, rights, together
from teamops.services.minutes_body import compose
from teamops.services.reading import figures
from tests.demo.conftest import MONDAY, Demo, rows

Open = Callable[[Path], Books]

SIZES = [("en", {}), ("zh_Hant", {"seed": 2}), ("zh_Hans", {"people": 40, "months": 6, "seed": 2})]


def bodies(path: Path) -> dict[int, MinutesBody]:
    kept = rows(path, "SELECT meeting_id, body FROM minutes ORDER BY meeting_id")
    return {meeting: MinutesBody.model_validate_json(body) for meeting, body in kept}


def test_minutes_are_what_the_records_say_of_themselves(demo: Demo, opened: Open) -> None:
    path = demo()
    frozen = bodies(path)
    books = opened(path)
    with together(Desk(books, PROGRAM), "test.compose", rights(None)) as tx:
        for key in [*frozen][::7] + [*frozen][-3:]:
            now, then = compose(tx, tx.get(Meeting, key)), frozen[key]
            # What became of action items since is not in the minutes of that morning.
            later = {"actions": (), "followed_up": ()}
            assert now.model_copy(update=later) == then.model_copy(update=later)
            assert [a.number for a in now.actions] == [a.number for a in then.actions]
            assert {a.state.value for a in then.actions} <= {"open"}


@pytest.mark.parametrize(("language", "size"), SIZES, ids=["small", "another", "medium"])
def test_minutes_agree_with_the_registers(demo: Demo, language: str, size: dict[str, int]) -> None:
    path = demo(language, **size)
    sold: dict[tuple[str, str], int] = defaultdict(int)
    for day, code, value in rows(
        path,
        "SELECT v.day, f.code, sum(v.value) FROM figure_value v JOIN figure f ON f.id = v.figure_id"
        " WHERE value IS NOT NULL GROUP BY 1, 2",
    ):
        sold[day, code] = value
    for key, body in bodies(path).items():
        for figure in body.figures:
            assert body.figures_day is not None
            told = [member.value for member in figure.members if member.value is not None]
            day_total = Decimal(sold[body.figures_day.isoformat(), figure.code]).scaleb(-4)
            assert sum(told, Decimal(0)) == figure.day_total == day_total
            first, last = body.figures_day.replace(day=1).isoformat(), body.figures_day.isoformat()
            month = sum(v for (day, code), v in sold.items() if code == figure.code and first <= day <= last)
            assert figure.month_total == Decimal(month).scaleb(-4)
        decisions = "SELECT number, text FROM outcome WHERE meeting_id = ? AND kind = 'decision' ORDER BY id"
        assert [(d.number, d.text) for d in body.decisions] == rows(path, decisions, key)
        opened_there = "SELECT number, text FROM action_item WHERE meeting_id = ? ORDER BY id"
        assert [(a.number, a.text) for a in body.actions] == rows(path, opened_there, key)
        assert len(body.roll) == rows(path, "SELECT count(DISTINCT person_id) FROM roll_line l JOIN roll_call c"
                                      " ON c.id = l.roll_id WHERE c.meeting_id = ?", key)[0][0]  # fmt: skip
        assert all(entry.mark is not None for entry in body.roll)
        assert all(part.elapsed > 0 for part in body.parts)
        assert body.started < body.ended


def test_an_answer_to_the_shortfall_names_the_figures_of_the_evening_before(demo: Demo, opened: Open) -> None:
    path = demo()
    answers = rows(
        path,
        "SELECT m.day, i.body FROM agenda_item i JOIN meeting m ON m.id = i.meeting_id"
        " WHERE i.kind = 'answer'",
    )
    assert len(answers) > 10
    with opened(path).reading() as reader:
        for day, text in answers:
            board = figures.board(reader, date.fromisoformat(day))
            named = []
            for standing in board.team:
                assert standing.target is not None
                due = standing.target * board.days_gone / board.days_all
                if standing.done < due:
                    done = standing.done.quantize(Decimal(1).scaleb(-standing.figure.decimals))
                    named += [f"{done:,}", f"{max(due - done, Decimal(1)):,.0f} "]
            assert any(number in text for number in named)


def test_praise_for_accounts_is_true(demo: Demo) -> None:
    path = demo()
    praised = rows(
        path,
        "SELECT m.day, i.title FROM agenda_item i JOIN meeting m ON m.id = i.meeting_id"
        " WHERE i.kind = 'praise' AND (i.title LIKE '% accounts%' OR i.title LIKE '%new clients%')",
    )
    assert len(praised) > 10
    for day, title in praised:
        best = rows(
            path,
            "SELECT p.name, v.value / 10000 FROM figure_value v JOIN person p ON p.id = v.person_id"
            " JOIN figure f ON f.id = v.figure_id WHERE f.code = 'accounts'"
            " AND v.day = (SELECT max(day) FROM figure_value WHERE day < ?) ORDER BY 2 DESC",
            day,
        )
        assert any(name in title and f"{n} " in title for name, n in best if n == best[0][1])


@pytest.mark.parametrize(("language", "size"), SIZES, ids=["small", "another", "medium"])
def test_no_sentence_comes_twice_within_a_week(demo: Demo, language: str, size: dict[str, int]) -> None:
    path = demo(language, **size)
    said: dict[str, list[date]] = defaultdict(list)
    agenda = "FROM agenda_item i JOIN meeting m ON m.id = i.meeting_id WHERE"
    directive = (
        "FROM directive d JOIN agenda_item i ON i.directive_id = d.id JOIN meeting m ON m.id = i.meeting_id"
    )
    case = "FROM case_study c JOIN agenda_item i ON i.case_id = c.id JOIN meeting m ON m.id = i.meeting_id"
    sources = (
        f"SELECT m.day, i.title {agenda} i.carried_from_id IS NULL AND i.kind <> 'birthday'",
        f"SELECT m.day, i.body {agenda} i.carried_from_id IS NULL OR i.kind = 'review'",
        "SELECT m.day, o.text FROM outcome o JOIN meeting m ON m.id = o.meeting_id",
        "SELECT m.day, a.text FROM action_item a JOIN meeting m ON m.id = a.meeting_id",
        f"SELECT m.day, d.title || '. ' || d.body {directive} WHERE i.carried_from_id IS NULL",
        f"SELECT m.day, c.story || ' ' || c.lesson {case}",
        "SELECT day, words FROM figure_value",
        "SELECT c.day, l.reason FROM roll_line l JOIN roll_call c ON c.id = l.roll_id",
        "SELECT settled_on, reason FROM action_item WHERE reason <> ''",
    )
    for source in sources:
        for day, text in rows(path, source):
            for sentence in sentences(text):
                said[sentence].append(date.fromisoformat(day))
    assert len(said) > 500
    too_soon = {
        sentence: days
        for sentence, days in said.items()
        if any(
            later - earlier < timedelta(days=7)
            for earlier, later in zip(sorted(days), sorted(days)[1:], strict=False)
        )
    }
    assert not too_soon


def test_targets_are_set_before_their_month(demo: Demo) -> None:
    path = demo()
    for at, payload in rows(path, "SELECT at, payload FROM event_log WHERE action = 'figures.target'"):
        months = rows(path, "SELECT DISTINCT month FROM target WHERE ? LIKE '%' || month || '%'", payload)
        assert len(months) == 1
        assert at[:10] < months[0][0]
    assert MONDAY.replace(day=1).isoformat() in {m for (m,) in rows(path, "SELECT month FROM target")}
