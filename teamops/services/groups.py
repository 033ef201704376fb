"""Groups of the team."""

from __future__ import annotations

from sqlalchemy import select

from teamops.db.transaction import Transaction
from teamops.errors import AlreadyThere
from teamops.models.inputs.people import GroupIn
from teamops.models.tables.people import Team, TeamGroup
from teamops.services.desk import rights, use_case
from teamops.services.people import KEEPERS


def added(tx: Transaction, inp: GroupIn) -> TeamGroup:
    """Write a new group; the part of `groups.add` that imports share."""
    _unused(tx, inp.name)
    team = tx.all(select(Team).order_by(Team.id))[0]
    return tx.add(TeamGroup(team_id=team.id, name=inp.name, name_en=inp.name_en))


@use_case("groups.add", may=rights(*KEEPERS), touches=("people",))
def add(tx: Transaction, inp: GroupIn) -> int:
    """Add a group; its key."""
    return added(tx, inp).id


@use_case("groups.rename", may=rights(*KEEPERS), touches=("people", "meetings", "figures", "today"))
def rename(tx: Transaction, group_id: int, inp: GroupIn, version: int) -> None:
    """Give a group another name."""
    group = tx.get(TeamGroup, group_id, version=version)
    if inp.name != group.name:
        _unused(tx, inp.name)
    group.name, group.name_en = inp.name, inp.name_en


def _unused(tx: Transaction, name: str) -> None:
    if tx.find(select(TeamGroup).where(TeamGroup.name == name)) is not None:
        raise AlreadyThere(name)
