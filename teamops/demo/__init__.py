"""A believable branch to look around in: planned from a seed, written through the services day by day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

Progress = Callable[[str, float], None]
"""Hears which month is being written, and how far the whole is, 0 to 1."""


def make(
    path: Path,
    *,
    language: str,
    today: date | None = None,
    people: int = 15,
    months: int = 3,
    seed: int = 1,
    progress: Progress | None = None,
) -> None:
    """Make the demo at `path`, in a language of the program, with so many people and months up to `today`.

    Without `today` it is the day it is at the demo's branch. The same seed on the same day gives the same
    records. Raises DatabaseExists, NumberOutOfRange; a failure leaves no file.
    """
    from teamops.demo.making import write

    write(path, language=language, today=today, people=people, months=months, seed=seed, progress=progress)
