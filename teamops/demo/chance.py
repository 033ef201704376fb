"""Where the demo's chances come from: a seed and what it is for, so that one thing does not disturb another."""

from __future__ import annotations

from random import Random


def chance(seed: int, purpose: str) -> Random:
    """The same numbers for the same seed and purpose, ever after."""
    return Random(f"{seed}:{purpose}")  # noqa: S311 - nothing here is a secret
