"""The README says what the program does."""

from __future__ import annotations

import re

from tests.write_keys import ROOT, readme_with, table

README = (ROOT / "README.md").read_text("utf-8")


def test_the_table_of_keys_is_that_of_the_catalogue() -> None:
    assert readme_with(table()) == README, "run: python tests/write_keys.py"


def test_its_pictures_are_there() -> None:
    pictures = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", README)
    assert pictures
    assert all((ROOT / picture).is_file() for picture in pictures)


def test_the_test_command_is_where_the_gates_look_for_it() -> None:
    assert re.search(r"<!-- tests -->\n    .*pytest\n<!-- /tests -->", README)
