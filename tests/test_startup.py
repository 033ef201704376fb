"""What is imported when Today is first painted: of all that makes a start slow, nothing."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SLOW = {
    "alembic",
    "argparse",
    "docx",
    "holidays",
    "lxml",
    "openpyxl",
    "pydantic",
    "pypinyin",
    "sqlalchemy",
}
PROBE = Path(__file__).with_name("first_paint.py")
ROOT = PROBE.parents[1]
NOW = "2026-11-23T08:21"


@pytest.fixture(scope="module")
def first_paint(roster_file: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[set[str], str]:
    """The modules and the text of the first paint, in a process of its own."""
    folder = tmp_path_factory.mktemp("first_paint")
    books, told = shutil.copy(roster_file, folder), folder / "told.json"
    subprocess.run(
        [sys.executable, PROBE, told, "--db", books],
        env={"PYTHONPATH": str(ROOT), "TEAMOPS_HOME": str(folder), "TEAMOPS_NOW": NOW, "LANG": "C.UTF-8"},
        check=True,
        timeout=60,
    )
    found = json.loads(told.read_text("utf-8"))
    return set(found["modules"]), "\n".join(found["lines"])


def test_the_first_paint_is_all_of_today(first_paint: tuple[set[str], str]) -> None:
    modules, text = first_paint
    assert "teamops.screens.today.board" in modules
    assert "徐靜" in text
    assert "Needs you" in text
    assert "not called yet" in text


@pytest.mark.parametrize("name", sorted(SLOW))
def test_nothing_slow_is_imported_before_the_first_paint(
    first_paint: tuple[set[str], str], name: str
) -> None:
    modules, _text = first_paint
    assert name not in modules


def test_whoever_may_do_what_is_known_once_what_is_brought_in_later_is_there() -> None:
    """What the catalogue asks of the services, in a process that imported nothing else."""
    told = subprocess.run(
        [sys.executable, "-c", _RIGHTS],
        env={"PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"},
        check=True,
        timeout=60,
        capture_output=True,
        text=True,
    )
    assert json.loads(told.stdout) == []


_RIGHTS = """
import json
from importlib import import_module
from teamops.actions.catalogue import PLACES, actions, use_case_of
from teamops.app import WARM
from teamops.services.desk import USE_CASES
for name in WARM:
    import_module(name)
asked = {use_case_of(action, (place,)) for action in actions() for place in PLACES} - {""}
print(json.dumps(sorted(asked - set(USE_CASES))))
"""
