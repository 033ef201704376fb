"""`teamops demo`: where it goes, which day it ends on, what is opened."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from teamops.cli import output, program
from teamops.cli.call import Call
from teamops.db.books import Books
from teamops.models.people import BooksKind
from teamops.paths import places
from teamops.services.reading import branch, people
from tests.cli.conftest import Run

SMALL = ("--people", "8", "--months", "1")


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch, terminal: None) -> list[Path]:
    """What the program was opened on, in order."""
    paths: list[Path] = []

    def note(_call: Call, path: Path) -> int:
        paths.append(path)
        return 0

    monkeypatch.setattr(program, "opened", note)
    monkeypatch.setenv("TERM", "xterm-256color")
    return paths


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small demo of 23 November 2026, made once for all tests."""
    from teamops.demo import make

    path = tmp_path_factory.mktemp("demo") / "small.db"
    make(path, language="en", today=date(2026, 11, 23), people=8, months=1)
    return path


@pytest.fixture
def making(monkeypatch: pytest.MonkeyPatch, made: Path) -> list[dict[str, object]]:
    """What a demo was asked to be, in order; each is the small one."""
    asked: list[dict[str, object]] = []

    def make(path: Path, *, progress: output.Progress, **more: object) -> None:
        progress("November 2026", 0.5)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(made.read_bytes())
        asked.append(more)

    monkeypatch.setattr("teamops.demo.make", make)
    return asked


@pytest.mark.slow
def test_a_demo_is_made_and_its_place_told(run: Run, now: str, tmp_path: Path) -> None:
    path = tmp_path / "demo.db"
    assert run("demo", path, *SMALL, "--seed", "7", "--no-open", "--lang", "zh-TW") == (0, f"{path}\n", "")
    books = Books.open(path)
    with books.reading() as reader:
        card = branch.card(reader)
        here = people.people(reader, date(2026, 11, 23))
    books.close()
    assert card.kind is BooksKind.DEMO
    assert len(here) == 8
    assert run("verify", "--db", path).status == 0
    assert not places().settings.exists()


def test_without_a_path_it_is_the_demo_of_today_and_opened_again(
    run: Run, now: str, making: list[dict[str, object]], opened: list[Path]
) -> None:
    path = places().data / "demo-2026-11-23.db"
    for _time in range(2):
        ran = run("demo")
        assert (ran.status, ran.out) == (0, "")
    assert opened == [path, path]
    assert making == [{"language": "en", "today": date(2026, 11, 23)}]
    assert run("demo", "--no-open").out == f"{path}\n"


def test_what_is_asked_of_it_is_handed_on(
    run: Run, now: str, making: list[dict[str, object]], tmp_path: Path
) -> None:
    run("demo", tmp_path / "a.db", "--no-open", "--people", "200", "--months", "12", "--seed", "0")
    assert making == [{"language": "en", "today": date(2026, 11, 23), "people": 200, "months": 12, "seed": 0}]


@pytest.mark.parametrize("named", [True, False])
def test_another_demo_is_never_written_over_one(
    run: Run, spoken: str, now: str, making: list[dict[str, object]], tmp_path: Path, *, named: bool
) -> None:
    words = ("demo", tmp_path / "a.db") if named else ("demo", "--seed", "2")
    assert run(*words, "--no-open").status == 0
    ran = run(*words, "--no-open")
    assert (ran.status, ran.out) == (1, "")
    assert ran.error.startswith("譯") is (spoken != "en")
    assert len(making) == 1


@pytest.mark.parametrize(
    ("present", "language", "day"),
    [
        ("2026-11-23T23:30", "en", date(2026, 11, 23)),
        ("2026-11-23T23:30:00Z", "en", date(2026, 11, 24)),
        ("2026-11-23T12:00:00Z", "zh_Hant", date(2026, 11, 23)),
    ],
)
def test_it_ends_on_the_day_it_is_where_its_branch_is(
    run: Run,
    making: list[dict[str, object]],
    monkeypatch: pytest.MonkeyPatch,
    present: str,
    language: str,
    day: date,
) -> None:
    monkeypatch.setenv("TEAMOPS_NOW", present)
    run("demo", "--no-open", "--lang", language)
    assert making == [{"language": language, "today": day}]


def test_without_a_set_present_it_ends_today(run: Run, making: list[dict[str, object]]) -> None:
    assert run("demo", "--no-open").status == 0
    (asked,) = making
    assert isinstance(asked["today"], date)
    assert f"demo-{asked['today']}.db" in {path.name for path in places().data.iterdir()}


@pytest.mark.parametrize(
    ("words", "option"), [(("--people", "2"), "--people"), (("--months", "999"), "--months")]
)
def test_a_size_that_does_not_fit_is_a_wrong_command(
    run: Run, tmp_path: Path, words: tuple[str, str], option: str
) -> None:
    ran = run("demo", tmp_path / "a.db", "--no-open", *words)
    assert (ran.status, ran.out) == (2, "")
    assert ran.error.startswith(f"{option}: {words[1]}: from ")
    assert not (tmp_path / "a.db").exists()


def test_a_terminal_shows_how_far_it_is(
    run: Run, now: str, making: list[dict[str, object]], terminal: None, tmp_path: Path
) -> None:
    ran = run("demo", tmp_path / "a.db", "--no-open")
    assert " 50%  November 2026" in ran.err
    assert ran.out == f"{tmp_path / 'a.db'}\n"
