"""Opens the program as the command line does, without a terminal, and ends it at its first paint.

Written to the file named first: the names of all modules that are imported then, and what is on the screen.
"""

from __future__ import annotations

import json
import os
import sys
from functools import partialmethod
from pathlib import Path
from typing import Any

from rich.console import RenderableType
from textual.app import App
from textual.screen import Screen

from teamops.__main__ import main
from teamops.cli import program


def _told(app: App[Any], screen: Screen[Any], paint: RenderableType | None) -> None:
    """What stands in for painting on a terminal."""
    if paint is not None and not app._batch_count:
        lines = [strip.text for strip in screen._compositor.render_strips()]
        Path(sys.argv[1]).write_text(json.dumps({"modules": sorted(sys.modules), "lines": lines}), "utf-8")
        os._exit(0)


if __name__ == "__main__":
    vars(program)["sure_terminal"] = lambda: None
    setattr(App, "_display", _told)  # noqa: B010 - methods, which mypy would not have assigned
    setattr(App, "run", partialmethod(App.run, headless=True, size=(120, 36)))  # noqa: B010
    main(sys.argv[2:])
