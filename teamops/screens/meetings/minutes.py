"""Minutes as they will print: read, signed, corrected, taken away."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.widget import Widget

from teamops.i18n import _, full_day
from teamops.models.meetings import MeetingLine, MeetingState, MeetingView
from teamops.models.words import number_label
from teamops.screens.base import BaseScreen
from teamops.screens.meetings.taking import take_away
from teamops.services.desk import Reader
from teamops.services.reading import meetings
from teamops.widgets.ask import AskText, Confirm
from teamops.widgets.panel import Line, Panel, Span
from teamops.widgets.tones import Tone

if TYPE_CHECKING:
    from teamops.models.minutes import MinutesView

_TONES: dict[str, Tone] = {
    "title": "accent",
    "heading": "accent",
    "text": "plain",
    "quiet": "dim",
    "mark": "alert",
}
PAGE = 96


class Minutes(BaseScreen):
    """One meeting's minutes."""

    PLACES = ("minutes",)
    READS = frozenset(("minutes", "meetings", "branch"))
    CSS_PATH = "minutes.tcss"

    def __init__(self, meeting_id: int, taking: bool = False) -> None:
        super().__init__()
        self.meeting_id = meeting_id
        self.taking = taking
        self.v: int | None = None
        self.view: MinutesView | None = None
        self.meeting: MeetingView | None = None
        self.beside: tuple[MeetingLine | None, MeetingLine | None] = (None, None)

    def body(self) -> Iterable[Widget]:
        with VerticalScroll(id="scroll"):
            yield Panel(id="paper")

    def read(self, reader: Reader) -> MinutesView | None:
        from teamops.services.reading import minutes

        self.meeting = meetings.one(reader, self.meeting_id)
        self.beside = meetings.beside(reader, self.meeting_id)
        return minutes.view(reader, self.meeting_id, self.v)

    def show(self, data: MinutesView | None) -> None:
        self.view = data
        panel = self.query_one("#paper", Panel)
        if data is None:
            state = self.meeting.state.label if self.meeting else ""
            panel.frame.title(_("Minutes"), state)
            panel.show_lines([Line([Span(_("No minutes were drawn of this meeting."), "dim")])])
            return
        from teamops.exporting.minutes import paper
        from teamops.exporting.plain import write_plain

        width = min(PAGE, max(40, self.app.size.width - 7))
        drawn = write_plain(paper(data, made_at=self.desk.books.clock.now()), width)
        panel.show_lines([Line([Span(text, _TONES[kind])]) for text, kind in drawn])
        number = number_label(data.body.number)
        state = _("signed") if data.signed else _("not signed yet · s signs")
        version = _("version {v} of {latest}").format(v=data.v, latest=data.latest)
        panel.frame.title(f"{number} · {full_day(data.body.day)}", f"{version} · {state}")

    def begin(self) -> None:
        self.query_one("#scroll").focus()
        if self.taking:
            self.call_after_refresh(self.action_export)

    def offers(self, action_id: str) -> bool:
        view, meeting = self.view, self.meeting
        older, newer = self.beside
        match action_id:
            case "sign":
                return view is not None and not view.signed and view.v == view.latest
            case "redraw" | "reopen":
                return meeting is not None and meeting.state is MeetingState.MINUTED
            case "correct":
                return meeting is not None and meeting.state is MeetingState.SIGNED
            case "version":
                return view is not None and view.latest > 1
            case "export":
                return view is not None
            case "older":
                return older is not None
            case "newer":
                return newer is not None
            case _:
                return True

    # --- actions

    def action_sign(self) -> None:
        """Sign what is shown, after asking."""
        read = self.view.v if self.view is not None else None

        def job() -> None:
            from teamops.services import minutes

            minutes.sign(self.desk, self.meeting_id, v=read)

        def answered(sure: bool | None) -> None:
            if sure:
                self.do(job, lambda _none: self.host.say(_("Signed.")))

        name = self.desk.actor.name
        question = _(
            "Sign these minutes as {name}? Afterwards only a numbered correction changes them."
        ).format(name=name)
        self.app.push_screen(Confirm(question, yes=_("sign"), no=_("not yet")), answered)

    def action_redraw(self) -> None:
        """Draw again."""
        before = self.view.latest if self.view else 0

        def job() -> int:
            from teamops.services import minutes

            return minutes.redraw(self.desk, self.meeting_id)

        def drawn(v: int) -> None:
            self.v = None
            said = (
                _("Version {v} was drawn.").format(v=v)
                if v > before
                else _("The records say the same; nothing was drawn.")
            )
            self.host.say(said)
            self.refresh_data()

        self.do(job, drawn)

    def action_correct(self) -> None:
        """A numbered correction."""
        from teamops.screens.meetings.forms import correction_form

        def saved(v: int) -> None:
            self.v = None
            self.host.say(_("Version {v} holds the correction; it waits to be signed.").format(v=v))
            self.refresh_data()

        correction_form(self.host, self.meeting_id, saved)

    def action_reopen(self) -> None:
        """Take the meeting up again."""

        def check(reason: str) -> str:
            from teamops.services import meetings as service

            service.reopen(self.desk, self.meeting_id, reason)
            return reason

        def answered(reason: str | None) -> None:
            if reason is not None:
                host = self.host
                self.dismiss()
                host.open_screen("meeting", self.meeting_id)

        self.app.push_screen(AskText(_("Take the meeting up again. Why?"), check), answered)

    def action_version(self) -> None:
        """The version before, round to the newest."""
        if self.view is not None:
            self.v = self.view.v - 1 or None
            self.refresh_data()

    def action_older(self) -> None:
        """The meeting before."""
        self._go(self.beside[0])

    def action_newer(self) -> None:
        """The meeting after."""
        self._go(self.beside[1])

    def _go(self, to: MeetingLine | None) -> None:
        if to is not None:
            self.meeting_id, self.v = to.id, None
            self.query_one("#scroll").scroll_home(animate=False)
            self.refresh_data()

    def action_export(self) -> None:
        """Write the minutes to a file."""
        if self.view is not None:
            take_away(self.host, self.view)

    def action_history(self) -> None:
        """Who did what to this meeting."""
        if self.meeting is not None:
            title = number_label(self.meeting.number) or full_day(self.meeting.day)
            self.host.open_screen("history", title, "meeting", self.meeting_id)
