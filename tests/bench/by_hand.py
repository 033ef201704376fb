"""From the key to the paint: lists, filters, sections, forms."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import NamedTuple

from teamops.db.books import Books
from teamops.services.reading import meetings
from tests.bench.bench import BIG, SMALL, Bench
from tests.bench.measured import Goal, percentile, row
from tests.bench.on_the_screen import HELLO, LOADED, TODAY
from tests.bench.terminal import STILL, Silent, Terminal


class Place(NamedTuple):
    """Where something is measured: the way there from Today, the keys pressed, the way back to Today."""

    name: str
    way: tuple[str, ...]
    keys: tuple[str, ...]
    back: tuple[str, ...]


_UP_AND_DOWN = ("down",) * 12 + ("up",) * 12
_LISTS = (
    Place("list of meetings", ("4",), _UP_AND_DOWN, ("1",)),
    Place("list of people", ("6",), _UP_AND_DOWN, ("1",)),
    Place("sheet of figures", ("f",), ("down", "right", "down", "left") * 3 + ("up",) * 12, ("escape",)),
    Place("roll call", ("r",), _UP_AND_DOWN, ("escape",)),
    Place("agenda", ("g",), _UP_AND_DOWN, ("escape",)),
)
_MEETING = Place("meeting view", ("m", "p"), ("down",) * 4 + ("up",) * 4, ())
_TIMES = 2
_ROWS = "Host 1"
_SOUGHT = "2026-01"
_SETTLED = 0.25
"""What is more than a move in a list may paint twice: it is done when no cell has changed for so many seconds."""


def keys(bench: Bench) -> Iterator[str]:
    """Arrow keys in every kind of list, and finding while one types."""

    def table() -> dict[str, float]:
        with bench.table() as terminal:
            terminal.started(_ROWS)
            moved = percentile(_times(terminal, _UP_AND_DOWN * _TIMES), 0.95)
            return {"arrows": moved, "find": _finding(terminal)}

    def ours() -> dict[str, float]:
        with bench.teamops(BIG) as terminal:
            terminal.started(TODAY)
            terminal.rest(LOADED)
            _follow(terminal, "4")
            found = {"find": _finding(terminal)}
            _follow(terminal, "escape", "escape", "1")
            return found | {place.name: _moving(terminal, place) for place in _LISTS}

    def meeting() -> dict[str, float]:
        with bench.writing(SMALL) as terminal:
            terminal.started(TODAY)
            terminal.rest(LOADED)
            return {_MEETING.name: _moving(terminal, _MEETING)}

    rounds = list(bench.rounds(3, {"table": table, "ours": ours, "meeting": meeting}))
    for place in (*_LISTS, _MEETING):
        ran = "meeting" if place is _MEETING else "ours"
        pairs = [(each[ran][place.name], each["table"]["arrows"]) for each in rounds]
        yield row(f"arrow keys, p95: {place.name} ÷ DataTable", pairs, "ms", Goal(2, 1.2))
    asked = _asking(bench)
    pairs = [(each["ours"]["find"] - asked, each["table"]["find"]) for each in rounds]
    what = f"find as you type, p95, less the {asked:.0f} ms of its SQL: ten years of meetings ÷ a bare Input"
    yield row(what, pairs, "ms", Goal(2, 1.2))


def _asking(bench: Bench) -> float:
    """The p95 milliseconds the questions themselves take while one types."""
    times = []
    with closing(Books.open(bench.demo(BIG))) as books, books.reading() as reader:
        for _time in range(_TIMES):
            for letters in range(1, len(_SOUGHT) + 1):
                began = time.perf_counter()
                meetings.find(reader, _SOUGHT[:letters])
                times.append((time.perf_counter() - began) * 1000)
    return percentile(times, 0.95)


def _moving(terminal: Terminal, place: Place) -> float:
    _follow(terminal, *place.way)
    terminal.rest(0.3)
    moved = percentile(_times(terminal, place.keys * _TIMES), 0.95)
    _follow(terminal, *place.back)
    return moved


def _finding(terminal: Terminal) -> float:
    """The p95 milliseconds from a letter to all that it changes."""
    _follow(terminal, "/")
    times = []
    for _time in range(_TIMES):
        times += _times(terminal, _SOUGHT, still=_SETTLED)
        _follow(terminal, *["backspace"] * len(_SOUGHT))
    return percentile(times, 0.95)


def sections(bench: Bench) -> Iterator[str]:
    """Going to a section for the first time, and again, against the framework's own palette opening."""

    def hello() -> tuple[float, float]:
        with bench.hello() as terminal:
            terminal.started(HELLO)
            times = _openings(terminal, "ctrl+p", 6)
            return times, times

    def ours() -> tuple[float, float]:
        with bench.teamops(BIG) as terminal:
            terminal.started(TODAY)
            terminal.rest(LOADED)
            first = percentile(_times(terminal, ("4", "6"), _SETTLED), 0.5)
            return first, percentile(_times(terminal, ("1", "4", "6") * 4, _SETTLED), 0.5)

    rounds = list(bench.rounds(5, {"hello": hello, "ours": ours}))
    for n, what, goal in ((1, "visited before", Goal(1.5, 1.1)), (0, "for the first time", Goal(2.5, 1.8))):
        pairs = [(each["ours"][n], each["hello"][n]) for each in rounds]
        yield row(f"section, {what} ÷ hello's palette", pairs, "ms", goal)


_FORM, _DETAIL = Goal(0.4, 0.3), Goal(0.25, 0.15)
_OPENED = (
    (Place("form of a directive", ("4", "tab", "tab"), ("n",), ("1",)), _FORM),
    (Place("form of a person", ("6",), ("n",), ("1",)), _FORM),
    (Place("agenda", (), ("g",), ()), _FORM),
    (Place("roll call", (), ("r",), ()), _FORM),
    (Place("sheet of figures", (), ("f",), ()), _FORM),
    (Place("minutes", (), ("v",), ()), _DETAIL),
    (Place("a person's card", ("6",), ("enter",), ("1",)), _DETAIL),
)


def forms(bench: Bench) -> Iterator[str]:
    """Opening what was open before, against a fresh push of the same."""

    def opened(*, fresh: bool) -> dict[str, float]:
        with bench.writing(SMALL, fresh=fresh) as terminal:
            terminal.started(TODAY)
            terminal.rest(LOADED)
            found = {}
            for place, _goal in _OPENED:
                _follow(terminal, *place.way)
                found[place.name] = _openings(terminal, place.keys[0], 6)
                _follow(terminal, *place.back)
            return found

    programs = {"kept": lambda: opened(fresh=False), "fresh": lambda: opened(fresh=True)}
    rounds = list(bench.rounds(3, programs))
    for place, goal in _OPENED:
        pairs = [(each["kept"][place.name], each["fresh"][place.name]) for each in rounds]
        yield row(f"opened before: {place.name} ÷ fresh", pairs, "ms", goal)


def _openings(terminal: Terminal, key: str, times: int) -> float:
    """The median time of an opening, but the first."""
    _follow(terminal, key, "escape")
    opened = []
    for _time in range(times):
        painted = terminal.press(key, still=_SETTLED)
        if painted is None:
            raise Silent(f"{key} opens nothing on\n{terminal.text()}")
        opened.append(painted.last)
        _follow(terminal, "escape")
    return percentile(opened, 0.5)


def _follow(terminal: Terminal, *keys: str) -> None:
    for key in keys:
        terminal.press(key, still=_SETTLED)


def _times(terminal: Terminal, keys: Sequence[str], still: float = STILL) -> list[float]:
    """Milliseconds from each key to its last paint; a key at the end of a list may paint nothing."""
    painted = [terminal.press(key, still=still, patience=0.5) for key in keys]
    times = [each.last for each in painted if each is not None]
    if len(times) < len(keys) / 2:
        raise Silent(f"{keys} change little on\n{terminal.text()}")
    return times
