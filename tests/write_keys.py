"""Write the table of keys into the README: `python tests/write_keys.py`; a test fails while it is out of date."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
BEGIN, END = "<!-- keys -->\n", "<!-- /keys -->"


def table() -> str:
    """Every action of the catalogue as a Markdown table, grouped by where it is offered."""
    from teamops.actions.catalogue import PLACES, actions, key_name

    lines = ["| where | keys | what |", "| --- | --- | --- |"]
    order = list(PLACES)
    rows = sorted(actions(), key=lambda action: (order.index(action.where[0]), action.rank))
    for action in rows:
        keys = " ".join(f"`{key_name(key)}`" for key in action.keys)
        where = ", ".join(PLACES[place] for place in action.where)
        lines.append(f"| {where} | {keys} | {action.help} |")
    return "\n".join(lines) + "\n"


def readme_with(keys: str) -> str:
    """The README with this table in its place."""
    text = (ROOT / "README.md").read_text("utf-8")
    before, _begin, rest = text.partition(BEGIN)
    _old, _end, after = rest.partition(END)
    return f"{before}{BEGIN}{keys}{END}{after}"


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    (ROOT / "README.md").write_text(readme_with(table()), "utf-8")
