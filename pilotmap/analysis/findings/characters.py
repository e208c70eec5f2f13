"""PM503: texts with characters that the picture and the document cannot show."""

from collections.abc import Iterator
from typing import NamedTuple

from pilotmap.analysis.findings.finding import Facts, Finding, found
from pilotmap.analysis.wording import quoted
from pilotmap.glyphs import undrawable
from pilotmap.language import tr
from pilotmap.model.map import PilotMap


class _Text(NamedTuple):
    """A text of the map, and the id of what it belongs to; none where it is the map's own."""

    text: str
    ref: str = ""


def check(facts: Facts) -> Iterator[Finding]:
    """Each text that would be printed with signs for what is missing."""
    for text, ref in _texts(facts.map):
        lacking = undrawable(text)
        if lacking:
            message = tr(
                "{text} holds characters that no font here can draw ({characters}): they are "
                "printed as �, write them another way",
                text=quoted(text),
                characters=" ".join(lacking),
            )
            yield found("PM503", message, (ref,) if ref else ())


def _texts(pilot_map: PilotMap) -> Iterator[_Text]:
    outcome, pilot = pilot_map.outcome, pilot_map.pilot
    yield from map(
        _Text, (pilot_map.title, pilot_map.organisation, outcome.measure, outcome.population)
    )
    yield from map(_Text, (outcome.measured_in, outcome.owner, pilot.takes_in, pilot.gives_out))
    yield from map(_Text, (pilot.why_ai, pilot.sees, pilot.escalation_info, pilot.undo))
    yield _Text(pilot.worst_case)
    for lane in pilot_map.lanes:
        yield from (_Text(lane.name, lane.id), _Text(lane.group, lane.id))
    for system in pilot_map.systems:
        yield from (_Text(system.name, system.id), _Text(system.kind, system.id))
        yield _Text(system.owner, system.id)
    for step in pilot_map.steps:
        yield _Text(step.name, step.id)
    for flow in pilot_map.flows:
        yield from (_Text(flow.label, flow.id), _Text(flow.passes, flow.id))
    for note in pilot_map.notes:
        yield _Text(note.text, note.about or "")
