"""What the command line says: answers to standard output, everything else to standard error."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from contextlib import suppress
from types import TracebackType

from teamops.text import cell_width, fit, show

_LINE = 79
_WIDEST = 60
"""The widest a column may be before its cells are cut."""


def say(text: str) -> None:
    """An answer, on standard output; line breaks stay."""
    print(show(text, lines=True))


def hand_over(data: bytes) -> None:
    """A file, byte for byte, on standard output."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)


def complain(text: str) -> None:
    """A refusal or a remark, on standard error."""
    with suppress(BrokenPipeError):
        print(show(text), file=sys.stderr, flush=True)


def is_terminal(*streams: object) -> bool:
    """Whether all of these are terminals; a stream that was closed is none."""
    return all(getattr(stream, "isatty", bool)() for stream in streams)


def in_columns(rows: Sequence[Sequence[str]], *, right: Sequence[int] = ()) -> list[str]:
    """Rows as lines with their columns under each other, by the cells they take; the last is never cut."""
    shown = [[show(cell) for cell in row] for row in rows]
    widths = [min(_WIDEST, max(map(cell_width, column))) for column in zip(*shown, strict=True)]
    lines = []
    for row in shown:
        cells = [
            fit(cell, width, "right" if n in right else "left")
            for n, (cell, width) in enumerate(zip(row[:-1], widths, strict=False))
        ]
        lines.append("  ".join((*cells, row[-1])).rstrip())
    return lines


class Progress:
    """How far something is, on one line of a terminal that is wiped afterwards; on anything else, nothing.

    Called with what is done and the share of it, 0 to 1.
    """

    def __init__(self) -> None:
        self._shown = ""
        self._on = is_terminal(sys.stderr)
        self._width = min(_LINE, shutil.get_terminal_size().columns - 1)

    def __enter__(self) -> Progress:
        return self

    def __call__(self, what: str, share: float) -> None:
        line = fit(f"{share:4.0%}  {show(what)}", self._width)
        if self._on and line != self._shown:
            self._shown = line
            self._write(f"\r{line}")

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        if self._shown:
            self._write("\r" + " " * self._width + "\r")

    @staticmethod
    def _write(text: str) -> None:
        sys.stderr.write(text)
        sys.stderr.flush()
