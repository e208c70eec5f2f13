"""How a step that a line would make is told: its lane, its systems, its times."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from pilotmap.capture.attributes import AI, Attributes
from pilotmap.capture.parts import Part, set_in
from pilotmap.language import N_, tr
from pilotmap.model.map import PilotMap
from pilotmap.model.names import look_alike
from pilotmap.model.process import Step, StepKind
from pilotmap.model.quantity import number_text

ADDS: Final[dict[StepKind, str]] = {
    "start": N_("adds the start in {lane}"),
    "step": N_("adds a step in {lane}"),
    "decision": N_("adds a decision in {lane}"),
    "parallel": N_("adds parallel work in {lane}"),
    "wait": N_("adds a wait in {lane}"),
    "end": N_("adds an end in {lane}"),
}
ADDS_TOUCHING: Final[dict[StepKind, str]] = {
    "start": N_("adds the start in {lane} touching {systems}"),
    "step": N_("adds a step in {lane} touching {systems}"),
    "decision": N_("adds a decision in {lane} touching {systems}"),
    "parallel": N_("adds parallel work in {lane} touching {systems}"),
    "wait": N_("adds a wait in {lane} touching {systems}"),
    "end": N_("adds an end in {lane} touching {systems}"),
}
_UNNAMED: Final[dict[StepKind, str]] = {
    "start": N_("the start without a name"),
    "step": N_("the step without a name"),
    "decision": N_("the decision without a name"),
    "parallel": N_("the parallel work"),
    "wait": N_("the wait without a name"),
    "end": N_("the end without a name"),
}


def step_words(pilot_map: PilotMap, step: str) -> str:
    """A step as a sentence names it."""
    found = pilot_map.step_by_id[step]
    return tr("“{name}”", name=found.name) if found.name else tr(_UNNAMED[found.kind])


def lane_parts(old: PilotMap, pilot_map: PilotMap, made: Step) -> list[Part]:
    """The lane of a step; that it is new, and which one it looks like."""
    lane = pilot_map.lane_by_id[made.lane]
    parts = [(lane.name, "lane")]
    for other in made.lanes[1:]:
        parts.extend(((" + ", "text"), (pilot_map.lane_by_id[other].name, "lane")))
    if lane.id not in old.lane_by_id:
        outside = lane.kind == "outside"
        parts.append((tr(" (new lane, outside)") if outside else tr(" (new lane)"), "new"))
        alike = look_alike(lane.name, [other.name for other in old.lanes])[:1]
        parts.extend((tr(" · there is a lane “{name}”", name=name), "offer") for name in alike)
    return parts


def system_parts(old: PilotMap, pilot_map: PilotMap, made: Step) -> list[Part]:
    """The systems of a step as chips; which are new, and what they look like."""
    parts: list[Part] = []
    for at, system in enumerate(made.systems):
        if at:
            parts.append((" ", "text"))
        name = pilot_map.system_by_id[system].name
        parts.append((name, "system"))
        if system not in old.system_by_id:
            parts.append((tr(" (new)"), "new"))
            alike = look_alike(name, [other.name for other in old.systems])[:1]
            parts.extend((tr(" · there is a system “{name}” ·", name=n), "offer") for n in alike)
    return parts


def time_parts(made: Step) -> Iterator[Part]:
    """The wait and the work of a step."""
    if made.wait is not None:
        yield (tr(" · waits {time}", time=made.wait), "time")
    if made.work is not None:
        yield (tr(" · {time} of work", time=made.work), "time")


def attribute_parts(attributes: Attributes) -> Iterator[Part]:
    """What the brackets of a line say beside times."""
    given = attributes.given
    if "passes" in given:
        yield from set_in(tr(" · gets {what}"), what=(given["passes"], "name"))
    if "through" in given:
        kind = "system" if given["through"].is_system else "name"
        yield from set_in(tr(" · through {what}"), what=(given["through"].name, kind))
    if "returned" in given:
        percent = number_text(given["returned"].value * 100)
        yield (tr(" · {percent} % of them come back", percent=percent), "text")
    if "label" in given:
        yield (tr(" · labelled “{label}”", label=given["label"]), "text")
    if "share" in given:
        percent = number_text(given["share"].value * 100)
        yield (tr(" with {percent} % of its cases", percent=percent), "text")
    if "rework" in given:
        words = tr(" · to do something again") if given["rework"] else tr(" · which is no rework")
        yield (words, "text")
    yield from _own_parts(given)


def _own_parts(given: Mapping[str, Any]) -> Iterator[Part]:
    if given.get(AI.key):
        yield (tr(" · the AI takes it over"), "text")
    if given.get("checks_ai"):
        yield (tr(" · a person checks the AI there"), "text")
    if "pin" in given:
        yield (tr(" · in a place of its own"), "text")
