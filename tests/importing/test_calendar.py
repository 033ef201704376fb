"""Announced calendars: the official list as JSON, and days in a sheet."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from teamops.errors import FileIsFolder, FileMissing, FileUnreadable, MissingColumns, NotACalendar
from teamops.importing.calendar import plan, read
from teamops.models.calendar import CalendarDayView, DayKind
from teamops.models.imports import CalendarWrite, Change, KnownYears, Plan, PlannedLine, Verdict
from tests.importing.given import DATA, refusal, verdicts

NOTHING = KnownYears({}, {})


def kept(day: date, kind: DayKind, name: str = "", reason: str = "") -> CalendarDayView:
    return CalendarDayView(day, kind, name, False, True, "徐靜 A101" if reason else "x", reason, 1)


def known(*days: CalendarDayView, confirmed: Mapping[int, bool] | None = None) -> KnownYears:
    return KnownYears(confirmed or {}, {day.day: day for day in days})


def json_file(folder: Path, content: object) -> Path:
    path = folder / "holidays.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def sheet_plan(
    folder: Path, *lines: str, there: KnownYears = NOTHING, titles: str = "日期,類型,名稱"
) -> Plan[CalendarWrite]:
    path = folder / "days.csv"
    path.write_text("\n".join((titles, *lines)), encoding="utf-8")
    return plan(read(path), there)


def special(found: Plan[CalendarWrite]) -> list[tuple[date, DayKind, str]]:
    (write,) = found.writes
    return [(day.day, day.kind, day.name) for day in write.days]


@pytest.mark.parametrize(("year", "off", "worked"), [(2025, 28, 5), (2026, 33, 6)])
def test_the_official_list_of_a_year(year: int, off: int, worked: int) -> None:
    file = read(DATA / f"holiday-cn-{year}.json")
    assert (file.year, file.years, file.source) == (year, (year,), f"holiday-cn-{year}.json")
    found = plan(file, NOTHING)
    assert found.counts == {Verdict.ADDED: off + worked}
    (write,) = found.writes
    assert (write.years, write.cleared) == ((year,), ())
    kinds = [day.kind for day in write.days]
    assert (kinds.count(DayKind.HOLIDAY), kinds.count(DayKind.MAKEUP)) == (off, worked)
    there = known(*(kept(day.day, day.kind, day.name) for day in write.days), confirmed={year: True})
    again = plan(file, there)
    assert again.counts == {Verdict.UNCHANGED: off + worked}
    assert again.writes == ()


def test_a_year_in_whole_leaves_no_other_day_but_the_leads_own(tmp_path: Path) -> None:
    path = json_file(
        tmp_path, {"year": 2027, "days": [{"name": "元旦", "date": "2027-01-01", "isOffDay": True}]}
    )
    there = known(
        kept(date(2027, 2, 8), DayKind.HOLIDAY, "春节"),
        kept(date(2027, 2, 9), DayKind.HOLIDAY, "颱風", reason="颱風"),
        kept(date(2026, 10, 1), DayKind.HOLIDAY, "国庆节"),
    )
    found = plan(read(path), there)
    assert found.lines[1:] == (
        PlannedLine(0, Verdict.CHANGED, "Mon 8 Feb 2027", "not in the file: an ordinary day"),
    )
    (write,) = found.writes
    assert write.cleared == (date(2027, 2, 8),)


def test_a_day_the_lead_gave_a_reason_for_stays(tmp_path: Path) -> None:
    day = date(2027, 1, 1)
    there = known(kept(day, DayKind.WORKDAY, reason="盤點"), confirmed={2027: True})
    found = sheet_plan(tmp_path, "2027-01-01,休,元旦", there=there)
    assert verdicts(found) == [(2, "unchanged", "stays as 徐靜 A101 said: 盤點")]
    assert found.writes == ()


def test_words_mean_what_the_weekday_makes_of_them(tmp_path: Path) -> None:
    found = sheet_plan(
        tmp_path,
        "2027-01-01,休,元旦",  # a Friday
        "2027-01-02,休,元旦",
        "2027-01-03,班,元旦",
        "2027-01-04,班,",
        "2027-01-05,休息日,元旦",
        "2027-01-09,週末,",
        "2027-01-10,工作日,",
    )
    assert special(found) == [
        (date(2027, 1, 1), DayKind.HOLIDAY, "元旦"),
        (date(2027, 1, 2), DayKind.HOLIDAY, "元旦"),
        (date(2027, 1, 3), DayKind.MAKEUP, "元旦"),
        (date(2027, 1, 5), DayKind.HOLIDAY, "元旦"),
        (date(2027, 1, 10), DayKind.MAKEUP, ""),
    ]
    assert [line.reason for line in found.lines if line.verdict is Verdict.IGNORED] == ["an ordinary day"] * 2


def test_a_sheet_changes_only_the_days_it_names(tmp_path: Path) -> None:
    there = known(
        kept(date(2026, 10, 1), DayKind.HOLIDAY, "国庆节"),
        kept(date(2026, 10, 10), DayKind.MAKEUP, "国庆节"),
        kept(date(2026, 10, 8), DayKind.HOLIDAY, "国庆节"),
        confirmed={2026: True},
    )
    found = sheet_plan(tmp_path, "2026-10-08,班,", "2026-10-10,休,", "2026-10-01,休,", there=there)
    assert found.counts == {Verdict.CHANGED: 2, Verdict.UNCHANGED: 1}
    assert found.lines[0].changes == (Change("kind", "holiday", "working day"),)
    assert found.lines[1].changes == (Change("kind", "make-up working day", "holiday"),)
    (write,) = found.writes
    assert (write.years, write.cleared) == ((), (date(2026, 10, 8),))
    assert special(found) == [(date(2026, 10, 10), DayKind.HOLIDAY, "国庆节")]


@pytest.mark.parametrize("titles", ["日期,類型,名稱", "日期,类型,名称", "Date,Kind,Name"])
def test_all_scripts_name_the_columns(tmp_path: Path, titles: str) -> None:
    assert sheet_plan(tmp_path, "2027-01-01,holiday,元旦", titles=titles).counts == {Verdict.ADDED: 1}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (",休,元旦", "日期: Please fill this in"),
        ("2027-02-30,休,元旦", "日期: “2027-02-30” is no date with its year, such as 2026-11-28"),
        ("2027-01-01,,元旦", "類型: Please fill this in"),
        ("2027-01-01,半天,元旦", "類型: “半天” does not fit here; it takes 休, 班, 週末"),
    ],
)
def test_what_cannot_be_taken_says_why(tmp_path: Path, line: str, reason: str) -> None:
    found = sheet_plan(tmp_path, line)
    assert refusal(found, 2) == reason
    assert all(not write.days for write in found.writes)


def test_a_refused_day_confirms_no_year(tmp_path: Path) -> None:
    assert sheet_plan(tmp_path, "2027-01-01,半天,元旦").writes == ()


def test_a_day_told_twice(tmp_path: Path) -> None:
    line = "2027-01-01,休,元旦"
    assert verdicts(sheet_plan(tmp_path, line, line)) == [
        (2, "added", ""),
        (3, "ignored", "the same as line 2"),
    ]
    found = sheet_plan(tmp_path, line, "2027-01-01,休,新年", "2027-01-04,休,x")
    assert found.counts == {Verdict.REFUSED: 2, Verdict.ADDED: 1}
    assert special(found) == [(date(2027, 1, 4), DayKind.HOLIDAY, "x")]


@pytest.mark.parametrize(
    "content",
    [
        "{",
        [1, 2],
        {"days": []},
        {"year": "2027", "days": []},
        {"year": 1066, "days": []},
        {"year": 2027, "days": {}},
    ],
)
def test_what_is_no_calendar(tmp_path: Path, content: object) -> None:
    with pytest.raises(NotACalendar, match="is no calendar of a year"):
        read(json_file(tmp_path, content))


def test_days_of_a_list_that_are_none(tmp_path: Path) -> None:
    days = [
        {"name": "元旦", "date": "soon", "isOffDay": True},
        {"name": "元旦", "date": "2027-01-02", "isOffDay": "yes"},
        {"name": "元\x00旦", "date": "2027-01-03", "isOffDay": True},
        7,
        {"name": "元旦", "date": "2026-12-31", "isOffDay": True},
    ]
    found = plan(read(json_file(tmp_path, {"year": 2027, "days": days})), NOTHING)
    assert found.counts == {Verdict.REFUSED: 4, Verdict.ADDED: 1}
    assert "is no date" in refusal(found, 1)
    assert refusal(found, 2) == "“yes” does not fit here; it takes true, false."
    assert "control character" in refusal(found, 3)
    (write,) = found.writes
    assert write.years == (2027,)


def test_files_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(FileMissing):
        read(tmp_path / "nothing.json")
    with pytest.raises(FileIsFolder):
        read(tmp_path)
    wrong = tmp_path / "wrong.csv"
    wrong.write_text("日期,天氣\n2027-01-01,晴", encoding="utf-8")
    with pytest.raises(MissingColumns):
        read(wrong)

    def locked(*_args: object, **_kwargs: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", locked)
    with pytest.raises(FileUnreadable, match="Permission denied"):
        read(wrong)
