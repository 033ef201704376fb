"""Bring the catalogues up to date with the code: new messages are added empty, those nobody says any more go.

Run as `python tests/extract_messages.py`; it prints what is still to be translated.
"""

from __future__ import annotations

import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).parents[1] / "teamops"
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}


def template() -> Catalog:
    """Every message of the code."""
    catalogue = Catalog(project="teamops", charset="utf-8")
    for file, line, message, _comments, context in extract_from_dir(
        PACKAGE, method_map=[("**.py", "python")], keywords=KEYWORDS
    ):
        catalogue.add(message, locations=[(file, line)], context=context)
    return catalogue


def main() -> int:
    """Update both catalogues; the exit code says whether something is still to be translated."""
    wanted = template()
    missing = 0
    for code in ("zh_Hant", "zh_Hans"):
        path = PACKAGE / "locale" / code / "LC_MESSAGES" / "teamops.po"
        if path.exists():
            with path.open("rb") as file:
                catalogue = read_po(file, locale=code)
        else:
            catalogue = Catalog(locale=code, project="teamops", charset="utf-8")
        catalogue.update(wanted, no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as out:
            write_po(out, catalogue, no_location=True, omit_header=False, sort_output=True, width=0)
        for message in catalogue:
            forms = message.string if isinstance(message.string, tuple) else (message.string,)
            if message.id and not all(forms):
                missing += 1
                sys.stdout.write(f"{code}: {message.id!r}\n")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
