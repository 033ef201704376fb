"""What is typed of a directive."""

from __future__ import annotations

from teamops.models.directives import DirectiveKind
from teamops.models.inputs.base import Input, Line, OptionalBody, OptionalDay, OptionalLine, People


class DirectiveIn(Input):
    """A directive to issue, or its new wording; without addressees it is for everybody in the team.

    It holds up to and including `expires_on`; without one until it is withdrawn.
    """

    title: Line
    body: OptionalBody = ""
    source: OptionalLine = ""
    kind: DirectiveKind = DirectiveKind.NOTICE
    addressee_ids: People = ()
    expires_on: OptionalDay = None
