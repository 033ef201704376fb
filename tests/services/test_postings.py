"""Postings: they follow one another, never overlap, and an outlet has one custodian at a time."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from teamops.clock import Clock
from teamops.db.books import Books
from teamops.errors import (
    ChangedSince,
    CustodianThere,
    DaysReversed,
    Missing,
    NoOutletToKeep,
    NotPostedThere,
    OutsideEmployment,
    PostingOverlap,
    Refusal,
)
from teamops.models.inputs.people import LeavingIn, OutletIn, PersonIn, PostingIn
from teamops.models.people import Actor, PostingLine, Role
from teamops.services import outlets, people
from teamops.services.desk import Desk
from teamops.services.reading import people as reading

TODAY = date(2026, 11, 23)
JOINED = date(2024, 6, 8)
ZHANG_MIN, XU_YONG = 7, 8


def posting(starts_on: date, ends_on: date | None = None, **more: object) -> PostingIn:
    return PostingIn.model_validate(
        {"role": Role.CLIENT_MANAGER, "starts_on": starts_on, "ends_on": ends_on} | more
    )


def lines(desk: Desk, person_id: int = ZHANG_MIN) -> list[PostingLine]:
    with desk.books.reading() as reader:
        return reading.postings(reader, person_id)


def spans(desk: Desk, person_id: int = ZHANG_MIN) -> list[tuple[date, date | None]]:
    return [(line.starts_on, line.ends_on) for line in lines(desk, person_id)]


def custodian(desk: Desk, code: str, on: date = TODAY) -> str:
    with desk.books.reading() as reader:
        return next(line.custodian for line in reading.outlets(reader, on) if line.code == code)


def test_a_new_posting_ends_the_one_before(roster_desk: Desk) -> None:
    people.post(roster_desk, ZHANG_MIN, posting(date(2026, 12, 1), group_id=2, outlet_id=2))
    assert spans(roster_desk) == [(date(2026, 12, 1), None), (JOINED, date(2026, 11, 30))]
    with roster_desk.books.reading() as reader:
        assert reading.person(reader, ZHANG_MIN, date(2026, 11, 30)).group == "第一組"
        assert reading.person(reader, ZHANG_MIN, date(2026, 12, 1)).group == "第二組"


def test_a_past_posting_fits_where_there_is_room(roster_desk: Desk) -> None:
    people.end_posting(roster_desk, ZHANG_MIN, date(2024, 12, 31), version=1)
    people.post(roster_desk, ZHANG_MIN, posting(date(2026, 1, 1)))
    people.post(roster_desk, ZHANG_MIN, posting(date(2025, 3, 1), date(2025, 12, 1)))
    people.post(roster_desk, ZHANG_MIN, posting(date(2025, 12, 24)))
    assert spans(roster_desk) == [
        (date(2026, 1, 1), None),
        (date(2025, 12, 24), date(2025, 12, 31)),
        (date(2025, 3, 1), date(2025, 12, 1)),
        (JOINED, date(2024, 12, 31)),
    ]
    with pytest.raises(PostingOverlap, match="from Sat 8 Jun 2024 to Tue 31 Dec 2024"):
        people.post(roster_desk, ZHANG_MIN, posting(date(2024, 12, 31), date(2025, 1, 2)))
    with pytest.raises(PostingOverlap, match="from Thu 1 Jan 2026 to now on"):
        people.post(roster_desk, ZHANG_MIN, posting(date(2026, 1, 1), date(2026, 1, 1)))
    with pytest.raises(PostingOverlap):
        people.post(roster_desk, ZHANG_MIN, posting(date(2026, 1, 1)))


def test_a_posting_lies_within_the_time_with_the_branch(roster_desk: Desk) -> None:
    with pytest.raises(OutsideEmployment, match="joined on Sat 8 Jun 2024"):
        people.post(roster_desk, ZHANG_MIN, posting(JOINED - timedelta(days=1), JOINED - timedelta(days=1)))
    people.left(roster_desk, ZHANG_MIN, LeavingIn(left_on=TODAY, reason="辭職"), version=1)
    with pytest.raises(OutsideEmployment, match="was with the branch from"):
        people.post(roster_desk, ZHANG_MIN, posting(date(2026, 12, 1)))
    (line,) = lines(roster_desk)
    with pytest.raises(OutsideEmployment):
        people.amend(roster_desk, line.id, posting(JOINED), version=line.version)
    people.amend(roster_desk, line.id, posting(JOINED, date(2025, 1, 1)), version=line.version)
    people.post(roster_desk, ZHANG_MIN, posting(date(2026, 1, 1)))
    assert spans(roster_desk)[0] == (date(2026, 1, 1), TODAY)


def test_days_run_forward(roster_desk: Desk) -> None:
    with pytest.raises(DaysReversed):
        people.post(roster_desk, ZHANG_MIN, posting(date(2026, 12, 2), date(2026, 12, 1)))
    with pytest.raises(DaysReversed):
        people.end_posting(roster_desk, ZHANG_MIN, date(2024, 1, 1), version=1)


def test_a_posting_is_put_right(roster_desk: Desk) -> None:
    people.amend(roster_desk, ZHANG_MIN, posting(date(2024, 7, 1), group_id=3, outlet_id=3), version=1)
    (line,) = lines(roster_desk)
    assert (line.starts_on, line.group, line.outlet, line.version) == (
        date(2024, 7, 1),
        "第三組",
        "招行科技園支行",
        2,
    )
    with pytest.raises(ChangedSince):
        people.amend(roster_desk, ZHANG_MIN, posting(JOINED), version=1)
    with pytest.raises(Missing):
        people.amend(roster_desk, ZHANG_MIN, posting(JOINED, group_id=99), version=2)


def test_an_outlet_has_one_custodian(roster_desk: Desk) -> None:
    with pytest.raises(
        CustodianThere, match="劉平 looks after the equipment at 工行中山路支行 on Mon 23 Nov 2026"
    ):
        people.post(roster_desk, ZHANG_MIN, posting(TODAY, outlet_id=1, custodian=True))
    with pytest.raises(NoOutletToKeep):
        people.post(roster_desk, ZHANG_MIN, posting(TODAY, custodian=True))
    people.post(roster_desk, 4, posting(TODAY, outlet_id=2))
    people.post(roster_desk, ZHANG_MIN, posting(TODAY, outlet_id=1, custodian=True))
    assert custodian(roster_desk, "W01") == "張敏"
    assert custodian(roster_desk, "W01", TODAY - timedelta(days=1)) == "劉平"


def test_custody_is_handed_over_from_a_day_on(roster_desk: Desk) -> None:
    outlets.custody(roster_desk, 1, ZHANG_MIN, TODAY)
    assert spans(roster_desk) == [(TODAY, None), (JOINED, TODAY - timedelta(days=1))]
    assert custodian(roster_desk, "W01") == "張敏"
    assert custodian(roster_desk, "W01", TODAY - timedelta(days=1)) == "劉平"
    before = roster_desk.books.last_event()
    outlets.custody(roster_desk, 1, ZHANG_MIN, TODAY)
    assert roster_desk.books.last_event() == before
    outlets.custody(roster_desk, 1, None, TODAY)
    assert custodian(roster_desk, "W01") == ""
    with pytest.raises(NotPostedThere, match="許勇"):
        outlets.custody(roster_desk, 1, XU_YONG, TODAY)
    with pytest.raises(NotPostedThere):
        outlets.custody(roster_desk, 1, ZHANG_MIN, date(2024, 1, 1))


def test_custody_is_not_handed_over_past_a_later_custodian(roster_desk: Desk) -> None:
    outlets.custody(roster_desk, 1, None, date(2026, 6, 1))
    outlets.custody(roster_desk, 1, 10, TODAY)
    with pytest.raises(CustodianThere, match="羅敏"):
        outlets.custody(roster_desk, 1, ZHANG_MIN, date(2026, 7, 1))


def test_custody_reaches_back_with_the_joining_day_only_where_nobody_had_it(roster_desk: Desk) -> None:
    earlier = PersonIn(number="A110", name="羅敏", joined_on=date(2023, 12, 1))
    outlets.custody(roster_desk, 1, None, date(2024, 1, 1))
    people.amend(roster_desk, 10, posting(date(2024, 5, 20), outlet_id=1, custodian=True), version=1)
    with pytest.raises(CustodianThere, match="劉平"):
        people.change(roster_desk, 10, earlier, version=1)
    people.change(roster_desk, 10, earlier.model_copy(update={"joined_on": date(2024, 1, 1)}), version=1)
    assert custodian(roster_desk, "W01", date(2024, 1, 2)) == "羅敏"


DAYS = st.dates(date(2026, 1, 1), date(2027, 6, 1))
WHO = st.integers(1, 4)
STEP = st.one_of(
    st.tuples(st.just("post"), WHO, DAYS, st.none() | DAYS, st.integers(0, 2), st.booleans()),
    st.tuples(st.just("amend"), WHO, DAYS, st.none() | DAYS, st.integers(0, 2), st.booleans()),
    st.tuples(st.just("end"), WHO, DAYS),
    st.tuples(st.just("custody"), st.integers(1, 2), st.none() | WHO, DAYS),
    st.tuples(st.just("join"), WHO, DAYS),
    st.tuples(st.just("leave"), WHO, DAYS),
)


@pytest.fixture(scope="module")
def few(founded_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """FOUNDED with three more people who joined in 2025, and two outlets."""
    path = tmp_path_factory.mktemp("few") / "few.db"
    shutil.copy(founded_file, path)
    desk = _desk(path)
    for code in ("W1", "W2"):
        outlets.add(desk, OutletIn(code=code, name=f"網點{code}"))
    for number in ("B2", "B3", "B4"):
        people.add(desk, PersonIn(number=number, name="王芳", joined_on=date(2026, 1, 1)))
    desk.books.close()
    return path


def _desk(path: Path) -> Desk:
    books = Books.open(path)
    books.clock = Clock("Asia/Shanghai", datetime(2026, 11, 23, 0, 21, tzinfo=UTC), monotonic=lambda: 0.0)
    return Desk(books, Actor(1, "A101", "徐靜", Role.LEAD))


def _act(desk: Desk, step: tuple[object, ...]) -> None:
    acts: dict[object, Callable[..., object]] = {
        "post": _post,
        "amend": _amend,
        "end": _end,
        "custody": outlets.custody,
        "join": _join,
        "leave": _leave,
    }
    acts[step[0]](desk, *step[1:])


def _post(desk: Desk, who: int, first: date, last: date | None, outlet: int, keeps: bool) -> None:
    people.post(desk, who, posting(first, last, outlet_id=outlet or None, custodian=keeps, role=Role.LEAD))


def _amend(desk: Desk, who: int, first: date, last: date | None, outlet: int, keeps: bool) -> None:
    for line in lines(desk, who)[:1]:
        told = posting(first, last, outlet_id=outlet or None, custodian=keeps, role=Role.LEAD)
        people.amend(desk, line.id, told, version=line.version)


def _end(desk: Desk, who: int, day: date) -> None:
    for line in lines(desk, who)[:1]:
        people.end_posting(desk, line.id, day, version=line.version)


def _join(desk: Desk, who: int, day: date) -> None:
    with desk.books.reading() as reader:
        card = reading.person_card(reader, who, desk.actor)
    inp = PersonIn(number=card.number, name=card.name, joined_on=day)
    people.change(desk, who, inp, version=card.version)


def _leave(desk: Desk, who: int, day: date) -> None:
    with desk.books.reading() as reader:
        card = reading.person_card(reader, who, desk.actor)
    people.left(desk, who, LeavingIn(left_on=day, reason="x"), version=card.version)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEP, min_size=4, max_size=12))
def test_whatever_is_done_postings_never_overlap(few: Path, steps: list[tuple[object, ...]]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "few.db"
        shutil.copy(few, path)
        desk = _desk(path)
        try:
            for step in steps:
                try:
                    _act(desk, step)
                except Refusal:
                    continue
                _check(desk)
        finally:
            desk.books.close()


def _check(desk: Desk) -> None:
    with desk.books.reading() as reader:
        apart = """
            SELECT count(*) FROM posting a JOIN posting b ON a.id < b.id AND {same}
            WHERE a.starts_on <= coalesce(b.ends_on, '9') AND b.starts_on <= coalesce(a.ends_on, '9')
        """
        assert reader.value(apart.format(same="a.person_id = b.person_id")) == 0
        same = "a.outlet_id = b.outlet_id AND a.custodian AND b.custodian AND a.person_id <> b.person_id"
        assert reader.value(apart.format(same=same)) == 0
        outside = (
            "SELECT count(*) FROM posting o JOIN person p ON p.id = o.person_id "
            "WHERE o.starts_on < p.joined_on OR coalesce(o.ends_on, '9') > coalesce(p.left_on, '99')"
        )
        assert reader.value(outside) == 0
        led = (
            "SELECT count(*) FROM posting WHERE role = 'lead' "
            "AND '2026-11-23' BETWEEN starts_on AND coalesce(ends_on, '9')"
        )
        assert reader.value(led) > 0
