"""All commands there are, in the order in which help tells them."""

from __future__ import annotations

from teamops.cli import demo, files, founding, imports, papers, program

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

COMMANDS: Final = (*demo.COMMANDS, *founding.COMMANDS, *imports.COMMANDS, *papers.COMMANDS, *files.COMMANDS)
PROGRAM: Final = program.run
"""What is done without a command."""
