"""What the choices of several forms offer."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from pilotmap.language import tr
from pilotmap.model.map import PilotMap

Options = Callable[[PilotMap], Sequence[tuple[object, str]]]


def spoken(options: Iterable[tuple[object, str]]) -> Sequence[tuple[object, str]]:
    """The options of a table, said in the language spoken."""
    return [(value, tr(words)) for value, words in options]


def lanes(pilot_map: PilotMap) -> Sequence[tuple[object, str]]:
    """Every lane by id."""
    return [(lane.id, lane.name or tr("Lane without a name")) for lane in pilot_map.lanes]


def systems(pilot_map: PilotMap) -> Sequence[tuple[object, str]]:
    """Every system by id."""
    return [(system.id, system.name) for system in pilot_map.systems]


def ai_steps(pilot_map: PilotMap) -> Sequence[tuple[object, str]]:
    """The steps that an AI could take over."""
    from_kinds = [step for step in pilot_map.steps if step.kind in ("step", "decision")]
    outside = {lane.id for lane in pilot_map.lanes if lane.kind == "outside"}
    chosen = pilot_map.pilot.step
    return [
        (step.id, step.name or tr("Step without a name"))
        for step in from_kinds
        if step.lane not in outside or step.id == chosen
    ]


def all_steps(pilot_map: PilotMap) -> Sequence[tuple[object, str]]:
    """Every step by id."""
    return [(step.id, step.name or tr("Step without a name")) for step in pilot_map.steps]


OPTIONS: Final[Mapping[str, Options]] = {
    "lane": lanes,
    "lanes": lanes,
    "step": all_steps,
    "system": systems,
    "systems": systems,
}
"""What a field offers that names elements of the map, by what it holds."""
