"""A map that leaves as text comes back as the same map."""

from collections import Counter
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from pilotmap.capture.cursor import Cursor
from pilotmap.capture.outline_text import write_outline
from pilotmap.model.edits.parts import one_line
from pilotmap.model.edits.rules import why_not_ai
from pilotmap.model.errors import EditRefused
from pilotmap.model.known import Known
from pilotmap.model.map import PilotMap, empty_map
from pilotmap.model.process import Flow
from pilotmap.model.quantity import Measured
from tests.benchmarks.generate import piloted, wild
from tests.builders import capture_line, map_of
from tests.model.strategies import maps


def _key(text: str) -> str:
    return one_line(text).casefold()


def expressible(pilot_map: PilotMap) -> bool:
    """Whether a line can tell lanes, systems and the ends of one lane apart by their names."""
    for parts in (pilot_map.lanes, pilot_map.systems):
        keys = [_key(part.name) for part in parts]
        if len(set(keys)) < len(keys) or "" in keys:
            return False
    ends = [(_key(step.name), step.lane) for step in pilot_map.steps if step.kind == "end"]
    return len(set(ends)) == len(ends)


def structure(pilot_map: PilotMap) -> dict[str, Any]:
    """What an outline says of a map: by names and places, not by ids."""
    lane = {lane.id: one_line(lane.name) for lane in pilot_map.lanes}
    system = {system.id: one_line(system.name) for system in pilot_map.systems}
    step = {s.id: _step(pilot_map, s.id, lane, system) for s in pilot_map.steps}
    return {
        "title": one_line(pilot_map.title),
        "currency": one_line(pilot_map.currency),
        "phases": Counter(
            (one_line(p.name), step[p.first]) for p in pilot_map.phases if p.name.split()
        ),
        "lanes": [
            (
                one_line(one.name),
                one.kind,
                one_line(one.group),
                _known(one.people),
                one.hours_per_day,
                _known(one.rate),
            )
            for one in pilot_map.lanes
        ],
        "systems": sorted(
            (one_line(one.name), one_line(one.kind), one_line(one.owner))
            for one in pilot_map.systems
        ),
        "notes": _notes(pilot_map, None),
        "steps": Counter(step.values()),
        "flows": Counter(
            (step[flow.source], step[flow.target], *_flow(pilot_map, flow, system))
            for flow in pilot_map.flows
        ),
        "degrees": Counter(
            (step[s.id], len(pilot_map.flows_in(s.id)), len(pilot_map.flows_out(s.id)))
            for s in pilot_map.steps
        ),
        "ai": step.get(pilot_map.pilot.step) if _has_ai_step(pilot_map) else None,
    }


def _has_ai_step(pilot_map: PilotMap) -> bool:
    step = pilot_map.pilot.step
    return (
        step is not None
        and pilot_map.pilot.verdict in (None, "ai")
        and why_not_ai(pilot_map, step) is None
    )


def _flow(pilot_map: PilotMap, flow: Flow, system: dict[str, str]) -> tuple[Any, ...]:
    through = (system.get(flow.through_system or ""), one_line(flow.through))
    return (
        one_line(flow.label),
        _known(flow.share),
        one_line(flow.passes),
        through,
        _known(flow.returned),
        flow.rework,
        _notes(pilot_map, flow.id),
    )


def _step(
    pilot_map: PilotMap, key: str, lane: dict[str, str], system: dict[str, str]
) -> tuple[Any, ...]:
    step = pilot_map.step_by_id[key]
    times = [_known(time) for time in (step.work, step.wait)]
    pin = (step.pin.column, step.pin.row) if step.pin else None
    touched = tuple(system[one] for one in step.systems)
    name = one_line(step.name)
    return (
        step.kind,
        name,
        tuple(lane[one] for one in step.lanes),
        touched,
        *times,
        step.checks_ai,
        pin,
        _notes(pilot_map, key),
    )


def _known(number: Known | Measured | None) -> tuple[Any, ...] | None:
    """All that is said of a number."""
    if number is None:
        return None
    unit = number.sign if isinstance(number, Measured) else ""
    return number.value, unit, number.basis, one_line(number.source), number.low, number.high


def _notes(pilot_map: PilotMap, about: str | None) -> tuple[Any, ...]:
    return tuple(
        (note.kind, one_line(note.text), one_line(note.owner), note.due, note.settled)
        for note in pilot_map.notes
        if note.about == about and one_line(note.text)
    )


def told_apart(pilot_map: PilotMap) -> PilotMap:
    """The map with lanes, systems and ends that can be told apart by their names."""

    def numbered(parts: tuple[Any, ...], *kinds: str) -> tuple[Any, ...]:
        return tuple(
            part.replace(name=f"{one_line(part.name)} {number}")
            if not kinds or part.kind in kinds
            else part
            for number, part in enumerate(parts)
        )

    return pilot_map.replace(
        lanes=numbered(pilot_map.lanes),
        systems=numbered(pilot_map.systems),
        steps=numbered(pilot_map.steps, "end"),
    )


@pytest.mark.parametrize("seed", range(40))
def test_maps_as_hard_as_the_file_allows_come_back(seed: int) -> None:
    m = told_apart(wild(5 + seed, seed))
    assert expressible(m)
    text = write_outline(m)
    assert structure(map_of(text)) == structure(m), text


@pytest.mark.parametrize("steps", [12, 40, 120])
def test_maps_as_they_are_met_come_back(steps: int) -> None:
    m = told_apart(piloted(steps))
    assert structure(map_of(write_outline(m))) == structure(m)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(maps().map(told_apart))
def test_a_written_outline_reads_back_as_the_same_map(pilot_map: PilotMap) -> None:
    text = write_outline(pilot_map)
    assert structure(map_of(text)) == structure(pilot_map), text


def test_a_branch_of_parallel_work_may_end_where_several_flows_lead_to_it() -> None:
    """Of its branches one leads to a later step, one is there, and the last is an end."""
    m = map_of(
        "start: A: one\n&: A: all\n& two\n<-\nstart: A: other\n-> all\n<- all\n-> later\n"
        "<- all\n& . done\n<- two\nlater"
    )
    assert len(m.flows_in("all")) == 2
    assert sorted(m.step_by_id[flow.target].name for flow in m.flows_out("all")) == [
        "done", "later", "two",
    ]  # fmt: skip
    assert structure(map_of(write_outline(m))) == structure(m)


def mixed_up(pilot_map: PilotMap) -> PilotMap:
    """The map with flows through words that are the ids and names of its systems and steps."""
    words = [
        word
        for part in (*pilot_map.systems, *pilot_map.steps)
        for word in (part.id, part.name.upper())
    ]
    flows = tuple(
        flow.replace(through=words[number % len(words)]) if flow.through_system is None else flow
        for number, flow in enumerate(pilot_map.flows)
    )
    return pilot_map.replace(flows=flows)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(maps().map(told_apart).map(mixed_up))
def test_words_that_read_like_a_system_stay_words(pilot_map: PilotMap) -> None:
    text = write_outline(pilot_map)
    assert structure(map_of(text)) == structure(pilot_map), text


def test_a_system_is_meant_by_its_sign_by_its_name_or_not_at_all() -> None:
    m = map_of('a @Jira\nb [through @Mail]\nc [through jira]\nd [through "jira"]\ne [through fax]')
    assert [m.through_words(flow) for flow in m.flows] == ["Mail", "Jira", "jira", "fax"]
    assert [flow.through for flow in m.flows] == ["", "", "jira", "fax"]
    assert structure(map_of(write_outline(m))) == structure(m)


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(maps().map(told_apart))
def test_an_outline_is_stable_once_it_was_read(pilot_map: PilotMap) -> None:
    once = map_of(write_outline(pilot_map))
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


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(LINES, max_size=25))
def test_whatever_was_typed_leaves_as_text_and_comes_back(lines: list[str]) -> None:
    m, cursor = empty_map(), Cursor()
    for line in lines:
        with suppress(EditRefused):
            m, cursor, _ = capture_line(m, cursor, line)
    assume(expressible(m))
    text = write_outline(m)
    assert structure(map_of(text)) == structure(m), text
