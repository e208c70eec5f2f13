"""A map that leaves as text comes back as the same map."""

from collections import Counter
from contextlib import suppress
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from pilotmap.model.capture.cursor import Cursor
from pilotmap.model.capture.line import capture_line
from pilotmap.model.capture.outline import read_outline
from pilotmap.model.capture.outline_text import write_outline
from pilotmap.model.edits.parts import one_line
from pilotmap.model.errors import EditRefused
from pilotmap.model.map import PilotMap, empty_map
from tests.builders import map_of
from tests.model.strategies import maps


def _key(text: str) -> str:
    return one_line(text).casefold()


def expressible(m: PilotMap) -> bool:
    """Whether a line can tell lanes, systems and the ends of one lane apart by their names."""
    for parts in (m.lanes, m.systems):
        keys = [_key(part.name) for part in parts]
        if len(set(keys)) < len(keys) or "" in keys:
            return False
    ends = [(_key(step.name), step.lane) for step in m.steps if step.kind == "end"]
    return len(set(ends)) == len(ends)


def structure(m: PilotMap) -> dict[str, Any]:
    """What an outline says of a map: by names and places, not by ids."""
    lane = {lane.id: one_line(lane.name) for lane in m.lanes}
    system = {system.id: one_line(system.name) for system in m.systems}
    step = {s.id: _step(m, s.id, lane, system) for s in m.steps}
    return {
        "title": one_line(m.title),
        "lanes": [(one_line(one.name), one.kind) for one in m.lanes],
        "systems": sorted(system.values()),
        "steps": Counter(step.values()),
        "flows": Counter(
            (step[flow.source], step[flow.target], *_branch(m, flow.id)) for flow in m.flows
        ),
        "degrees": Counter(
            (step[s.id], len(m.flows_in(s.id)), len(m.flows_out(s.id))) for s in m.steps
        ),
    }


def _branch(m: PilotMap, flow: str) -> tuple[Any, ...]:
    found = m.flow_by_id[flow]
    if m.step_by_id[found.source].kind != "decision":
        return ()
    return (one_line(found.label), found.share)


def _step(m: PilotMap, key: str, lane: dict[str, str], system: dict[str, str]) -> tuple[Any, ...]:
    step = m.step_by_id[key]
    times = [(t.value, t.unit, t.basis) if t else None for t in (step.work, step.wait)]
    notes = [(n.kind, one_line(n.text)) for n in m.notes if n.about == key and one_line(n.text)]
    touched = tuple(system[one] for one in step.systems)
    name = one_line(step.name)
    return (step.kind, name, lane[step.lane], touched, *times, tuple(notes))


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(maps())
def test_a_written_outline_reads_back_as_the_same_map(m: PilotMap) -> None:
    assume(expressible(m))
    text = write_outline(m)
    assert structure(read_outline(empty_map(), text)) == structure(m), text


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(maps())
def test_an_outline_is_stable_once_it_was_read(m: PilotMap) -> None:
    assume(expressible(m))
    once = map_of(write_outline(m))
    assert structure(map_of(write_outline(once))) == structure(once)


LINES = st.sampled_from(
    (
        "log it",
        "Agent: check it @Jira",
        "? is it new",
        "> yes 60%",
        "> no",
        "> no: -> log it",
        "& tell them",
        "& Customer: wait for it",
        "&",
        "&&",
        "&& all done",
        "-> log it",
        "<- log it",
        "<- is it new?",
        "~ waits 2 d",
        ". done",
        ". Customer: done",
        "! it is slow",
    )
)


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(LINES, max_size=25))
def test_whatever_was_typed_leaves_as_text_and_comes_back(lines: list[str]) -> None:
    m, cursor = empty_map(), Cursor()
    for line in lines:
        with suppress(EditRefused):
            m, cursor, _ = capture_line(m, cursor, line)
    assume(expressible(m))
    text = write_outline(m)
    assert structure(map_of(text)) == structure(m), text
