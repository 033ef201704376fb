"""Beginning the books of a branch."""

from __future__ import annotations

import sys

from teamops.cli.parser import Command
from teamops.i18n import N_, _, explained, language

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import Any, Final

    from teamops.cli.call import Call
    from teamops.cli.parser import Parser
    from teamops.models.inputs.branch import FoundIn


class Question:
    """One thing new books begin with: its option, the field, how it is asked, what help says of it."""

    __slots__ = ("asked", "field", "help", "option")

    def __init__(self, option: str, field: str, asked: str, option_help: str) -> None:
        self.option = option
        self.field = field
        self.asked = asked
        self.help = option_help


QUESTIONS: Final = (
    Question("branch", "branch", N_("Name of the branch"), N_("name of the branch")),
    Question("team", "team", N_("Name of the team"), N_("name of the team")),
    Question("lead", "lead_name", N_("Name of the team lead"), N_("name of the team lead")),
    Question(
        "number", "lead_number", N_("Staff number of the team lead"), N_("staff number of the team lead")
    ),
    Question(
        "region",
        "region",
        N_("Whose public holidays (CN, TW, HK, none)"),
        N_("whose public holidays hold: CN, TW, HK or none"),
    ),
    Question("zone", "zone", N_("Time zone"), N_("time zone, such as Asia/Shanghai")),
)
_ZONES: Final = {"CN": "Asia/Shanghai", "TW": "Asia/Taipei", "HK": "Asia/Hong_Kong"}


def _arguments(parser: Parser) -> None:
    parser.add_argument("path", metavar="PATH", help=_("the file to make"))
    parser.add_argument(
        "--practice", action="store_true", help=_("for practice, marked so for good on every paper")
    )
    for question in QUESTIONS:
        parser.add_argument(f"--{question.option}", metavar="TEXT", help=_(question.help))


def init(call: Call) -> int:
    """Make new books, asking for what was not said, and make them the default."""
    from teamops.cli.call import whole
    from teamops.errors import DatabaseExists

    path = whole(call.typed.path)
    if path.exists():
        raise DatabaseExists(path)
    missing = [question for question in QUESTIONS if getattr(call.typed, question.option) is None]
    _sure_of_answers(missing)
    call.sure()
    return _founded(call, path, _answers(call, missing))


def _sure_of_answers(missing: Sequence[Question]) -> None:
    from teamops.cli.output import is_terminal
    from teamops.cli.refusals import AnswersMissing

    if missing and not is_terminal(sys.stdin, sys.stderr):
        raise AnswersMissing(" ".join(f"--{question.option}" for question in missing))


def _founded(call: Call, path: Path, inp: FoundIn) -> int:
    from teamops.cli.output import complain, say
    from teamops.models.people import BooksKind
    from teamops.services.branch import new_books
    from teamops.settings import UnsavedSettings, save

    if call.present is not None and inp.kind is BooksKind.REAL:
        complain(_("TEAMOPS_NOW is left aside: these are real books, and their time is the real one."))
    new_books(path, inp, call.present).close()
    call.settings.database = str(path)
    call.settings.me[str(path)] = inp.lead_number
    said = _("The books of {branch} are in {path}, and “teamops” opens them from now on.")
    status = 0
    try:
        save(call.settings, call.places.settings)
    except UnsavedSettings as refusal:
        complain(str(refusal))
        said = _("The books of {branch} are in {path}; “teamops --db {path}” opens them.")
        status = 1
    say(said.format(branch=inp.branch, path=path))
    return status


def _answers(call: Call, missing: Sequence[Question]) -> FoundIn:
    """What was said by option, and what is asked for now. Raises Refusals."""
    from teamops.clock import Clock
    from teamops.models.inputs.base import read
    from teamops.models.inputs.branch import FoundIn
    from teamops.models.people import BooksKind

    said: dict[str, Any] = {"kind": BooksKind.PRACTICE if call.typed.practice else BooksKind.REAL}
    for question in QUESTIONS:
        if question not in missing:
            said[question.field] = getattr(call.typed, question.option)
    _check(said)
    for question in missing:
        said[question.field] = _asked(question, said)
    return read(FoundIn, said, today=Clock().today())


def _check(said: dict[str, Any]) -> None:
    """Refuse what was said by option before anything is asked."""
    from teamops.errors import Refusals

    wrong = {}
    for question in QUESTIONS:
        if question.field in said and (why := _refused(question, said[question.field])):
            wrong[question.option] = explained(f"--{question.option}", why)
    if wrong:
        raise Refusals(wrong)


def _refused(question: Question, answer: str) -> str:
    """Why an answer cannot be taken; empty where it can."""
    from teamops.clock import Clock
    from teamops.errors import Refusals
    from teamops.models.inputs.base import read
    from teamops.models.inputs.branch import FoundIn

    refused: dict[str, str] = {}
    try:
        read(FoundIn, {question.field: answer}, today=Clock().today())
    except Refusals as refusals:  # of the other fields, which are missing here, too
        refused = refusals.by_field
    return refused.get(question.field, "")


def _asked(question: Question, said: dict[str, Any]) -> str:
    """Ask until the answer can be taken."""
    from teamops.cli.output import complain

    usual = _usual(question, said)
    while True:
        asked = _("{question} [{usual}]: ") if usual else _("{question}: ")
        sys.stderr.write(asked.format(question=_(question.asked), usual=usual))
        sys.stderr.flush()
        line = sys.stdin.readline()
        if not line:
            raise KeyboardInterrupt
        answer = line.strip() or usual
        why = _refused(question, answer)
        if not why:
            return answer
        complain(why)


def _usual(question: Question, said: dict[str, Any]) -> str:
    """The answer that an empty line gives."""
    match question.option:
        case "team":
            return _("Sales team")
        case "region":
            return "TW" if language() == "zh_Hant" else "CN"
        case "zone":
            return _ZONES.get(str(said["region"]).strip().upper(), "")
        case _:
            return ""


COMMANDS: Final = (
    Command("init", N_("begin the books of a branch, and make them the default"), _arguments, init),
)
