"""Meetings: the list of them, action items, directives and the case library."""

from teamops.actions.catalogue import Action, Section
from teamops.i18n import N_

SECTION = Section(4, "meetings", N_("Meetings"), "teamops.screens.meetings.section:Meetings")
_ALL = ("meetings",)
_ITEMS = ("action_items",)
_DIRECTIVES = ("directives",)
NEEDS = {
    "meetings": {"new": "agenda.prepare"},
    "action_items": {"new": "action_items.open", "edit": "action_items.reword"},
    "directives": {"new": "directives.issue", "edit": "directives.change"},
    "cases": {"new": "cases.add", "edit": "cases.change"},
}

ACTIONS = (
    Action("next_tab", ("tab", "ctrl+right"), N_("next list"), N_("Meetings, action items, directives, case library, in turn."), ("tabs",), 30),
    Action("previous_tab", ("shift+tab", "ctrl+left"), N_("list before"), N_("The lists in turn, the other way."), ("tabs",), 70),
    Action("item_doing", ("i", "ctrl+d"), N_("in hand"), N_("Say that the item is being done."), _ITEMS, 10, needs="action_items.move"),
    Action("item_done", ("d", "f8"), N_("done"), N_("Say that the item is done; the lead checks it."), _ITEMS, 11, needs="action_items.move"),
    Action("item_check", ("c", "ctrl+k"), N_("check"), N_("Check a done item: it does not come back."), _ITEMS, 12, needs="action_items.move"),
    Action("item_drop", ("w", "delete"), N_("drop"), N_("Drop the item, saying why."), _ITEMS, 13, needs="action_items.move"),
    Action("item_reopen", ("b", "ctrl+r"), N_("not done"), N_("Put a done item back in hand."), _ITEMS, 14, needs="action_items.move"),
    Action("show_settled", ("a", "ctrl+a"), N_("all or open"), N_("Show settled items as well, or only what is open."), _ITEMS, 16),
    Action("acknowledge", ("k", "f8"), N_("acknowledge"), N_("Put down who has acknowledged the directive."), _DIRECTIVES, 10, needs="directives.acknowledge"),
    Action("withdraw", ("w", "delete"), N_("withdraw"), N_("Withdraw the directive, saying why; it keeps its number."), _DIRECTIVES, 12, needs="directives.withdraw"),
    Action("acknowledge_chosen", ("k", "f8"), N_("acknowledged"), N_("Put down that the chosen, or the one under the cursor, have acknowledged it."), ("readers",), 3, needs="directives.acknowledge"),
    Action("acknowledge_all", ("a", "ctrl+a"), N_("all"), N_("Put down that everybody who is missing has acknowledged it."), ("readers",), 4, needs="directives.acknowledge"),
)  # fmt: skip
