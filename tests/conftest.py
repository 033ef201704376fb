"""Fixtures all tests share: books in a temporary folder, a clock that stands where the test puts it."""

from __future__ import annotations

import csv
import gettext
import io
import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from teamops import i18n
from teamops.clock import Clock
from teamops.db import schema
from teamops.db.books import Books
from teamops.models.inputs.branch import FoundIn
from teamops.models.inputs.people import GroupIn, HoursIn, OutletIn, PersonIn, PostingIn
from teamops.models.people import PROGRAM, Actor, BooksKind, Region, Role
from teamops.services import branch, groups, outlets, people
from teamops.services.desk import Desk

MORNING = datetime(2026, 11, 23, 0, 21, tzinfo=UTC)
"""Monday 23 November 2026, 08:21 in Shanghai."""


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No test touches the user's files, their language or their clock."""
    monkeypatch.setenv("TEAMOPS_HOME", str(tmp_path / "home"))
    for name in ("TEAMOPS_DB", "TEAMOPS_LANG", "TEAMOPS_NOW", "LC_ALL", "LC_MESSAGES", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    i18n.set_language("en")
    yield
    i18n.set_language("en")


@cache
def _catalogue(code: str) -> gettext.NullTranslations:
    """A catalogue as it is written, whatever was compiled of it and when."""
    if code == "en":
        return gettext.NullTranslations()
    source = Path(i18n.__file__).parent / "locale" / code / "LC_MESSAGES" / "teamops.po"
    compiled = io.BytesIO()
    with source.open("rb") as file:
        write_mo(compiled, read_po(file))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


@pytest.fixture(scope="session", autouse=True)
def _catalogues_as_written() -> Iterator[None]:
    """No test of this process depends on the compiled catalogues, which may be old or missing."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(i18n, "_catalogue", _catalogue)
        yield


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database just made, migrated once for all tests."""
    path = tmp_path_factory.mktemp("schema") / "empty.db"
    schema.create(path)
    return path


@pytest.fixture
def empty_books(empty_file: Path, tmp_path: Path) -> Iterator[Books]:
    """Books without a branch; their clock stands at MORNING."""
    path = tmp_path / "team.db"
    shutil.copy(empty_file, path)
    books = Books.open(path)
    books.clock = Clock("Asia/Shanghai", MORNING, monotonic=lambda: 0.0)
    yield books
    books.close()


def at_morning(path: Path) -> Books:
    """Books whose clock stands at MORNING."""
    books = Books.open(path)
    books.clock = Clock("Asia/Shanghai", MORNING, monotonic=lambda: 0.0)
    return books


FOUNDED = FoundIn(
    branch="中山路營業部",
    branch_en="Zhongshan Road branch",
    team="營銷團隊",
    team_en="Sales team",
    lead_number="A101",
    lead_name="徐靜",
    region=Region.CN,
    zone="Asia/Shanghai",
    kind=BooksKind.PRACTICE,
    place="二樓會議室",
)
"""The branch all tests found: its lead is 徐靜 A101, and nobody else is there yet."""


@pytest.fixture(scope="session")
def founded_file(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """FOUNDED, at MORNING, written once for all tests."""
    path = tmp_path_factory.mktemp("founded") / "founded.db"
    shutil.copy(empty_file, path)
    books = at_morning(path)
    branch.found(Desk(books, PROGRAM), FOUNDED)
    books.close()
    return path


@pytest.fixture
def books(founded_file: Path, tmp_path: Path) -> Iterator[Books]:
    """FOUNDED in a file of the test's own; the clock stands at MORNING."""
    path = tmp_path / "team.db"
    shutil.copy(founded_file, path)
    books = at_morning(path)
    yield books
    books.close()


def lead_of(books: Books) -> Actor:
    """The lead of FOUNDED as one who acts."""
    with books.reading() as reader:
        row = reader.one("SELECT id, number, name FROM person WHERE number = 'A101'")
    assert row is not None
    return Actor(row[0], row[1], row[2], Role.LEAD)


@pytest.fixture
def desk(books: Books) -> Desk:
    """The lead's desk in FOUNDED."""
    return Desk(books, lead_of(books))


DATA = Path(__file__).with_name("data")
"""Files as a branch hands them over: `branch`, and `branch-messy` as they really come."""

ROLES = {
    "團隊負責人": Role.LEAD,
    "考勤員": Role.ATTENDANCE_CLERK,
    "實物管理員": Role.ASSET_CLERK,
    "小組長": Role.GROUP_LEADER,
    "客戶經理": Role.CLIENT_MANAGER,
    "營業部經理": Role.BRANCH_MANAGER,
}


@pytest.fixture(scope="session")
def roster_file(founded_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """FOUNDED with the outlets, groups and sixteen people of data/branch, each posted since they joined."""
    path = tmp_path_factory.mktemp("roster") / "roster.db"
    shutil.copy(founded_file, path)
    books = at_morning(path)
    desk = Desk(books, lead_of(books))
    lines = _lines("outlets.csv")
    custodians = {line["實物保管人"] for line in lines}
    outlet_ids = {}
    for line in lines:
        outlet = OutletIn(code=line["網點編號"], name=line["網點"], contact=line["網點聯繫人"])
        hours = HoursIn(opens=time.fromisoformat(line["上班"]), closes=time.fromisoformat(line["下班"]))
        outlet_ids[line["網點"]] = outlets.add(desk, outlet, hours)
    group_ids = {name: groups.add(desk, GroupIn(name=name)) for name in ("第一組", "第二組", "第三組")}
    for line in _lines("people.csv"):
        person = PersonIn(
            number=line["工號"],
            name=line["姓名"],
            joined_on=date.fromisoformat(line["入職日期"]),
            born=date.fromisoformat(line["出生日期"]),
            phone=line["聯繫電話"],
        )
        posting = PostingIn(
            role=ROLES[line["崗位"]],
            group_id=group_ids[line["小組"]],
            outlet_id=outlet_ids[line["網點"]],
            custodian=person.number in custodians,
            starts_on=person.joined_on,
        )
        if person.number == "A101":
            people.change(desk, 1, person, version=1)
            people.amend(desk, 1, posting, version=2)
        else:
            people.add(desk, person, posting)
    books.close()
    return path


def _lines(name: str) -> list[dict[str, str]]:
    with (DATA / "branch" / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def roster_books(roster_file: Path, tmp_path: Path) -> Iterator[Books]:
    """The branch of data/branch in a file of the test's own; its lead is 徐靜 A101, it is MORNING."""
    path = tmp_path / "roster.db"
    shutil.copy(roster_file, path)
    books = at_morning(path)
    yield books
    books.close()


@pytest.fixture
def roster_desk(roster_books: Books) -> Desk:
    """The lead's desk in the branch of data/branch."""
    return Desk(roster_books, lead_of(roster_books))
