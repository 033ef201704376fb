"""Imports of figures, targets and calendars: exact values, events of a thousand, rules behind the plan."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from teamops.db.verify import verify
from teamops.errors import (
    AlreadyThere,
    ChangedSince,
    FutureDay,
    OutsideEmployment,
)
from teamops.models.calendar import DayKind
from teamops.models.imports import FigureWrite, Plan, Verdict
from teamops.models.inputs.calendar import OverrideIn
from teamops.models.inputs.people import LeavingIn
from teamops.services import calendar, imports, people
from teamops.services.desk import Desk
from teamops.services.reading import calendar as reading_calendar
from teamops.services.reading import figures as reading_figures
from tests.services.taking import DATA, TODAY, planned, take, typed

FIGURES = "日期,工號,開戶數,新增資產(萬元),客戶疑問"


def values(desk: Desk) -> list[tuple[str, int, int, int | None, str]]:
    with desk.books.reading() as reader:
        rows = reader.rows(
            "SELECT day, person_id, figure_id, value, words FROM figure_value "
            "ORDER BY day, person_id, figure_id"
        )
    return [(row[0], row[1], row[2], row[3], row[4]) for row in rows]


def test_figures_are_kept_to_the_last_decimal_and_changed_in_place(roster_desk: Desk, tmp_path: Path) -> None:
    take(roster_desk, "figures", typed(tmp_path, "2026-11-20,A104,2,12.5,佣金", titles=FIGURES))
    take(
        roster_desk,
        "figures",
        typed(tmp_path, "2026-11-20,A104,2,13.25,新股", "2026-11-20,A105,0,,", titles=FIGURES),
    )
    assert values(roster_desk) == [
        ("2026-11-20", 4, 1, 20000, ""),
        ("2026-11-20", 4, 2, 132500, ""),
        ("2026-11-20", 4, 3, None, "新股"),
        ("2026-11-20", 5, 1, 0, ""),
    ]
    with roster_desk.books.reading() as reader:
        assert [row[0] for row in reader.rows("SELECT version FROM figure_value ORDER BY id")] == [1, 2, 2, 1]


def test_many_figures_are_an_event_a_thousand(roster_desk: Desk, tmp_path: Path) -> None:
    days = [TODAY - timedelta(days=n) for n in range(400)]
    lines = [f"{day},A{n},1,2.5," for day in days for n in (104, 112, 115)]
    before = roster_desk.books.last_event()
    take(roster_desk, "figures", typed(tmp_path, *lines, titles=FIGURES))
    assert roster_desk.books.last_event() == before + 3
    take(
        roster_desk, "figures", typed(tmp_path, *(line.replace("2.5", "3") for line in lines), titles=FIGURES)
    )
    with roster_desk.books.reading() as reader:
        assert reader.value("SELECT count(*) FROM figure_value WHERE version = 2 AND value = 30000") == 1200
        assert reader.value("SELECT max(length(payload)) FROM event_log") < 200_000
    assert roster_desk.books.last_event() == before + 6
    assert [finding.line for finding in verify(roster_desk.books.path).findings] == []


def test_figures_changed_since_the_plan_are_not_overwritten(roster_desk: Desk, tmp_path: Path) -> None:
    take(roster_desk, "figures", typed(tmp_path, "2026-11-20,A104,2,,", titles=FIGURES))
    plan = planned(
        roster_desk, "figures", typed(tmp_path, "2026-11-20,A104,3,,", "2026-11-20,A105,1,,", titles=FIGURES)
    )
    new = planned(roster_desk, "figures", typed(tmp_path, "2026-11-20,A105,4,,", titles=FIGURES))
    imports.figures(roster_desk, plan)
    with pytest.raises(ChangedSince):
        imports.figures(roster_desk, plan)
    with pytest.raises(AlreadyThere):
        imports.figures(roster_desk, new)
    assert values(roster_desk) == [("2026-11-20", 4, 1, 30000, ""), ("2026-11-20", 5, 1, 10000, "")]


def test_the_rules_hold_whatever_the_plan_says(roster_desk: Desk) -> None:
    def plan(day: date, person: int) -> Plan[FigureWrite]:
        return Plan("x.csv", (), (FigureWrite(day, person, 1, None, "", None),))

    people.left(roster_desk, 7, LeavingIn(left_on=date(2026, 11, 1), reason="辭職"), version=1)
    with pytest.raises(FutureDay):
        imports.figures(roster_desk, plan(date(2026, 11, 24), 4))
    with pytest.raises(OutsideEmployment):
        imports.figures(roster_desk, plan(date(2026, 11, 2), 7))
    with pytest.raises(OutsideEmployment):
        imports.figures(roster_desk, plan(date(2020, 1, 1), 4))


def test_targets_are_added_and_changed(roster_desk: Desk, tmp_path: Path) -> None:
    titles = "月份,工號,開戶數目標,新增資產目標(萬元)"
    take(roster_desk, "targets", typed(tmp_path, "2026-11,A104,12,300", "2026-11,,130,", titles=titles))
    take(roster_desk, "targets", typed(tmp_path, "2026-11,A104,15,300", "2026-11,,140,5000", titles=titles))
    with roster_desk.books.reading() as reader:
        found = [
            (line.person_id, line.figure_id, int(line.value))
            for line in reading_figures.targets(reader, TODAY)
        ]
    assert found == [(None, 1, 140), (None, 2, 5000), (4, 1, 15), (4, 2, 300)]


def test_a_calendar_is_taken_with_its_removed_days(desk: Desk, tmp_path: Path) -> None:
    for year in (2025, 2026):
        before = desk.books.last_event()
        assert take(desk, "calendar", DATA / f"holiday-cn-{year}.json").counts[Verdict.ADDED] == 0
        assert desk.books.last_event() == before
    storm = OverrideIn(day=date(2027, 3, 1), kind=DayKind.HOLIDAY, market_open=False, reason="颱風")
    calendar.override(desk, storm)
    path = tmp_path / "2027.json"
    days = [
        {"name": "元旦", "date": "2027-01-01", "isOffDay": True},
        {"name": "元旦", "date": "2027-01-03", "isOffDay": False},
        {"name": "春节", "date": "2027-03-01", "isOffDay": True},
    ]
    path.write_text(json.dumps({"year": 2027, "days": days}), encoding="utf-8")
    take(desk, "calendar", path)
    path.write_text(
        json.dumps({"year": 2027, "days": [days[1], {**days[0], "name": "新年"}]}), encoding="utf-8"
    )
    plan = planned(desk, "calendar", path)
    assert imports.calendar(desk, plan) == 1
    path.write_text(json.dumps({"year": 2027, "days": [{**days[0], "name": "新年"}]}), encoding="utf-8")
    assert imports.calendar(desk, planned(desk, "calendar", path)) == 1
    with desk.books.reading() as reader:
        kept = reading_calendar.year_of(reader, 2027)
        assert (kept.confirmed, kept.source, kept.holidays, kept.makeup_days) == (True, "2027.json", 2, 0)
        new_year = reading_calendar.day_view(reader, date(2027, 1, 1))
        assert (new_year.name, new_year.kind, new_year.market_open) == ("新年", DayKind.HOLIDAY, False)
        assert reading_calendar.day_view(reader, date(2027, 3, 1)).reason == "颱風"


def test_a_calendar_of_a_year_not_kept_yet(desk: Desk, tmp_path: Path) -> None:
    take(desk, "calendar", typed(tmp_path, "2030-01-01,休,元旦", titles="日期,類型,名稱"))
    with desk.books.reading() as reader:
        assert reading_calendar.year_of(reader, 2030).confirmed
        assert not reading_calendar.day_view(reader, date(2030, 1, 1)).kind.worked


def test_a_file_without_a_day_is_refused_line_by_line(roster_desk: Desk, tmp_path: Path) -> None:
    nothing = typed(tmp_path, ",A104,1,,", titles=FIGURES)
    assert planned(roster_desk, "figures", nothing).counts == {Verdict.REFUSED: 1}
    nothing = typed(tmp_path, ",A104,1,", titles="月份,工號,開戶數目標,新增資產目標(萬元)")
    assert planned(roster_desk, "targets", nothing).counts == {Verdict.REFUSED: 1}
