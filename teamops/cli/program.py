"""Opening the program itself on a terminal."""

from __future__ import annotations

import gc
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

    from teamops.cli.call import Call


def run(call: Call) -> int:
    """Open the program on the books that are meant."""
    sure_terminal()
    return opened(call, call.existing())


def sure_terminal() -> None:
    """Refuse to open the program where it could not draw or would hear no keys."""
    from teamops.cli.output import is_terminal
    from teamops.cli.refusals import DumbTerminal, NoTerminal

    if not is_terminal(sys.stdin, sys.stderr):
        raise NoTerminal
    if os.environ.get("TERM") == "dumb":
        raise DumbTerminal


def opened(call: Call, path: Path) -> int:
    """Open the program on the books at `path`, until the user leaves it; its exit status."""
    gc.disable()  # until the first paint: the program turns it on again
    try:
        return _run(call, path)
    finally:
        gc.enable()


def _run(call: Call, path: Path) -> int:
    from teamops.cli.output import complain
    from teamops.models.people import PROGRAM
    from teamops.services.desk import Desk

    with call.books(path) as books:
        actor = call.actor(books)

        from teamops.app import Teamops

        app = Teamops(Desk(books, actor or PROGRAM), call.settings, call.places)
        if actor is None:
            app.call_later(app.action_who)
        app.run()
    if app.failure:
        complain(app.failure)
    return app.return_code or 0
