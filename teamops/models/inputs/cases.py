"""What is typed of a case study."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator

from teamops.models.inputs.base import Input, Line, OptionalBody, OptionalLine, OptionalPerson


def _tags(typed: str) -> str:
    words = (word.lstrip("#＃") for word in re.split(r"[\s,，、;；]+", typed))
    return " ".join(dict.fromkeys(word for word in words if word))


class CaseIn(Input):
    """A case study: what happened, what it teaches, whose it is; tags stand apart by spaces or commas."""

    title: Line
    story: OptionalBody = ""
    lesson: OptionalBody = ""
    tags: Annotated[OptionalLine, AfterValidator(_tags)] = ""
    author_id: OptionalPerson = None
