"""The map as it would be with the AI: derived, never drawn by hand."""

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

from pilotmap.analysis.derivation import Derivation, Derived
from pilotmap.analysis.wording import quoted
from pilotmap.language import in_figures, later, tr, trn
from pilotmap.model.errors import PilotMapError
from pilotmap.model.invariants import MOST_FLOWS, MOST_LANES, MOST_STEPS
from pilotmap.model.map import PilotMap
from pilotmap.model.pilot import Mode

Tag = Literal["kept", "changed", "new"]


_WRONG_KINDS: Final = {
    "start": later("{step} is a start, and an AI takes over a step or a decision"),
    "end": later("{step} is an end, and an AI takes over a step or a decision"),
    "wait": later("{step} is a wait, and an AI takes over a step or a decision"),
    "parallel": later("{step} is a parallel, and an AI takes over a step or a decision"),
}


class NoPictureWithAi(PilotMapError):
    """The map does not say enough for its picture with AI."""


class WithAi(NamedTuple):
    """The derived map, and for each of its lanes, steps and flows how it compares with today."""

    map: PilotMap
    tags: Mapping[str, Tag]


def with_ai(m: PilotMap, mode: Mode | None = None) -> WithAi:
    """The map with the AI at work in a mode, by default the chosen one.

    Follows the derivation of `analysis.md` point by point. Pins are dropped, because places
    chosen in today's picture have no meaning in this one, and so are sign-offs, which were given
    for today's. Raises NoPictureWithAi with the reason where the map does not say enough.
    What is new has its name in the language spoken.
    """
    parts = derive(m, mode)
    _refuse_too_large(parts)
    derived = m.replace(
        lanes=parts.lanes,
        steps=tuple(step.replace(pin=None) if step.pin else step for step in parts.steps),
        flows=parts.flows,
        pilot=parts.pilot,
        notes=(*m.notes, *parts.assumed),
        signoffs=(),
    )
    return WithAi(derived, _tags(m, parts))


def derive(m: PilotMap, mode: Mode | None = None) -> Derived:
    """The parts of the map with AI, not yet one map, which is all that figures need.

    Raises NoPictureWithAi.
    """
    reason = why_not_with_ai(m, mode)
    mode = mode or m.pilot.mode
    if reason is not None or mode is None or m.pilot.step is None:
        raise NoPictureWithAi(reason or "")
    return Derivation(m, m.step_by_id[m.pilot.step], mode).parts()


def why_not_with_ai(m: PilotMap, mode: Mode | None = None) -> str | None:
    """Why there is no picture with AI yet, as a sentence for the user, or None."""
    if m.pilot.step is None:
        return tr("No step is marked for the AI yet")
    step = m.step_by_id[m.pilot.step]
    if step.kind not in ("step", "decision"):
        return tr(_WRONG_KINDS[step.kind], step=quoted(step.name))
    if (mode or m.pilot.mode) is None:
        return tr("How people and the AI work together is not chosen yet")
    ways = len(m.flows_out(step.id))
    name = quoted(step.name)
    if step.kind == "step" and ways == 0:
        return tr(
            "The AI step {step} leads nowhere yet, and it needs exactly one way out", step=name
        )
    if step.kind == "step" and ways > 1:
        return trn(
            "The AI step {step} has {number} way out, and it needs exactly one",
            "The AI step {step} has {number} ways out, and it needs exactly one",
            ways,
            step=name,
        )
    return None


def _refuse_too_large(parts: Derived) -> None:
    for found, most, words in (
        (parts.lanes, MOST_LANES, later("With AI the map would have over {most} lanes: divide it")),
        (parts.steps, MOST_STEPS, later("With AI the map would have over {most} steps: divide it")),
        (parts.flows, MOST_FLOWS, later("With AI the map would have over {most} flows: divide it")),
    ):
        if len(found) > most:
            raise NoPictureWithAi(tr(words, most=in_figures(f"{most:,}")))


def _tags(m: PilotMap, parts: Derived) -> dict[str, Tag]:
    pairs: tuple[tuple[Mapping[str, object], Mapping[str, object]], ...] = (
        (m.lane_by_id, {lane.id: lane for lane in parts.lanes}),
        (m.step_by_id, {step.id: step for step in parts.steps}),
        (m.flow_by_id, {flow.id: flow for flow in parts.flows}),
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
