"""What the choices of several forms offer."""

from collections.abc import Callable, Sequence
from typing import Final

from pilotmap.language import N_, tr
from pilotmap.model.map import PilotMap

CHOOSE_WHO: Final = N_("Choose who")
BASES: Final = (
    ("measured", N_("Measured")),
    ("estimated", N_("Estimated")),
    ("guessed", N_("Guessed")),
)
BASIS_WORDS: Final = {
    "measured": N_("measured"),
    "estimated": N_("estimated"),
    "guessed": N_("guessed"),
}
NOT_SAID: Final = N_("Not said")


def spoken(options: Sequence[tuple[object, str]]) -> Sequence[tuple[object, str]]:
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


def others(
    all_of: Callable[[PilotMap], Sequence[tuple[object, str]]], besides: str, pilot_map: PilotMap
) -> Sequence[tuple[object, str]]:
    """The options without one of them."""
    return [option for option in all_of(pilot_map) if option[0] != besides]
