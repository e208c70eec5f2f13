"""Which lane, system or step of the map a typed name means."""

from typing import Final

from pilotmap.capture.intents import GoTo, Node
from pilotmap.language import tr
from pilotmap.model.edits.parts import one_line
from pilotmap.model.edits.references import called
from pilotmap.model.map import PilotMap
from pilotmap.model.names import look_alike
from pilotmap.model.process import LaneKind, Step

_OUTSIDERS: Final = frozenset(
    """
    customer client supplier vendor applicant citizen patient claimant policyholder
    passenger tenant
    """.split()  # noqa: SIM905 -- a list of words reads best as words
)


def lane_called(pilot_map: PilotMap, name: str) -> str | None:
    """The id of the lane with this name, whatever its case."""
    return called(pilot_map, "lanes", name)


def system_called(pilot_map: PilotMap, name: str) -> str | None:
    """The id of the system with this name, whatever its case."""
    return called(pilot_map, "systems", name)


def steps_called(pilot_map: PilotMap, name: str) -> tuple[Step, ...]:
    """The steps with this name, whatever its case, in the order of the map."""
    wanted = name.casefold()
    return tuple(step for step in pilot_map.steps if one_line(step.name).casefold() == wanted)


def step_called(pilot_map: PilotMap, goto: GoTo, *, typed: bool) -> str | None:
    """The id of the step that a name means: its own, or its place among several of that name.

    While typing, a decision may go without its question mark, a lane may stand before the name,
    and the first letters are enough where only one step begins with them.
    """
    found = steps_called(pilot_map, goto.name)
    if goto.number is not None:
        return found[goto.number - 1].id if 0 < goto.number <= len(found) else None
    if found or not typed:
        return found[0].id if found else None
    lane, colon, rest = goto.name.partition(": ")
    if colon:
        found = tuple(
            s for s in steps_called(pilot_map, rest) if s.lane == lane_called(pilot_map, lane)
        )
        if found:
            return found[0].id
    question = steps_called(pilot_map, f"{goto.name}?")
    begun = question or beginning_with(pilot_map, goto.name)
    return begun[0].id if len(begun) == 1 else None


def beginning_with(pilot_map: PilotMap, letters: str) -> tuple[Step, ...]:
    """The steps whose name begins with these letters, whatever their case."""
    wanted = letters.casefold()
    return tuple(
        step for step in pilot_map.steps if wanted and step.name.casefold().startswith(wanted)
    )


def unknown_step(pilot_map: PilotMap, name: str) -> str:
    """What to say when no step, or more than one, can be meant."""
    several = beginning_with(pilot_map, name)
    if len(several) > 1:
        return tr(
            "“{first}” and “{second}” both begin so; type more of the name.",
            first=several[0].name,
            second=several[1].name,
        )
    alike = look_alike(name, dict.fromkeys(step.name for step in pilot_map.steps))
    if alike:
        return tr("No step is called “{name}”; did you mean “{other}”?", name=name, other=alike[0])
    if not name:
        return tr("Type the name of the step after the arrow.")
    return tr("No step is called “{name}”; type it as a step of its own first.", name=name)


def end_called(pilot_map: PilotMap, node: Node, lane: str | None) -> str | None:
    """An end that is there already: in the lane given, else in the lane before, else anywhere."""
    ends = [step for step in steps_called(pilot_map, node.name) if step.kind == "end"]
    if node.lane is not None:
        wanted = lane_called(pilot_map, node.lane.name)
        return next((end.id for end in ends if end.lane == wanted), None)
    near = (end.id for end in ends if end.lane == lane)
    return next(near, ends[0].id if ends else None)


def guessed_kind(name: str) -> LaneKind:
    """Customers, suppliers and their like are outside; every other new lane is a team."""
    last = name.split()[-1].casefold() if name.split() else ""
    return "outside" if last in _OUTSIDERS or last.removesuffix("s") in _OUTSIDERS else "team"


def polished(name: str) -> str:
    """A name with a capital, unless its first word has a spelling of its own as `eBay` has."""
    first = name.split()[0] if name.split() else ""
    return name[:1].upper() + name[1:] if first.islower() else name
