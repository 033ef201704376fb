"""What is imported before anything is done, in processes of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import teamops

HEAVY = {"textual", "rich", "sqlalchemy", "pydantic", "alembic", "holidays", "openpyxl", "docx", "pypinyin"}
ROOT = Path(teamops.__file__).parents[1]


def environment(tmp_path: Path, **more: str) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "TEAMOPS_HOME": str(tmp_path / "home"),
        "LANG": "C.UTF-8",
    } | more


def ended(tmp_path: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "teamops", *words],
        env=environment(tmp_path, **more),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
        stdin=subprocess.DEVNULL,
    )


PROBE = """
import sys
from teamops.__main__ import main
status = main(sys.argv[1:])
print("@" + " ".join(sorted({name.partition(".")[0] for name in sys.modules})), status)
"""


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["--version"], 0),
        (["--help"], 0),
        (["import", "--help"], 0),
        (["export", "minutes", "--help"], 0),
        (["locate"], 0),
        (["no-such-command"], 2),
        (["import", "people"], 2),
        (["init", "x.db"], 2),
        ([], 2),
        (["demo"], 2),
        (["verify"], 1),
        (["brief"], 1),
    ],
)
@pytest.mark.parametrize("language", ["en", "zh_Hant"])
def test_nothing_heavy_is_imported_before_it_is_needed(
    tmp_path: Path, words: list[str], status: int, language: str
) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", PROBE, *words],
        env=environment(tmp_path, TEAMOPS_LANG=language),
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=60,
        stdin=subprocess.DEVNULL,
    )
    modules, _, came_to = ran.stdout.rpartition("@")[2].strip().rpartition(" ")
    assert int(came_to) == status, ran.stderr
    assert "teamops" in modules.split()
    assert HEAVY.isdisjoint(modules.split())


def test_version_needs_not_even_the_parser(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", PROBE, "--version"],
        env=environment(tmp_path),
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    modules = set(ran.stdout.rpartition("@")[2].split())
    assert modules.isdisjoint({"argparse", "re", "typing", "pathlib"})


def test_the_module_exits_with_the_status(tmp_path: Path) -> None:
    assert ended(tmp_path, "--version").stdout == f"teamops {teamops.__version__}\n"
    assert ended(tmp_path, "verify").returncode == 1
    wrong = ended(tmp_path, "wrong")
    assert (wrong.returncode, wrong.stdout, wrong.stderr.count("\n")) == (2, "", 1)


def test_a_terminal_without_unicode_gets_what_it_can_show(tmp_path: Path) -> None:
    plain = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    assert "There are no books yet." in ended(tmp_path, "brief", TEAMOPS_LANG="en", **plain).stderr
    named = ended(tmp_path, "--db", "團隊.db", "locate", **plain)
    assert (named.returncode, named.stderr) == (0, "")
    latin = ended(tmp_path, "--db", "團隊.db", "locate", PYTHONIOENCODING="latin-1")
    assert (latin.returncode, latin.stderr) == (0, "")
    assert "??.db" in latin.stdout


@pytest.mark.parametrize(("word", "status"), [("--help", 0), ("locate", 141)])
def test_a_reader_that_goes_away_leaves_no_trace(tmp_path: Path, word: str, status: int) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    ran = subprocess.run(
        [sys.executable, "-m", "teamops", word],
        env=environment(tmp_path),
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
    )
    os.close(writing)
    assert (ran.returncode, ran.stderr) == (status, b"")
