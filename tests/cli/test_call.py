"""Which books are meant, what time it is, and who acts."""

from __future__ import annotations

import shutil
from argparse import Namespace
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from teamops.cli.call import Call, whole
from teamops.cli.refusals import BadPresent, BooksGone, NobodyActs, NoBooksYet
from teamops.db.books import Books
from teamops.errors import NotPosted, UnknownPerson
from teamops.models.inputs.people import LeavingIn, PersonIn, PostingIn
from teamops.models.people import BooksKind, Role
from teamops.models.tables.people import Posting
from teamops.paths import places
from teamops.services import people
from teamops.services.branch import new_books
from teamops.services.desk import Desk, rights, together
from teamops.settings import Settings, save
from tests.cli.conftest import Run
from tests.conftest import FOUNDED, lead_of

Calling = Callable[..., Call]


@pytest.fixture
def calling() -> Calling:
    """A call with nothing said but what is given."""
    return lambda **said: Call(Namespace(**{"db": None, "lang": None, "acting": None} | said))


# --- which books


def test_a_database_is_named_by_the_command_the_environment_the_settings_or_not_at_all(
    calling: Calling, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert calling().database == places().database
    save(Settings(database=str(tmp_path / "chosen.db")), places().settings)
    assert calling().database == tmp_path / "chosen.db"
    monkeypatch.setenv("TEAMOPS_DB", str(tmp_path / "environment.db"))
    assert calling().database == tmp_path / "environment.db"
    monkeypatch.chdir(tmp_path)
    assert calling(db="./named.db").database == tmp_path / "named.db"


def test_a_file_has_one_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "link.db").symlink_to(tmp_path / "team.db")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path / "folder")
    assert {whole(name) for name in ("../team.db", "~/team.db", "../link.db")} == {tmp_path / "team.db"}


def test_without_books_it_says_how_to_get_some(run: Run, spoken: str) -> None:
    for command in ("verify", "backup", "brief"):
        ran = run(command)
        assert (ran.status, ran.out) == (1, "")
        assert "teamops demo" in ran.error
        assert f"teamops init {places().database}" in ran.error
        assert ran.error.startswith("譯") is (spoken != "en")


def test_a_default_that_vanished_is_said_by_name(run: Run, spoken: str, tmp_path: Path) -> None:
    gone = tmp_path / "moved.db"
    save(Settings(database=str(gone)), places().settings)
    ran = run("brief")
    assert ran.status == 1
    assert str(gone) in ran.error
    assert str(places().settings) in ran.error
    assert ran.error.startswith("譯") is (spoken != "en")


@pytest.mark.parametrize("by_environment", [True, False])
def test_a_named_file_that_is_not_there_is_said_by_name(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, by_environment: bool
) -> None:
    gone = tmp_path / "gone.db"
    if by_environment:
        monkeypatch.setenv("TEAMOPS_DB", str(gone))
    ran = run("brief") if by_environment else run("brief", "--db", gone)
    assert ran.status == 1
    assert ran.error.startswith(f"There is no database at {gone}.")
    assert not gone.exists()


def test_the_refusals_are_what_they_say(calling: Calling, tmp_path: Path) -> None:
    with pytest.raises(NoBooksYet):
        calling().existing()
    save(Settings(database=str(tmp_path / "moved.db")), places().settings)
    with pytest.raises(BooksGone):
        calling().existing()
    assert calling(db="any.db").existing() == Path("any.db").resolve()


@pytest.mark.parametrize("before", [True, False])
def test_the_database_may_be_named_before_the_command_or_after_it(
    run: Run, database: Path, tmp_path: Path, *, before: bool
) -> None:
    elsewhere = tmp_path / "elsewhere.db"
    shutil.move(database, elsewhere)
    words = ("--db", str(elsewhere))
    ran = run(*words, "locate") if before else run("locate", *words)
    assert f"database: {elsewhere}\n" in ran.out
    assert run("--db", "first.db", "locate", *words).out == ran.out


# --- what time it is


@pytest.mark.parametrize("kind", [BooksKind.PRACTICE, BooksKind.REAL])
def test_only_practice_books_take_another_present(
    calling: Calling,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    kind: BooksKind,
) -> None:
    path = tmp_path / "new.db"
    new_books(path, FOUNDED.model_copy(update={"kind": kind})).close()
    monkeypatch.setenv("TEAMOPS_NOW", "1999-05-06T07:08")
    with calling().books(path) as books:
        assert (books.clock.today() == date(1999, 5, 6)) is (kind is BooksKind.PRACTICE)
    told = capsys.readouterr()
    assert told.out == ""
    assert ("TEAMOPS_NOW is left aside" in told.err) is (kind is BooksKind.REAL)


def test_without_a_set_present_it_is_now(calling: Calling, books: Books) -> None:
    with calling().books(books.path) as opened:
        assert opened.clock.today() > date(2020, 1, 1)
        assert opened.path == books.path


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("", None),
        ("  ", None),
        ("2026-11-23T08:21", datetime(2026, 11, 23, 8, 21)),  # noqa: DTZ001 - naive on purpose
        (" 2026-11-23 ", datetime(2026, 11, 23)),  # noqa: DTZ001
        ("2026-11-23T08:21:00Z", datetime(2026, 11, 23, 8, 21, tzinfo=UTC)),
    ],
)
def test_the_present_as_it_was_set(
    calling: Calling, monkeypatch: pytest.MonkeyPatch, text: str, moment: datetime | None
) -> None:
    monkeypatch.setenv("TEAMOPS_NOW", text)
    assert calling().present == moment


def test_a_present_that_is_none_is_refused_before_anything_is_opened(
    run: Run, spoken: str, database: Path, monkeypatch: pytest.MonkeyPatch, calling: Calling
) -> None:
    monkeypatch.setenv("TEAMOPS_NOW", "half past eight")
    ran = run("brief")
    assert (ran.status, ran.out) == (2, "")
    assert "TEAMOPS_NOW" in ran.error
    assert "half past eight" in ran.error
    assert ran.error.startswith("譯") is (spoken != "en")
    with pytest.raises(BadPresent):
        _ = calling().present
    assert run("locate").status == 0


# --- who acts


def another(books: Books, number: str, role: Role = Role.CLIENT_MANAGER) -> None:
    day = date(2026, 11, 23)
    people.add(
        Desk(books, lead_of(books)),
        PersonIn(number=number, name=f"Person {number}", joined_on=day),
        PostingIn(role=role, starts_on=day),
    )


def test_who_acts_is_said_remembered_or_the_lead(calling: Calling, books: Books) -> None:
    for number in ("A102", "A103"):
        another(books, number)
    found = calling().actor(books)
    assert found is not None
    assert (found.number, found.role) == ("A101", Role.LEAD)
    save(Settings(me={str(books.path): "A103"}), places().settings)
    assert (remembered := calling().actor(books)) is not None
    assert remembered.number == "A103"
    assert (said := calling(acting=" ａ102 ").actor(books)) is not None
    assert said.number == "A102"


def test_one_who_is_remembered_but_gone_is_found_out_anew(calling: Calling, books: Books) -> None:
    for number in ("A999", "A102"):
        save(Settings(me={str(books.path): number}), places().settings)
        found = calling().actor(books)
        assert found is not None
        assert found.number == "A101"


def test_one_who_is_said_must_be_there(calling: Calling, books: Books) -> None:
    with pytest.raises(UnknownPerson):
        calling(acting="A999").actor(books)
    another(books, "A102")
    people.left(
        Desk(books, lead_of(books)), 2, LeavingIn(left_on=date(2026, 11, 23), reason="moved"), version=1
    )
    books.clock = books.clock.at(datetime(2026, 11, 25, tzinfo=UTC))
    with pytest.raises(NotPosted):
        calling(acting="A102").actor(books)


def test_among_several_leads_nobody_can_tell(calling: Calling, books: Books) -> None:
    another(books, "A102", Role.LEAD)
    assert calling().actor(books) is None
    with pytest.raises(NobodyActs):
        calling().desk(books)
    assert calling(acting="A102").desk(books).actor.number == "A102"


def test_without_a_lead_the_only_person_acts(calling: Calling, books: Books) -> None:
    with together(Desk(books, lead_of(books)), "test.demote", rights(Role.LEAD)) as tx:
        tx.get(Posting, 1).role = Role.ATTENDANCE_CLERK
    found = calling().actor(books)
    assert found is not None
    assert (found.number, found.role) == ("A101", Role.ATTENDANCE_CLERK)


def test_one_who_joins_later_does_not_act_yet(calling: Calling, books: Books) -> None:
    another(books, "A102", Role.LEAD)
    books.clock = books.clock.at(datetime(2026, 11, 20, tzinfo=UTC))
    assert calling().actor(books) is None
