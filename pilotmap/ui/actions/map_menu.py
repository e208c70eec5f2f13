"""What the Map menu does: everything that makes and moves steps and lanes."""

from typing import Final

from pilotmap.language import later
from pilotmap.ui import commands
from pilotmap.ui.action import Action, always, on_canvas
from pilotmap.ui.canvas.canvas import Canvas


def _has_branches(canvas: Canvas) -> bool:
    step = canvas.session.map.step_by_id.get(canvas.session.selection or "")
    return step is not None and step.kind in ("decision", "parallel")


def _has_pins(canvas: Canvas) -> bool:
    return any(step.pin is not None for step in canvas.session.map.steps)


def _has_pin(canvas: Canvas) -> bool:
    step = canvas.session.map.step_by_id.get(canvas.session.selection or "")
    return step is not None and step.pin is not None


_HAS_STEP, _HAS_LANE = commands.has_step, commands.has_lane

ACTIONS: Final = (
    Action(
        "capture",
        "Map",
        1,
        later("Type steps"),
        ("/",),
        lambda b: b.capture.open(),
        always,
        "canvas",
    ),
    on_canvas("append", "Map", 1, later("Add a step after"), ("Ctrl+Right",), commands.append),
    on_canvas(
        "branch", "Map", 1, later("Add a branch"), ("Ctrl+Down",), commands.branch, _has_branches
    ),
    on_canvas(
        "insert", "Map", 1, later("Insert on the flow"), ("I",), commands.insert, commands.has_flow
    ),
    on_canvas("decision", "Map", 2, later("Add a decision"), ("D",), commands.append_decision),
    on_canvas("parallel", "Map", 2, later("Add parallel work"), ("P",), commands.append_parallel),
    on_canvas("wait", "Map", 2, later("Add a wait"), ("W",), commands.append_wait),
    on_canvas("end", "Map", 2, later("Add an end"), ("E",), commands.append_end),
    on_canvas("mark-ai", "Map", 3, later("Mark the AI step"), ("A",), commands.mark_ai, _HAS_STEP),
    on_canvas("systems", "Map", 3, later("Systems touched"), ("S",), commands.systems, _HAS_STEP),
    on_canvas(
        "note",
        "Map",
        3,
        later("Add a note"),
        ("N",),
        commands.note,
        lambda c: commands.has_step(c) or commands.has_flow(c),
    ),
    on_canvas(
        "lane-above",
        "Map",
        4,
        later("To the lane above"),
        ("Alt+Up",),
        commands.to_lane_above,
        _HAS_STEP,
    ),
    on_canvas(
        "lane-below",
        "Map",
        4,
        later("To the lane below"),
        ("Alt+Down",),
        commands.to_lane_below,
        _HAS_STEP,
    ),
    on_canvas(
        "slot-left",
        "Map",
        5,
        later("One slot left"),
        ("Shift+Left",),
        commands.slot_left,
        _HAS_STEP,
    ),
    on_canvas(
        "slot-right",
        "Map",
        5,
        later("One slot right"),
        ("Shift+Right",),
        commands.slot_right,
        _HAS_STEP,
    ),
    on_canvas(
        "slot-up", "Map", 5, later("One slot up"), ("Shift+Up",), commands.slot_up, _HAS_STEP
    ),
    on_canvas(
        "slot-down",
        "Map",
        5,
        later("One slot down"),
        ("Shift+Down",),
        commands.slot_down,
        _HAS_STEP,
    ),
    on_canvas(
        "release",
        "Map",
        5,
        later("Let the step find its place"),
        (),
        commands.release_slot,
        _has_pin,
    ),
    on_canvas(
        "release-all",
        "Map",
        5,
        later("Let every step find its place"),
        (),
        commands.release_all_slots,
        _has_pins,
    ),
    on_canvas(
        "lane-up",
        "Map",
        6,
        later("Move the lane up"),
        ("Alt+Shift+Up",),
        commands.lane_up,
        _HAS_LANE,
    ),
    on_canvas(
        "lane-down",
        "Map",
        6,
        later("Move the lane down"),
        ("Alt+Shift+Down",),
        commands.lane_down,
        _HAS_LANE,
    ),
)
