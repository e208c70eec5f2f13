"""The one table of actions: menus, keys, the palette and the page of shortcuts come from it."""

from typing import Final

from pilotmap.ui import clipboard, commands
from pilotmap.ui.action import Action, always, on_canvas, part_action, theme_action
from pilotmap.ui.canvas.canvas import Canvas
from pilotmap.ui.theme import THEME_WORDS
from pilotmap.ui.workbench import Workbench


def _has_with_ai(bench: Workbench) -> bool:
    # asked after every key stroke, so it must not derive anything
    pilot = bench.session.map.pilot
    chosen = pilot.step is not None and pilot.mode is not None
    return chosen or bench.session.view == "with-ai"


def _has_branches(canvas: Canvas) -> bool:
    step = canvas.session.map.step_by_id.get(canvas.session.selection or "")
    return step is not None and step.kind in ("decision", "parallel")


def _has_pins(canvas: Canvas) -> bool:
    return any(step.pin is not None for step in canvas.session.map.steps)


def _has_pin(canvas: Canvas) -> bool:
    step = canvas.session.map.step_by_id.get(canvas.session.selection or "")
    return step is not None and step.pin is not None


def _switch_view(bench: Workbench) -> None:
    bench.session.set_view("today" if bench.session.view == "with-ai" else "with-ai")


_FILE: Final = (
    Action("new", "File", 1, "New map", ("Ctrl+N",), lambda b: b.files.new(), always),
    Action("open", "File", 1, "Open …", ("Ctrl+O",), lambda b: b.files.ask_and_open(), always),
    Action("save", "File", 2, "Save", ("Ctrl+S",), lambda b: b.files.save(), always),
    Action(
        "save-as", "File", 2, "Save as …", ("Ctrl+Shift+S",), lambda b: b.files.save_as(), always
    ),
    Action(
        "export-pdf",
        "File",
        3,
        "Export PDF …",
        ("Ctrl+E",),
        lambda b: b.files.export(".pdf"),
        always,
    ),
    Action(
        "export-picture",
        "File",
        3,
        "Export picture or text …",
        ("Ctrl+Shift+E",),
        lambda b: b.files.export(".svg"),
        always,
    ),
    Action("quit", "File", 4, "Close", ("Ctrl+Q",), lambda b: b.sheets.quit(), always),
)

_EDIT: Final = (
    Action(
        "undo",
        "Edit",
        1,
        "Undo",
        ("Ctrl+Z",),
        lambda b: b.session.undo(),
        lambda b: b.session.history.undo_label is not None,
    ),
    Action(
        "redo",
        "Edit",
        1,
        "Redo",
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        lambda b: b.session.redo(),
        lambda b: b.session.history.redo_label is not None,
    ),
    on_canvas("rename", "Edit", 2, "Edit the name", ("Return", "Enter", "F2"), commands.edit_name),
    on_canvas(
        "name-next",
        "Edit",
        2,
        "Next thing without a name",
        ("Ctrl+Return", "Ctrl+Enter"),
        commands.name_next,
    ),
    on_canvas(
        "copy-text",
        "Edit",
        3,
        "Copy the map as text",
        ("Ctrl+C",),
        clipboard.copy_outline,
        clipboard.holds_steps,
    ),
    on_canvas("paste-text", "Edit", 3, "Paste steps", ("Ctrl+V",), clipboard.paste_outline),
    on_canvas(
        "duplicate", "Edit", 3, "Duplicate", ("Ctrl+D",), commands.duplicate, commands.has_step
    ),
    on_canvas(
        "delete",
        "Edit",
        3,
        "Delete",
        ("Delete", "Backspace"),
        commands.delete,
        commands.has_selection,
    ),
    Action("find", "Edit", 4, "Find", ("Ctrl+F",), lambda b: b.sheets.show_find(), always),
    Action(
        "palette",
        "Edit",
        4,
        "Commands",
        ("Ctrl+K",),
        lambda b: b.sheets.show_palette(),
        always,
    ),
)

_HAS_STEP, _HAS_LANE = commands.has_step, commands.has_lane
_MAP: Final = (
    Action("capture", "Map", 1, "Type steps", ("/",), lambda b: b.capture.open(), always, "canvas"),
    on_canvas("append", "Map", 1, "Add a step after", ("Ctrl+Right",), commands.append),
    on_canvas("branch", "Map", 1, "Add a branch", ("Ctrl+Down",), commands.branch, _has_branches),
    on_canvas("insert", "Map", 1, "Insert on the flow", ("I",), commands.insert, commands.has_flow),
    on_canvas("decision", "Map", 2, "Add a decision", ("D",), commands.append_decision),
    on_canvas("parallel", "Map", 2, "Add parallel work", ("P",), commands.append_parallel),
    on_canvas("wait", "Map", 2, "Add a wait", ("W",), commands.append_wait),
    on_canvas("end", "Map", 2, "Add an end", ("E",), commands.append_end),
    on_canvas("mark-ai", "Map", 3, "Mark the AI step", ("A",), commands.mark_ai, _HAS_STEP),
    on_canvas("systems", "Map", 3, "Systems touched", ("S",), commands.systems, _HAS_STEP),
    on_canvas(
        "note",
        "Map",
        3,
        "Add a note",
        ("N",),
        commands.note,
        lambda c: commands.has_step(c) or commands.has_flow(c),
    ),
    on_canvas(
        "lane-above", "Map", 4, "To the lane above", ("Alt+Up",), commands.to_lane_above, _HAS_STEP
    ),
    on_canvas(
        "lane-below",
        "Map",
        4,
        "To the lane below",
        ("Alt+Down",),
        commands.to_lane_below,
        _HAS_STEP,
    ),
    on_canvas(
        "slot-left", "Map", 5, "One slot left", ("Shift+Left",), commands.slot_left, _HAS_STEP
    ),
    on_canvas(
        "slot-right", "Map", 5, "One slot right", ("Shift+Right",), commands.slot_right, _HAS_STEP
    ),
    on_canvas("slot-up", "Map", 5, "One slot up", ("Shift+Up",), commands.slot_up, _HAS_STEP),
    on_canvas(
        "slot-down", "Map", 5, "One slot down", ("Shift+Down",), commands.slot_down, _HAS_STEP
    ),
    on_canvas(
        "release", "Map", 5, "Let the step find its place", (), commands.release_slot, _has_pin
    ),
    on_canvas(
        "release-all",
        "Map",
        5,
        "Let every step find its place",
        (),
        commands.release_all_slots,
        _has_pins,
    ),
    on_canvas(
        "lane-up", "Map", 6, "Move the lane up", ("Alt+Shift+Up",), commands.lane_up, _HAS_LANE
    ),
    on_canvas(
        "lane-down",
        "Map",
        6,
        "Move the lane down",
        ("Alt+Shift+Down",),
        commands.lane_down,
        _HAS_LANE,
    ),
)

_GO: Final = (
    on_canvas("walk-left", "Go", 1, "Step to the left", ("Left",), commands.walk_left),
    on_canvas("walk-right", "Go", 1, "Step to the right", ("Right",), commands.walk_right),
    on_canvas("walk-up", "Go", 1, "Step above", ("Up",), commands.walk_up),
    on_canvas("walk-down", "Go", 1, "Step below", ("Down",), commands.walk_down),
    on_canvas("follow", "Go", 1, "Along the flow", ("Tab",), commands.follow_flow),
    on_canvas(
        "follow-back", "Go", 1, "Back along the flow", ("Shift+Tab",), commands.follow_flow_back
    ),
    on_canvas("deselect", "Go", 1, "Cancel, or select nothing", ("Esc",), commands.deselect),
    part_action(1, "Outcome"),
    part_action(2, "Process map"),
    part_action(3, "AI step"),
    part_action(4, "Working together"),
    part_action(5, "Sign-off"),
    Action(
        "next-area",
        "Go",
        3,
        "Next area of the window",
        ("F6",),
        lambda b: b.sheets.next_area(),
        always,
    ),
)

_VIEW: Final = (
    Action(
        "with-ai",
        "View",
        1,
        "With AI",
        ("Ctrl+T",),
        _switch_view,
        _has_with_ai,
        mark=lambda b: b.session.view == "with-ai",
    ),
    on_canvas("fit", "View", 2, "Show the whole map", ("Home",), commands.fit),
    Action(
        "actual-size",
        "View",
        2,
        "100 %",
        ("Ctrl+0",),
        lambda b: commands.actual_size(b.canvas),
        always,
    ),
    Action(
        "zoom-in",
        "View",
        2,
        "Larger",
        ("Ctrl++", "Ctrl+="),
        lambda b: commands.zoom_in(b.canvas),
        always,
    ),
    Action(
        "zoom-out",
        "View",
        2,
        "Smaller",
        ("Ctrl+-",),
        lambda b: commands.zoom_out(b.canvas),
        always,
    ),
    *(theme_action(choice, words) for choice, words in THEME_WORDS.items()),
)

_HELP: Final = (
    Action(
        "shortcuts",
        "Help",
        1,
        "All shortcuts",
        ("?",),
        lambda b: b.sheets.show_shortcuts(),
        always,
        "canvas",
    ),
    Action(
        "help-key",
        "Help",
        1,
        "Help with the keyboard",
        ("F1",),
        lambda b: b.sheets.show_shortcuts(),
        always,
    ),
)

ACTIONS: Final[tuple[Action, ...]] = (*_FILE, *_EDIT, *_MAP, *_GO, *_VIEW, *_HELP)
