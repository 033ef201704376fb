"""The line typed into while a meeting runs: how it is understood, kept, and written down."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from teamops.dates import one_line_item
from teamops.errors import NotADate, Refusal
from teamops.i18n import N_, _, full_day
from teamops.models.action_items import ActionLine
from teamops.models.directory import Directory
from teamops.models.meetings import AgendaItemLine, ItemKind, OutcomeLine, Section
from teamops.services import drafts
from teamops.services.reading import action_items as reading
from teamops.services.reading import meetings as meetings_reading
from teamops.widgets.quick import QuickLine

if TYPE_CHECKING:
    from teamops.models.inputs.action_items import ActionIn
    from teamops.screens.meetings.view import Meeting

FORM = "meeting line"
OPEN = "open"
"""Under this name a draft keeps which kind of line is open; set aside, none is."""
Editable: TypeAlias = OutcomeLine | ActionLine | AgendaItemLine
KINDS = {
    "note": (("note", N_("note")),),
    "decision": (("decision", N_("decision")), ("directive", N_("directive"))),
    "action": (("action", N_("action item: @who when what")),),
    "answer": (("answer", N_("how is the shortfall answered?")),),
}
"""What a line may be asked for: the kinds it goes through, with their titles."""


class Typing:
    """What the meeting view does with its typed line."""

    def __init__(self, screen: Meeting) -> None:
        self._screen = screen
        self._editing: Editable | None = None
        self._before = ""

    @property
    def _quick(self) -> QuickLine:
        return self._screen.query_one("#quick", QuickLine)

    # --- opening the line

    def ask(self, what: str) -> None:
        """Open the line for one of KINDS; what was typed of it and never said stands in it."""
        self._editing = None
        kinds = tuple((kind, _(title)) for kind, title in KINDS[what])
        kept = self._kept()
        at = next((n for n, (kind, _title) in enumerate(kinds) if kept.get(kind)), None)
        if at is not None:
            self._quick.ask(kinds, kept[kinds[at][0]], at=at, kept=_("kept from before"))
        else:
            self._quick.ask(kinds, self.answer_text() if what == "answer" else "")

    def offer(self) -> None:
        """Open the line again that was open when the program went down; one set aside waits for its key."""
        left_open = self._kept().get(OPEN)
        for what, kinds in KINDS.items():
            if any(kind == left_open for kind, _title in kinds):
                self.ask(what)

    def forgetting(self) -> Callable[[], None]:
        """What makes an end of all that is kept, for the meeting is over; to be done in any thread."""
        desk, subject = self._screen.desk, str(self._screen.meeting_id)
        return lambda: drafts.discard(desk.books, desk.actor.person_id or 0, FORM, subject)

    def answer_text(self) -> str:
        """The answer there is already."""
        data = self._screen.data
        if data is None:
            return ""
        items = data.view.part(Section.PROGRESS).items
        return next((item.body or item.title for item in items if item.kind is ItemKind.ANSWER), "")

    def edit(self, what: str, key: int) -> None:
        """Open the line on something that was put down, or on a note of the agenda."""
        data = self._screen.data
        if data is None:
            return
        known: dict[tuple[str, int], Editable] = {("outcome", line.id): line for line in data.view.outcomes}
        known |= {("action_item", line.id): line for line in data.view.actions}
        known |= {("item", line.id): line for part in data.view.parts for line in part.items}
        line = known.get((what, key))
        if line is None or (isinstance(line, AgendaItemLine) and (line.directive_id or line.case_id)):
            self._screen.host.say(_("This is changed in its own list: 4 Meetings."))
            return
        self._editing = line
        self._before = _one_line(line, data.people)
        looks_back = isinstance(line, AgendaItemLine) and line.kind is ItemKind.REVIEW
        title = _("what came of it?") if looks_back else _("in other words")
        self._quick.ask((("edit", title),), self._before, may_empty=True)

    # --- while typing

    def hint(self, kind: str, text: str) -> tuple[str, bool]:
        """How the line is understood so far, and whether it would be refused."""
        data = self._screen.data
        is_action = kind == "action" or isinstance(self._editing, ActionLine)
        if not is_action or data is None or not text.strip():
            return _("enter puts it down, esc leaves it"), False
        item = one_line_item(text, self._screen.desk.books.clock.today())
        if item.no_day:
            return str(NotADate(item.no_day)), True
        parts = []
        refused = False
        if item.owner is None:
            parts.append(_("no @name: it is {name}'s").format(name=data.view.host))
        else:
            try:
                parts.append(data.people.sure(item.owner).name)
            except Refusal as refusal:
                return str(refusal), True
        parts.append(full_day(item.due) if item.due is not None else _("no date"))
        parts.append(item.text or _("what is to be done?"))
        return " · ".join(parts), refused

    def keep(self, kind: str, text: str) -> None:
        """Keep the line as it stands."""
        books, owner = self._screen.desk.books, self._screen.desk.actor.person_id or 0
        subject = str(self._screen.meeting_id)
        left_open = kind if self._quick.asking else ""

        def job() -> None:
            kept = {**self._kept(), kind: text, OPEN: left_open if text.strip() else ""}
            body = {key: value for key, value in kept.items() if value.strip() and key != "edit"}
            if body:
                drafts.save(books, owner, FORM, subject, body)
            else:
                drafts.discard(books, owner, FORM, subject)

        self._screen.host.beside(job)

    def _kept(self) -> dict[str, str]:
        books, actor = self._screen.desk.books, self._screen.desk.actor
        kept = drafts.load(books, actor.person_id or 0, FORM, str(self._screen.meeting_id))
        return dict(kept.body) if kept is not None else {}

    # --- said

    def said(self, kind: str, text: str) -> None:
        """Have the services write it down; refused, it stays in the line."""
        screen = self._screen
        data, clock = screen.data, screen.clock
        if data is None or clock is None:
            return
        if self._editing is None:
            screen.host.do(self._job(kind, text, clock.section, data.people), self._put_down, screen.refuse)
        elif text == self._before:
            self._done()
        else:
            job = self._edit_job(self._editing, text, data.people)
            screen.host.do(job, lambda _result: self._done(), screen.refuse)

    def _put_down(self, key: Hashable) -> None:
        self._done()
        self._screen.reveal(key)

    def _done(self) -> None:
        self._editing = None
        self._quick.done()
        self._screen.on_quick_line_gave_up()

    def _job(self, kind: str, text: str, section: Section, directory: Directory) -> Callable[[], Hashable]:
        """What writes the line down; it gives the key under which it stands in its part."""
        desk, meeting_id = self._screen.desk, self._screen.meeting_id
        host_id = self._screen.data.view.host_id if self._screen.data else 0
        today = desk.books.clock.today()

        def job() -> Hashable:
            from teamops.models.inputs.base import read
            from teamops.models.inputs.directives import DirectiveIn
            from teamops.models.inputs.meetings import OutcomeIn
            from teamops.services import agenda, meetings

            if kind == "action":
                inp = _action_in(text, directory, host_id, today)
                return "action_item", meetings.act(desk, meeting_id, section, inp)
            if kind == "directive":
                issued = agenda.add_directive(
                    desk, meeting_id, read(DirectiveIn, {"title": text}, today=today)
                )
                return self._item_key(lambda item: item.directive_id == issued)
            if kind == "answer":
                meetings.answer(desk, meeting_id, text)
                return self._item_key(lambda item: item.kind is ItemKind.ANSWER)
            told = read(OutcomeIn, {"section": section, "kind": kind, "text": text}, today=today)
            return "outcome", meetings.put_down(desk, meeting_id, told)

        return job

    def _item_key(self, wanted: Callable[[AgendaItemLine], bool]) -> tuple[str, int]:
        with self._screen.desk.books.reading() as reader:
            parts = meetings_reading.parts(reader, self._screen.meeting_id)
        return "item", next(item.id for part in parts for item in part.items if wanted(item))

    def _edit_job(self, line: Editable, text: str, directory: Directory) -> Callable[[], object]:
        """Reword a line as it was when the typing began: changed since, it is refused."""
        desk = self._screen.desk
        today = desk.books.clock.today()

        def job() -> object:
            from teamops.models.inputs.meetings import AgendaItemIn
            from teamops.services import action_items, agenda, meetings

            if isinstance(line, OutcomeLine):
                return meetings.reword(desk, line.id, text)
            if isinstance(line, ActionLine):
                with desk.books.reading() as reader:
                    others = reading.co_owner_ids(reader, line.id)
                kept = {"co_owner_ids": others, "priority": line.priority}  # the line does not speak of them
                wanted = _action_in(text, directory, line.owner_id, today).model_copy(update=kept)
                return action_items.reword(desk, line.id, wanted, line.version)
            in_body = _in_body(line)
            inp = AgendaItemIn(
                section=line.section,
                kind=line.kind,
                title=line.title if in_body else text,
                body=text if in_body else line.body,
                presenter_id=line.presenter_id,
                recurs=line.recurs,
            )
            return agenda.change(desk, line.id, inp, line.version)

        return job


def _in_body(line: AgendaItemLine) -> bool:
    """Whether what is said of an item in the meeting is its body: what came of it, or all there is."""
    return line.kind is ItemKind.REVIEW or not line.title


def _one_line(line: Editable, directory: Directory) -> str:
    """What is reworded, in one line; an owner whose name has a space goes by number."""
    if isinstance(line, ActionLine):
        due = f" {line.due.isoformat()}" if line.due else ""
        numbers = (person.number for person in directory.people if person.id == line.owner_id)
        owner = next(numbers, line.owner) if " " in line.owner else line.owner
        return f"@{owner}{due} {line.text}"
    if isinstance(line, OutcomeLine):
        return line.text.replace("\n", " ")
    return (line.body if _in_body(line) else line.title).replace("\n", " ")


def _action_in(text: str, directory: Directory, host_id: int, today: date) -> ActionIn:
    from teamops.models.inputs.action_items import ActionIn
    from teamops.models.inputs.base import read

    item = one_line_item(text, today)
    if item.no_day:
        raise NotADate(item.no_day)
    owner = directory.sure(item.owner).id if item.owner is not None else host_id
    return read(ActionIn, {"text": item.text, "owner_id": owner, "due": item.due}, today=today)
