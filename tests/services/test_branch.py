"""The branch: founded once, changed afterwards; its meetings and who signs."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from teamops.db.books import Books
from teamops.errors import (
    BranchThere,
    ChangedSince,
    DatabaseExists,
    Missing,
    MissingText,
    NotAllowed,
    NotAStaffNumber,
    NumberOutOfRange,
    Refusals,
    UnknownWord,
    UnknownZone,
)
from teamops.i18n import speaking
from teamops.models.inputs.base import read
from teamops.models.inputs.branch import BranchIn, FoundIn, SeriesIn
from teamops.models.inputs.people import SignatoryIn
from teamops.models.meetings import DEFAULT_MINUTES, Section, SeriesKind
from teamops.models.people import PROGRAM, Actor, BooksKind, Region, Role
from teamops.services import branch
from teamops.services.desk import Desk
from teamops.services.reading import branch as reading
from teamops.services.reading import calendar, figures, people

TODAY = date(2026, 11, 23)
TYPED = {
    "branch": "湖濱營業部",
    "team": "營銷二隊",
    "lead_number": "b01",
    "lead_name": "單雄信",
    "region": "tw",
    "zone": "Asia/Taipei",
}


def typed(**changed: str) -> FoundIn:
    return read(FoundIn, TYPED | changed, today=TODAY)


def test_a_founded_branch_has_all_it_begins_with(books: Books) -> None:
    with books.reading() as reader:
        card = reading.card(reader)
        assert (card.branch, card.branch_en) == ("中山路營業部", "Zhongshan Road branch")
        assert (card.team, card.team_en) == ("營銷團隊", "Sales team")
        assert (card.region, card.zone, card.kind) == (Region.CN, "Asia/Shanghai", BooksKind.PRACTICE)
        series = reading.series(reader)
        assert (series.starts_at, series.minutes_due, series.place) == (
            time(8, 30),
            time(9, 15),
            "二樓會議室",
        )
        assert series.minutes == DEFAULT_MINUTES
        assert [line.code for line in figures.figures(reader)] == ["accounts", "assets", "questions"]
        assert [line.decimals for line in figures.figures(reader)] == [0, 2, 0]
        assert [line.label for line in people.signatories(reader, "minutes")] == ["host", "recorder"]
        assert [year.year for year in calendar.years(reader)] == [2025, 2026, 2027]
        assert [year.confirmed for year in calendar.years(reader)] == [True, True, False]
        (lead,) = people.people(reader, TODAY)
        assert (lead.number, lead.name, lead.role, lead.initials) == ("A101", "徐靜", Role.LEAD, "xj")
        assert lead.joined_on == TODAY
        assert reader.rows("SELECT action, actor_name FROM event_log") == [("branch.found", "teamops")]


def test_what_is_typed_is_understood() -> None:
    inp = typed(meets_at="0845", minutes_due="9點半", region="Taiwan")
    assert (inp.region, inp.meets_at, inp.minutes_due) == (Region.TW, time(8, 45), time(9, 30))
    assert (inp.lead_number, inp.kind) == ("B01", BooksKind.REAL)
    with speaking("zh_Hant"):
        assert typed(region=Region.HK.label).region is Region.HK
    assert FoundIn.model_validate(TYPED | {"region": Region.NONE}).region is Region.NONE


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("zone", "Asia/Peking", UnknownZone("Asia/Peking")),
        ("zone", "../../etc/passwd", UnknownZone("../../etc/passwd")),
        ("zone", " ", MissingText()),
        ("region", "Mars", UnknownWord("Mars", "CN, TW, HK, none")),
        ("region", "", MissingText()),
        ("lead_number", "A 1", NotAStaffNumber("A 1")),
        ("lead_number", "", MissingText()),
        ("team", "  ", MissingText()),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(field: str, text: str, said: Exception) -> None:
    with pytest.raises(Refusals) as refused:
        typed(**{field: text})
    assert refused.value.by_field == {field: str(said)}


def test_books_are_founded_once(books: Books) -> None:
    with pytest.raises(BranchThere, match="中山路營業部"):
        branch.found(Desk(books, PROGRAM), typed())


def test_nobody_but_the_program_founds_books(desk: Desk) -> None:
    with pytest.raises(NotAllowed):
        branch.found(desk, typed())


def test_new_books_are_founded_in_their_own_zone(tmp_path: Path) -> None:
    late = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
    books = branch.new_books(
        tmp_path / "new.db", typed().model_copy(update={"kind": BooksKind.PRACTICE}), late
    )
    with books.reading() as reader:
        assert people.people(reader, TODAY)[0].joined_on == date(2026, 11, 24)
    assert books.clock.zone.key == "Asia/Taipei"
    assert books.clock.today() == date(2026, 11, 24)
    books.close()


def test_a_present_without_zone_is_the_branchs_wall_clock(tmp_path: Path) -> None:
    inp = typed().model_copy(update={"kind": BooksKind.DEMO})
    books = branch.new_books(tmp_path / "new.db", inp, datetime(2026, 11, 23, 7, 30))  # noqa: DTZ001
    assert books.clock.now().replace(second=0, microsecond=0) == datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    with books.reading() as reader:
        assert people.people(reader, TODAY)[0].joined_on == TODAY
    books.close()


def test_the_present_of_real_books_cannot_be_set(tmp_path: Path) -> None:
    long_ago = datetime(2001, 1, 1, tzinfo=UTC)
    books = branch.new_books(tmp_path / "new.db", typed(), long_ago)
    assert books.clock.today() > long_ago.date()
    with books.reading() as reader:
        (event,) = reader.rows("SELECT at FROM event_log")
    assert event[0] > "2002"
    books.close()


def test_books_that_could_not_be_founded_leave_no_file(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    broken = typed().model_copy(update={"zone": "Nowhere/Else"})
    with pytest.raises(Exception, match="Nowhere"):
        branch.new_books(path, broken)
    assert list(tmp_path.glob("new.db*")) == []


def test_an_existing_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    path.write_text("mine")
    with pytest.raises(DatabaseExists):
        branch.new_books(path, typed())
    assert path.read_text() == "mine"


def changed(**fields: object) -> BranchIn:
    return BranchIn.model_validate(
        {"branch": "中山路營業部", "team": "營銷團隊", "region": "CN", "zone": "Asia/Shanghai"} | fields
    )


def test_names_and_zone_are_changed(desk: Desk) -> None:
    branch.change(desk, changed(branch="湖濱營業部", team="二隊", zone="Asia/Urumqi"), version=2)
    with desk.books.reading() as reader:
        card = reading.card(reader)
        assert (card.branch, card.team, card.zone, card.version) == ("湖濱營業部", "二隊", "Asia/Urumqi", 4)
        assert people.branch(reader).branch == "湖濱營業部"
    reopened = Books.open(desk.books.path)
    assert reopened.clock.zone.key == "Asia/Urumqi"
    reopened.close()


def test_another_region_gets_its_calendar(desk: Desk) -> None:
    branch.change(desk, changed(region="TW"), version=2)
    with desk.books.reading() as reader:
        assert calendar.day_view(reader, date(2026, 10, 10)).name == "National Day"
        assert not calendar.day_view(reader, date(2026, 10, 9)).kind.worked
        assert [year.year for year in calendar.years(reader)] == [2025, 2026, 2027]


def test_a_change_made_meanwhile_is_not_lost(desk: Desk) -> None:
    branch.change(desk, changed(team="二隊"), version=2)
    with pytest.raises(ChangedSince):
        branch.change(desk, changed(team="三隊"), version=2)


def test_an_unchanged_branch_is_no_event(desk: Desk) -> None:
    same = changed(branch_en="Zhongshan Road branch", team_en="Sales team")
    before = desk.books.last_event()
    branch.change(desk, same, version=2)
    assert desk.books.last_event() == before


def series(**fields: object) -> SeriesIn:
    return SeriesIn.model_validate(
        {"starts_at": "08:15", "minutes_due": "09:00", "place": "大廳", "minutes": {"market": 7}} | fields
    )


def test_the_morning_meeting_is_set(desk: Desk) -> None:
    branch.change_series(desk, SeriesKind.MORNING, series(), version=6)
    with desk.books.reading() as reader:
        view = reading.series(reader)
    assert (view.starts_at, view.minutes_due, view.place) == (time(8, 15), time(9, 0), "大廳")
    assert view.minutes == DEFAULT_MINUTES | {Section.MARKET: 7}
    with pytest.raises(ChangedSince):
        branch.change_series(desk, SeriesKind.MORNING, series(), version=6)


@pytest.mark.parametrize("minutes", [-1, 241])
def test_a_part_has_its_bounds(minutes: int) -> None:
    with pytest.raises(Refusals) as refused:
        read(
            SeriesIn,
            {"starts_at": "8:15", "minutes_due": "9:00", "minutes": {"market": minutes}},
            today=TODAY,
        )
    said = str(NumberOutOfRange(str(minutes), "from 0 to 240"))
    assert refused.value.by_field == {"minutes": said}


def test_signature_lines_are_set_in_order(desk: Desk) -> None:
    def lines() -> list[tuple[int, str, str]]:
        with desk.books.reading() as reader:
            return [(line.position, line.title, line.name) for line in people.signatories(reader, "minutes")]

    def sign(*titles: tuple[str, int | None]) -> None:
        with desk.books.reading() as reader:
            seen = people.signatories(reader, "minutes")
        told = [SignatoryIn(title=title, person_id=person) for title, person in titles]
        branch.change_signatories(desk, "minutes", told, seen)

    sign(("host", 1), ("考勤員", None), ("recorder", None))
    assert lines() == [(1, "host", "徐靜"), (2, "考勤員", ""), (3, "recorder", "")]
    sign(("營業部經理", None))
    assert lines() == [(1, "營業部經理", "")]
    with pytest.raises(Missing):
        sign(("host", 99))
    with pytest.raises(ChangedSince):
        branch.change_signatories(desk, "minutes", [], [])


def test_a_built_in_title_follows_the_language(desk: Desk) -> None:
    with desk.books.reading() as reader:
        seen = people.signatories(reader, "minutes")
    with speaking("zh_Hant"):
        told = [SignatoryIn(title=line.label) for line in seen]
        branch.change_signatories(desk, "minutes", told, seen)
    with desk.books.reading() as reader:
        assert [line.title for line in people.signatories(reader, "minutes")] == ["host", "recorder"]


def test_settings_are_the_leads(desk: Desk) -> None:
    clerk = Desk(desk.books, Actor(1, "A102", "張濤", Role.ATTENDANCE_CLERK))
    with pytest.raises(NotAllowed, match="attendance clerk"):
        branch.change(clerk, changed(), version=2)
    with pytest.raises(NotAllowed):
        branch.change_series(clerk, SeriesKind.MORNING, series(), version=6)


def test_books_without_a_branch_have_no_card(empty_books: Books) -> None:
    with empty_books.reading() as reader:
        for ask in (reading.card, reading.series, people.branch):
            with pytest.raises(Missing):
                ask(reader)
        assert calendar.region(reader) is Region.NONE
