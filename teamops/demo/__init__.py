"""A believable branch to look around in: planned from a seed, written through the services day by day."""

from __future__ import annotations

from teamops.demo.making import Progress, make

__all__ = ["Progress", "make"]
