"""The inside of a form: labels, what is typed beside them, and below each a line that says what it means."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple, TypeAlias, Union

from rich.segment import Segment
from textual import events
from textual.geometry import NULL_OFFSET, Region, Size, Spacing
from textual.layout import Layout, WidgetPlacement
from textual.strip import Strip
from textual.widget import Widget

from teamops.errors import MissingText, Refusal
from teamops.i18n import _, language
from teamops.text import cell_width, fit, show, wrap
from teamops.widgets.choice import ChoiceEntry
from teamops.widgets.complete import DropDown, NameEntry
from teamops.widgets.entry import LineEntry, dropped_text
from teamops.widgets.fields import (
    BodyField,
    ChoiceField,
    DateField,
    Field,
    NameField,
    NamesField,
    NumberField,
    TimeField,
)
from teamops.widgets.tones import TONE_CLASSES, Mark, Palette, Tone, tone_css

if TYPE_CHECKING:
    from teamops.widgets.body_entry import BodyEntry

Entry: TypeAlias = Union[LineEntry, "BodyEntry", ChoiceEntry]

_AIR: Final = 2
_SHORT: Final = 24  # cells that a day or a number and the longest unit take
_PAIRED: Final = 75  # cells from which on two short fields share a row: those of a terminal 80 wide


class Cell:
    """One field of a form with what is typed into it, and why it was refused."""

    def __init__(self, field: Field, drop: DropDown) -> None:
        self.field = field
        self.entry = _entry(field, drop)
        self.refused = ""
        self._read: tuple[object, ...] = ()
        self._said = Mark("")

    @property
    def rows(self) -> int:
        """The rows of what is typed."""
        return self.field.rows if isinstance(self.field, BodyField) else 1

    @property
    def label(self) -> str:
        """The label as it is shown, with a * where the field must be filled in."""
        label = show(_(self.field.label))
        return f"{label} *" if label and self.field.required else label

    def says(self, today: Callable[[], date]) -> Mark:
        """What stands below the field."""
        if self.refused:
            return Mark(show(self.refused), "alert")
        read = self.entry.raw, self.entry.dropped, today(), language()
        if read != self._read:
            self._read = read
            said = [self._means(self.entry.raw, today), dropped_text(self.entry.dropped)]
            self._said = Mark(show(" · ".join(filter(None, said))), "dim")
        return self._said

    def _means(self, raw: str, today: Callable[[], date]) -> str:
        try:
            return self.field.check(raw, today) or ("" if raw else _(self.field.hint))
        except MissingText:
            return _(self.field.hint)
        except Refusal as refusal:
            return str(refusal)


def _entry(field: Field, drop: DropDown) -> Entry:
    match field:
        case BodyField():
            from teamops.widgets.body_entry import BodyEntry  # brings the text area in

            return BodyEntry()
        case ChoiceField():
            return ChoiceEntry(field, drop)
        case NameField() | NamesField():
            return NameEntry(drop, several=isinstance(field, NamesField))
        case _:
            return LineEntry()


class _Place(NamedTuple):
    """Where a cell stands, from the top left: its label, its entry, and where the room below that ends."""

    cell: Cell
    label_x: int
    label_width: int
    x: int
    y: int
    width: int
    end: int


class _Ink(NamedTuple):
    x: int
    text: str
    tone: Tone


class _Plan(NamedTuple):
    """A page of one width: where everything stands, and what is drawn on which row."""

    width: int
    places: dict[Widget, tuple[_Place, int]]
    ink: dict[int, list[_Ink]]
    height: int


class OwnLayout(Layout):
    """Lays the children of one widget out where that widget itself says."""

    name = "own"

    def __init__(self, place: Callable[[Sequence[Widget], Size], Iterable[WidgetPlacement]]) -> None:
        self._place = place

    def arrange(
        self,
        parent: Widget,
        children: list[Widget],
        size: Size,
        greedy: bool = True,  # noqa: FBT001, FBT002 - the framework's own
    ) -> list[WidgetPlacement]:
        """The children and where they stand."""
        return list(self._place(children, size))


class FormPage(Widget):
    """Draws labels and lines itself and lays the entries among them; scrolls where it is not high enough."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = set(TONE_CLASSES)
    DEFAULT_CSS = (
        tone_css("FormPage")
        + """
    FormPage {
        height: auto;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-background: $surface;
        scrollbar-background-hover: $surface;
        scrollbar-color: $primary 40%;
    }
    """
    )

    def __init__(self, cells: Sequence[Cell], drop: DropDown, today: Callable[[], date]) -> None:
        super().__init__(*(cell.entry for cell in cells), drop)
        self._layout = OwnLayout(self._placed)
        self.cells = tuple(cells)
        self._text, self._today = "", today
        self._drop = drop
        self._palette = Palette(self)
        self._plan: _Plan | None = None

    def open(self, text: str, today: Callable[[], date]) -> None:
        """Show from the top `text`, and below it what was put in, as it is read on `today`."""
        self._text, self._today = show(text, lines=True), today
        self.scroll_to(0, 0, animate=False, force=True, immediate=True)
        self.changed()

    def unreadable(self) -> dict[str, str]:
        """Why fields cannot be read as they are, by their names."""
        refused = {}
        for cell in self.cells:
            try:
                cell.field.check(cell.entry.raw, self._today)
            except Refusal as refusal:
                refused[cell.field.name] = str(refusal)
        return refused

    # --- where everything stands ----------------------------------------------------------------------------

    @property
    def layout(self) -> Layout:
        """Entries stand where the labels leave them room."""
        return self._layout

    def needed(self, width: int) -> int:
        """The rows it takes to be seen whole."""
        return self._planned(width).height

    def changed(self) -> None:
        """Draw anew what stands below the fields: something was typed, refused or put in."""
        before, self._plan = self._plan, None
        if before is not None and self.is_attached:
            after = self._planned(before.width)
            if after.height != before.height:
                self.refresh()
                self._drop.refresh(layout=True)  # a child's wish has its parent arranged anew
            elif rows := [y for y in {*before.ink, *after.ink} if before.ink.get(y) != after.ink.get(y)]:
                top = round(self.scroll_y)
                self.refresh(*(Region(0, y - top, before.width, 1) for y in rows))

    def _placed(self, children: Sequence[Widget], size: Size) -> Iterator[WidgetPlacement]:
        """The entries, and the open list over what is below its own."""
        plan = self._planned(size.width)
        for child in children:
            if child is self._drop:
                if self._drop.owner is not None:
                    region = self._drop_region(plan.places[self._drop.owner][0], plan.width)
                    yield WidgetPlacement(region, NULL_OFFSET, Spacing(), child, 1, overlay=True)
            else:
                place, height = plan.places[child]
                region = Region(place.x, place.y, place.width, place.cell.rows)
                below = Spacing(0, 0, height - place.cell.rows, 0)
                yield WidgetPlacement(region, NULL_OFFSET, below, child)

    def _drop_region(self, place: _Place, room: int) -> Region:
        """Below the entry that owns the list; above it where the screen ends too soon."""
        width, height = self._drop.wanted
        width = min(max(width, min(place.width, _SHORT)), room - place.x)
        top = self.region.y - round(self.scroll_y)
        y = place.y + place.cell.rows
        if top + y + height > self.screen.size.height:
            y = place.y - height
        return Region(place.x, y, width, height)

    def _planned(self, width: int) -> _Plan:
        if self._plan is None or self._plan.width != width:
            self._plan = _Planner(self.cells, width, self._today).plan(self._text)
        return self._plan

    def reveal(self, entry: Widget) -> None:
        """Scroll so that all of an entry's field is seen."""
        place, height = self._planned(self.scrollable_content_region.width).places[entry]
        self.scroll_to_region(Region(0, place.y, 1, height), animate=False, force=True, immediate=True)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Mark the label of what has the focus."""
        self.changed()
        self.reveal(event.widget)

    def on_resize(self) -> None:
        """Keep what has the focus in sight."""
        for cell in self.cells:
            if cell.entry.has_focus:
                self.reveal(cell.entry)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Draw what came into sight."""
        super().watch_scroll_y(old_value, new_value)
        self.refresh()

    # --- what is drawn --------------------------------------------------------------------------------------

    def notify_style_update(self) -> None:
        """Draw anew: the theme changed."""
        super().notify_style_update()
        self._palette.forget()

    def render_line(self, y: int) -> Strip:
        """The labels and lines of one row."""
        width, plain = self.size.width, self._palette["plain"]
        plan = self._planned(width)
        segments: list[Segment] = []
        x = 0
        for ink in sorted(plan.ink.get(y + round(self.scroll_y), ())):
            segments += Segment(" " * (ink.x - x), plain), Segment(ink.text, self._palette[ink.tone])
            x = ink.x + cell_width(ink.text)
        return Strip(segments, x).adjust_cell_length(width, plain)


class _Planner:
    """Lays a form's cells out in a width."""

    def __init__(self, cells: Sequence[Cell], width: int, today: Callable[[], date]) -> None:
        self._rows = list(_rows(cells, paired=width >= _PAIRED))
        self._width = width
        self._today = today
        self._ink: dict[int, list[_Ink]] = {}

    def plan(self, text: str) -> _Plan:
        """Everything below `text`."""
        left = _column((row[0] for row in self._rows), self._width)
        right = _column((row[1] for row in self._rows if len(row) > 1), self._width // 2)
        half = (self._width - _AIR) // 2
        places: dict[Widget, tuple[_Place, int]] = {}
        y = 1
        if text:
            for line in wrap(text, max(1, self._width)):
                self._draw(0, y, line, "plain")
                y += 1
            y += 1
        for row in self._rows:
            paired = len(row) > 1
            spots = [_spot(row[0], 0, y, left, half if paired else self._width)]
            if paired:
                spots.append(_spot(row[1], half + _AIR, y, right, self._width))
            height = row[0].rows + self._below(spots)
            for place in spots:
                places[place.cell.entry] = place, height
                self._label(place)
            y += height
        return _Plan(self._width, places, self._ink, y)

    def _label(self, place: _Place) -> None:
        cell = place.cell
        tone: Tone = "alert" if cell.refused else "accent" if cell.entry.has_focus else "dim"
        self._draw(place.label_x, place.y, fit(cell.label, place.label_width).rstrip(), tone)

    def _below(self, spots: Sequence[_Place]) -> int:
        """Write what is said below the fields of a row, and give the number of rows that takes."""
        said = [place.cell.says(self._today) for place in spots]
        rooms = [(place.x, place.end) for place in spots]
        if len(spots) > 1:
            if not said[1].text:
                rooms[0] = rooms[0][0], self._width
            elif not said[0].text:
                rooms[1] = (
                    max(rooms[0][0], min(rooms[1][0], self._width - cell_width(said[1].text))),
                    self._width,
                )
        rows = 1
        for place, mark, (start, end) in zip(spots, said, rooms, strict=True):
            whole = place.cell.refused
            lines = wrap(mark.text, max(1, end - start)) if whole else [fit(mark.text, end - start).rstrip()]
            for number, line in enumerate(lines):
                self._draw(start, place.y + place.cell.rows + number, line, mark.tone)
            rows = max(rows, len(lines))
        return rows

    def _draw(self, x: int, y: int, text: str, tone: Tone) -> None:
        if text:
            self._ink.setdefault(y, []).append(_Ink(x, text, tone))


def _rows(cells: Sequence[Cell], *, paired: bool) -> Iterator[tuple[Cell, ...]]:
    waiting: Cell | None = None
    for cell in cells:
        if not (paired and cell.field.half and cell.rows == 1):
            if waiting is not None:
                yield (waiting,)
            waiting = None
            yield (cell,)
        elif waiting is None:
            waiting = cell
        else:
            yield waiting, cell
            waiting = None
    if waiting is not None:
        yield (waiting,)


def _column(cells: Iterator[Cell], width: int) -> int:
    """The cells that the widest label takes, of at most two fifths of the width."""
    return min(max((cell_width(cell.label) for cell in cells), default=0), width * 2 // 5)


def _spot(cell: Cell, start: int, y: int, labels: int, end: int) -> _Place:
    x = start + (labels + _AIR if labels else 0)
    width = max(1, end - x)
    if isinstance(cell.field, DateField | TimeField | NumberField):
        width = min(width, _SHORT)
    return _Place(cell, start, labels, x, y, width, end)
