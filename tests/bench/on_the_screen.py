"""Starting, and doing nothing: what is measured without a key."""

from __future__ import annotations

import time
from collections.abc import Iterator

from tests.bench.bench import BIG, SMALL, Bench, Demo
from tests.bench.measured import Goal, percentile, plain_row, row
from tests.bench.terminal import Painted, Silent, Terminal

TODAY = "Needs you"
HELLO = "Hello"
LOADED = 2.0
"""Seconds after which everything that comes in after the first paint has come in."""

_IDLE = 10.0
_WHILE_LOADING = 1.2
_NAMES = {SMALL: "15 people, 3 months", BIG: "200 people, 10 years"}


def startup(bench: Bench) -> Iterator[str]:
    """Cold start, and the worst key while the rest still loads."""

    def hello() -> Painted:
        with bench.hello() as terminal:
            return terminal.started(HELLO)

    def today(demo: Demo) -> Painted:
        with bench.teamops(demo) as terminal:
            return terminal.started(TODAY)

    programs = {"hello": hello, "small": lambda: today(SMALL), "big": lambda: today(BIG)}
    found = list(bench.rounds(9, programs))
    for name, demo in (("small", SMALL), ("big", BIG)):
        first = [(each[name].first, each["hello"].first) for each in found]
        yield row(f"cold start, first paint of Today ({_NAMES[demo]}) ÷ hello", first, "ms", Goal(1.4, 1.1))
        last = [(each[name].last, each["hello"].last) for each in found]
        yield row(f"cold start, Today settled ({_NAMES[demo]}) ÷ hello", last, "ms", Goal(2.6, 1.6))
    yield _worst_key(bench)


def _worst_key(bench: Bench) -> str:
    def worst() -> tuple[float, float]:
        with bench.teamops(SMALL) as terminal:
            terminal.painted_once()
            loading = max(_pressed(terminal))
            terminal.rest(LOADED)
            return loading, max(_pressed(terminal))

    found = [each["teamops"] for each in bench.rounds(7, {"teamops": worst})]
    return row("worst key while the rest loads ÷ worst key later", found, "ms", Goal(3, 2))


def _pressed(terminal: Terminal) -> list[float]:
    """Arrow keys for a while, as fast as they are answered."""
    until = time.perf_counter() + _WHILE_LOADING
    times = []
    while time.perf_counter() < until:
        for key in ("down", "up"):
            painted = terminal.press(key, still=0.02)
            if painted is None:
                raise Silent(f"{key} changes nothing on\n{terminal.text()}")
            times.append(painted.last)
    return times


def memory(bench: Bench) -> Iterator[str]:
    """The most memory Today takes."""

    def hello() -> float:
        with bench.hello() as terminal:
            terminal.started(HELLO)
            terminal.rest(LOADED)
            return terminal.memory()

    def today(demo: Demo) -> float:
        with bench.teamops(demo) as terminal:
            terminal.started(TODAY)
            terminal.rest(LOADED)
            return terminal.memory()

    programs = {"hello": hello, "small": lambda: today(SMALL), "big": lambda: today(BIG)}
    found = list(bench.rounds(3, programs))
    for name, demo in (("small", SMALL), ("big", BIG)):
        pairs = [(each[name], each["hello"]) for each in found]
        yield row(f"peak memory, Today ({_NAMES[demo]}) ÷ hello", pairs, "MB", Goal(2.2))


def idle(bench: Bench) -> Iterator[str]:
    """What doing nothing costs."""

    def watched(terminal: Terminal, shows: str) -> tuple[float, int]:
        terminal.started(shows)
        terminal.rest(LOADED)
        before = terminal.cpu()
        changes = terminal.rest(_IDLE)
        return 100 * (terminal.cpu() - before) / _IDLE, changes

    def hello() -> tuple[float, int]:
        with bench.hello() as terminal:
            return watched(terminal, HELLO)

    def today() -> tuple[float, int]:
        with bench.teamops(SMALL) as terminal:
            return watched(terminal, TODAY)

    found = list(bench.rounds(3, {"hello": hello, "today": today}))
    base = percentile([each["hello"][0] for each in found], 0.5)
    yield plain_row("idle on Today", [each["today"][0] for each in found], "% CPU", base, Goal(0.5, 0.2))
    repaints = [float(each["today"][1]) for each in found]
    yield plain_row(f"idle on Today, repaints in {_IDLE:.0f} s", repaints, "", 0, Goal(1))
