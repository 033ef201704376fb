"""The base of every screen: keys from the catalogue, data read when it changed, and the way of an action."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, ClassVar, TypeVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

from teamops.actions import catalogue
from teamops.actions.catalogue import EVERYWHERE, Action
from teamops.errors import NotAllowed, Refusal
from teamops.i18n import _
from teamops.screens.host import Host
from teamops.services.desk import USE_CASES, Desk, Reader, Scope, allow
from teamops.widgets.keybar import KeyBar, KeyHint
from teamops.widgets.masthead import Masthead, TooSmall

T = TypeVar("T")
LEAST_WIDTH, LEAST_HEIGHT = 60, 18
WIDE = 100
"""From this width on there is room for a second column."""
TALL = 32
"""From this height on there is room for more than the list."""


def bindings(places: Iterable[str]) -> list[BindingType]:
    """The bindings of everything the catalogue offers at these places."""
    return [
        Binding(key, f"do('{action.id}')", action.label, show=False, id=f"{action.id}.{n}")
        for action in catalogue.at(places)
        for n, key in enumerate(catalogue.all_keys(action))
    ]


class BaseScreen(Screen[Any]):
    """A screen that stands at `PLACES` of the catalogue and shows what `READS` registers hold.

    Subclasses give `body` (its widgets), `read` (from the books, quickly) and `show` (into the widgets), and an
    `action_<id>` for each action of their places.
    """

    PLACES: ClassVar[tuple[str, ...]] = ()
    READS: ClassVar[frozenset[str]] = frozenset()
    MASTHEAD: ClassVar[bool] = True
    AUTO_FOCUS: ClassVar[str | None] = None

    DEFAULT_CSS = """
    BaseScreen {
        layout: vertical;
        background: $background;
        layers: default above;
        overflow: hidden;
        &.-small > TooSmall { display: block; }
    }
    """

    def __init_subclass__(cls, **kwargs: Any) -> None:
        cls.BINDINGS = bindings((EVERYWHERE, *cls.PLACES))
        super().__init_subclass__(**kwargs)

    def __init__(self) -> None:
        super().__init__()
        self.stale = True
        self.shown = False
        self._over = False

    @property
    def host(self) -> Host:
        """The application."""
        return cast("Host", self.app)

    @property
    def desk(self) -> Desk:
        """Where the user works."""
        return self.host.desk

    # --- what is on the screen

    def compose(self) -> ComposeResult:
        """Masthead, body and key line; laid out for the width there is from the start."""
        self._fit(self.app.size)
        if self.MASTHEAD:
            yield Masthead(id="masthead")
        yield from self.body()
        yield KeyBar(id="keys")
        yield TooSmall(LEAST_WIDTH, LEAST_HEIGHT)

    def body(self) -> Iterable[Widget]:
        """The widgets between masthead and key line."""
        return ()

    def read(self, reader: Reader) -> Any:
        """What is to be shown, out of the books."""

    def show(self, data: Any) -> None:
        """Put what was read into the widgets."""

    def on_mount(self) -> None:
        """Read and show before the first paint; the framework calls this once for each class that defines it."""
        self.refresh_data()
        self.begin()

    def begin(self) -> None:
        """What a screen does once, when its data is shown for the first time."""

    def on_screen_resume(self) -> None:
        """Read again what changed while another screen was in front; go where there is nothing left to do."""
        if self._over:
            self.call_later(self.leave)
        elif self.stale:
            self.refresh_data()
        if self.MASTHEAD:
            self.query_one(Masthead).read_clock()

    def refresh_data(self) -> None:
        """Read and show."""
        self.stale = False
        with self.desk.books.reading() as reader:
            data = self.read(reader)
        self.show(data)
        self.shown = True
        self.show_keys()

    def changed(self, register: str, *, visible: bool) -> None:
        """A register changed (`*`: any may have): read again now, or when this screen is in front once more."""
        if register != "*" and register not in self.READS:
            return
        if visible and self.is_mounted:
            self.refresh_data()
        else:
            self.stale = True

    def on_resize(self, event: events.Resize) -> None:
        """Say so where the terminal is too small; let the style sheet know where it is wide."""
        self._fit(event.size)
        self.resized()

    def resized(self) -> None:
        """What a screen draws anew for another width."""

    def _fit(self, size: Size) -> None:
        self.set_class(size.width < LEAST_WIDTH or size.height < LEAST_HEIGHT, "-small")
        self.set_class(size.width >= WIDE, "-wide")
        self.set_class(size.height >= TALL, "-tall")

    # --- keys and actions

    def here(self) -> tuple[str, ...]:
        """The places of the catalogue this screen stands at now, beside everywhere."""
        return self.PLACES

    def actions(self) -> tuple[Action, ...]:
        """What whoever is at the desk can do here now, in the order of the key line."""
        return tuple(action for action in self._sensible() if self.refusal(action) is None)

    def _sensible(self) -> Iterable[Action]:
        return (action for action in catalogue.at((EVERYWHERE, *self.here())) if self.offers(action.id))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a key does anything now: what makes no sense here leaves its key to others."""
        if action != "do":
            return super().check_action(action, parameters)
        return any(known.id == parameters[0] for known in self._sensible())

    def offers(self, action_id: str) -> bool:
        """Whether an action makes sense as things stand; those that do not are not shown and do nothing."""
        return True

    # --- who may

    def needs(self, action: Action) -> str:
        """The use case that an action stands for here; "": none, everybody may."""
        return catalogue.use_case_of(action, self.here())

    def refusal(self, action: Action) -> Refusal | None:
        """Why whoever is at the desk may not do an action; none: they may, as far as is known so far.

        The services come in after the first paint; until then all is offered, and refused where it must be.
        """
        known = USE_CASES.get(self.needs(action))
        if known is None:
            return None
        try:
            scope = allow(self.desk.actor, known.may)
        except NotAllowed as refusal:
            return refusal
        return self.own(action.id) if scope is Scope.OWN else None

    def own(self, action_id: str) -> Refusal | None:
        """Why somebody whose right goes as far as their own records may not do this; none: it is their own."""
        return None

    def may(self, action_id: str) -> bool:
        """Whether whoever is at the desk may do an action, whether it makes sense now or not."""
        return self._refused(action_id) is None

    def declines(self, action_id: str) -> bool:
        """Whether whoever is at the desk may not do an action; they are told why."""
        refusal = self._refused(action_id)
        if refusal is not None:
            self.host.decline(refusal)
        return refusal is not None

    def _refused(self, action_id: str) -> Refusal | None:
        action = next((action for action in catalogue.at(self.here()) if action.id == action_id), None)
        return self.refusal(action) if action is not None else None

    def label_of(self, action: Action) -> str:
        """What the key line calls an action as things stand."""
        return _(action.label)

    def rights_known(self) -> None:
        """Who may do what is known now: no longer offer what may not be done."""
        self.show_keys()

    def show_keys(self) -> None:
        """Bring the key line up to date."""
        hints = [
            KeyHint(action.shown_keys[0], self.label_of(action))
            for action in self.actions()
            if action.rank < 50
        ]
        keys = self.query_one("#keys", KeyBar)
        keys.show_keys([*hints, KeyHint("^p", _("everything"))], pinned=True)

    async def action_do(self, action_id: str) -> None:
        """Do an action of the catalogue: this screen's own, else the application's; or say who may."""
        if self.declines(action_id):
            return
        name = f"action_{action_id}"
        target = next(target for target in (*self.doers(), self, self.app) if hasattr(target, name))
        result = getattr(target, name)()
        if result is not None:
            await result

    def doers(self) -> tuple[object, ...]:
        """What may have an `action_…` before this screen itself."""
        return ()

    def do(self, job: Callable[[], T], then: Callable[[T], None] | None = None) -> None:
        """Have a service do something; see `Host.do`."""
        self.host.do(job, then)

    def action_reread(self) -> None:
        """Read what is shown again."""
        self.refresh_data()

    def action_back(self) -> None:
        """Leave this screen, unless it is the ground of its section."""
        if len(self.app.screen_stack) > 1:
            self.dismiss()

    def give_way(self, then: Callable[[], object] | None = None) -> None:
        """Leave this screen, and go on; a screen with something unsaved asks first, and may stay."""
        self.leave()
        if then is not None:
            then()

    def leave(self) -> None:
        """Leave this screen when something is done: now, or once what was opened over it meanwhile is left."""
        self._over = True
        if self.app.screen is self:
            self.dismiss()
