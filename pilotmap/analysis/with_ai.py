"""The map as it would be with the AI: derived, never drawn by hand."""

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

from pilotmap.analysis.derivation import Derivation, Derived
from pilotmap.analysis.wording import quoted
from pilotmap.language import N_, in_figures, tr, trn
from pilotmap.model.errors import PilotMapError
from pilotmap.model.invariants import MOST_FLOWS, MOST_LANES, MOST_STEPS
from pilotmap.model.map import PilotMap
from pilotmap.model.pilot import Mode

Tag = Literal["kept", "changed", "new"]


_WRONG_KINDS: Final = {
    "start": N_("{step} is a start, and an AI takes over a step or a decision"),
    "end": N_("{step} is an end, and an AI takes over a step or a decision"),
    "wait": N_("{step} is a wait, and an AI takes over a step or a decision"),
    "parallel": N_("{step} is a parallel, and an AI takes over a step or a decision"),
}


class NoPictureWithAi(PilotMapError):
    """The map does not say enough for its picture with AI."""


class WithAi(NamedTuple):
    """The derived map, and for each of its lanes, steps and flows how it compares with today."""

    map: PilotMap
    tags: Mapping[str, Tag]


def with_ai(pilot_map: PilotMap, mode: Mode | None = None) -> WithAi:
    """The map with the AI at work in a mode, by default the chosen one.

    Follows the derivation of `analysis.md` point by point. Pins are dropped, because places
    chosen in today's picture have no meaning in this one, and so are sign-offs, which were given
    for today's. Raises NoPictureWithAi with the reason where the map does not say enough.
    What is new has its name in the language spoken.
    """
    parts = derive(pilot_map, mode)
    _refuse_too_large(parts)
    derived = pilot_map.replace(
        lanes=parts.lanes,
        steps=tuple(step.replace(pin=None) if step.pin else step for step in parts.steps),
        flows=parts.flows,
        pilot=parts.pilot,
        notes=(*pilot_map.notes, *parts.assumed),
        signoffs=(),
    )
    return WithAi(derived, _tags(pilot_map, parts))


def derive(pilot_map: PilotMap, mode: Mode | None = None) -> Derived:
    """The parts of the map with AI, not yet one map, which is all that figures need.

    Raises NoPictureWithAi.
    """
    reason = why_not_with_ai(pilot_map, mode)
    mode = mode or pilot_map.pilot.mode
    if reason is not None or mode is None or pilot_map.pilot.step is None:
        raise NoPictureWithAi(reason or "")
    return Derivation(pilot_map, pilot_map.step_by_id[pilot_map.pilot.step], mode).parts()


def why_not_with_ai(pilot_map: PilotMap, mode: Mode | None = None) -> str | None:
    """Why there is no picture with AI yet, as a sentence for the user, or None."""
    if pilot_map.pilot.step is None:
        return tr("No step is marked for the AI yet")
    step = pilot_map.step_by_id[pilot_map.pilot.step]
    if step.kind not in ("step", "decision"):
        return tr(_WRONG_KINDS[step.kind], step=quoted(step.name))
    if (mode or pilot_map.pilot.mode) is None:
        return tr("How people and the AI work together is not chosen yet")
    outgoing = len(pilot_map.flows_out(step.id))
    name = quoted(step.name)
    if step.kind == "step" and outgoing == 0:
        return tr(
            "The AI step {step} leads nowhere yet, and it needs exactly one way out", step=name
        )
    if step.kind == "step" and outgoing > 1:
        return trn(
            "The AI step {step} has {number} way out, and it needs exactly one",
            "The AI step {step} has {number} ways out, and it needs exactly one",
            outgoing,
            step=name,
        )
    return None


def _refuse_too_large(parts: Derived) -> None:
    for found, most, words in (
        (parts.lanes, MOST_LANES, N_("With AI the map would have over {most} lanes: divide it")),
        (parts.steps, MOST_STEPS, N_("With AI the map would have over {most} steps: divide it")),
        (parts.flows, MOST_FLOWS, N_("With AI the map would have over {most} flows: divide it")),
    ):
        if len(found) > most:
            raise NoPictureWithAi(tr(words, most=in_figures(f"{most:,}")))


def _tags(pilot_map: PilotMap, parts: Derived) -> dict[str, Tag]:
    pairs: tuple[tuple[Mapping[str, object], Mapping[str, object]], ...] = (
        (pilot_map.lane_by_id, {lane.id: lane for lane in parts.lanes}),
        (pilot_map.step_by_id, {step.id: step for step in parts.steps}),
        (pilot_map.flow_by_id, {flow.id: flow for flow in parts.flows}),
    )
    return {
        part_id: _tag(before.get(part_id), part)
        for before, now in pairs
        for part_id, part in now.items()
    }


def _tag(before: object, now: object) -> Tag:
    if before is None:
        return "new"
    return "kept" if before is now else "changed"
