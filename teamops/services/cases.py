"""The library of case studies: written once, studied in meetings, taken up again after a quarter."""

from __future__ import annotations

from teamops.db.transaction import Transaction
from teamops.models.inputs.cases import CaseIn
from teamops.models.tables.directives import CaseStudy
from teamops.models.tables.people import Person
from teamops.services.desk import MEMBERS, RUNNERS, own, rights, use_case


def added(tx: Transaction, inp: CaseIn) -> CaseStudy:
    """Write a new case; the part of `cases.add` that an agenda shares."""
    if inp.author_id is not None:
        tx.get(Person, inp.author_id)
    case = tx.add(
        CaseStudy(title=inp.title, story=inp.story, lesson=inp.lesson, tags=inp.tags, author_id=inp.author_id)
    )
    tx.about(case)
    return case


@use_case("cases.add", may=rights(*RUNNERS, own=MEMBERS))
def add(tx: Transaction, inp: CaseIn) -> int:
    """Write a case into the library; members write their own, with or without saying so."""
    if tx.own_only and inp.author_id is None:
        inp = inp.model_copy(update={"author_id": tx.actor.person_id})
    own(tx, inp.author_id)
    return added(tx, inp).id


@use_case("cases.change", may=rights(*RUNNERS, own=MEMBERS), touches=("meetings",))
def change(tx: Transaction, case_id: int, inp: CaseIn, version: int) -> None:
    """Tell a case better; minutes that were drawn keep what they said."""
    case = tx.get(CaseStudy, case_id, version=version)
    own(tx, case.author_id)
    own(tx, inp.author_id)
    if inp.author_id is not None:
        tx.get(Person, inp.author_id)
    case.title, case.story, case.lesson = inp.title, inp.story, inp.lesson
    case.tags, case.author_id = inp.tags, inp.author_id
