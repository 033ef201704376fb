"""Measures what the README says of speed, and prints it as lines of a Markdown table.

python tests/bench/run.py [startup|keys|sections|forms|idle|memory|commit|import|cli|export|all …]
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).parents[2])

from tests.bench import by_hand, on_the_screen, papers, writing
from tests.bench.bench import Bench
from tests.bench.measured import HEAD

MEASURES: dict[str, Callable[[Bench], Iterator[str]]] = {
    "startup": on_the_screen.startup,
    "keys": by_hand.keys,
    "sections": by_hand.sections,
    "forms": by_hand.forms,
    "idle": on_the_screen.idle,
    "memory": on_the_screen.memory,
    "commit": writing.commit,
    "import": writing.imported,
    "cli": papers.command_line,
    "export": papers.export,
}


def main() -> int:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description="Measure what the README says of speed.")
    parser.add_argument("what", nargs="*", metavar="|".join(MEASURES), help="what to measure (all)")
    parser.add_argument("--rounds", type=int, help="how many rounds (else what is usually enough)")
    kept = Path(tempfile.gettempdir()) / "teamops-bench"
    parser.add_argument("--cache", type=Path, default=kept, help=f"where demo books are kept ({kept})")
    typed = parser.parse_args()
    wanted = typed.what or ["all"]
    if unknown := set(wanted) - {*MEASURES, "all"}:
        parser.error(f"nothing is called {', '.join(sorted(unknown))}")
    bench = Bench(typed.cache.absolute(), typed.rounds)
    _say(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python {sys.version.split()[0]}\n\n{HEAD}")
    for name, measure in MEASURES.items():
        if name in wanted or "all" in wanted:
            for line in measure(bench):
                _say(line)
    return 0


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
