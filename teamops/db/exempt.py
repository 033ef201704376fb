"""What the event log does not cover, each with the reason (model.md I4)."""

from __future__ import annotations

from typing import Final

from teamops.i18n import N_

BESIDE: Final = {
    "draft": N_("half-typed forms are no part of the books"),
    "meeting_clock": N_("a running meeting's clock; what it measured is logged when the meeting closes"),
}
"""Tables that are written without an event."""

EXEMPT: Final = BESIDE | {
    "event_log": N_("the chain seals itself"),
    "event_touch": N_("an index drawn from the events; it is drawn again and compared"),
    "alembic_version": N_("the schema's version; the schema itself is compared"),
}
"""Every table whose rows have no digest in the log."""
