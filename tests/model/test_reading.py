"""What a file must hold, and what is said of one that does not."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from pydantic import ValidationError

from pilotmap.model.errors import InvalidMap
from pilotmap.model.map import PilotMap, empty_map
from pilotmap.model.meaning import content
from pilotmap.model.reading import map_from_json
from tests.model.strategies import maps


def broken(pilot_map: PilotMap, change: Any) -> str:
    """The message for the map's file with something changed in it."""
    data = content(pilot_map)
    change(data)
    with pytest.raises(InvalidMap) as caught:
        map_from_json(json.dumps(data))
    return caught.value.message


def put(*path: Any, value: Any) -> Any:
    def change(data: Any) -> None:
        for key in path[:-1]:
            data = data[key]
        data[path[-1]] = value

    return change


def add(key: str, **part: Any) -> Any:
    return lambda data: data.setdefault(key, []).append(part)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            put("steps", 3, "id", value="log"),
            "$.steps[3].id: every id may be used only once (found log)",
        ),
        (
            put("steps", 2, "lane", value="nobody"),
            "$.steps[2].lane: a step must be in a lane of this map (found nobody)",
        ),
        (
            put("steps", 1, "systems", value=["zendesk", "sap"]),
            "$.steps[1].systems[1]: no system has this id (found sap)",
        ),
        (
            put("steps", 1, "systems", value=["crm", "crm"]),
            "$.steps[1].systems: a system may be named once a step (found crm, crm)",
        ),
        (
            put("flows", 1, "target", value="gone"),
            "$.flows[1].target: no step has this id (found gone)",
        ),
        (
            put("flows", 1, "source", value="triage"),
            "$.flows[1]: a flow cannot lead from a step to itself (found triage)",
        ),
        (
            put("flows", 1, "target", value="raised"),
            "$.flows[1].target: a start can have no flow in (found raised)",
        ),
        (
            put("flows", 1, "source", value="resolved"),
            "$.flows[1].source: an end can have no flow out (found resolved)",
        ),
        (
            add("flows", id="f99", source="raised", target="log"),
            "$.flows[11]: there may be only one flow between the same two steps "
            "(found raised → log)",
        ),
        (put("pilot", "step", value="x"), "$.pilot.step: no step has this id (found x)"),
        (put("pilot", "human", value="x"), "$.pilot.human: no lane has this id (found x)"),
        (
            put("notes", 0, "about", value="agent"),
            "$.notes[0].about: no step or flow has this id (found agent)",
        ),
        (
            add("waivers", rule="PM305", refs=["x"], reason="it is checked"),
            "$.waivers[0].refs[0]: nothing has this id (found x)",
        ),
        (put("flows", 3, "share", value=1.5), "$.flows[3].share: must be at most 1 (found 1.5)"),
        (
            put("steps", 1, "work", "value", value=-1),
            "$.steps[1].work.value: must be at least 0 (found -1)",
        ),
        (put("colour", value="red"), "$.colour: this key is not known"),
        (put("title", value=7), "$.title: must be text (found 7)"),
        (
            put("title", value="a\tb"),
            "$.title: text must not hold control characters such as U+0009 (found 'a\\tb')",
        ),
        (put("opened", value="soon"), "$.opened: must be a date such as 2027-03-02 (found 'soon')"),
        (
            put("lanes", 0, "kind", value="robot"),
            "$.lanes[0].kind: must be 'team', 'person', 'outside' or 'ai' (found 'robot')",
        ),
    ],
)
def test_the_first_fault_is_named_with_its_place(
    support_map: PilotMap, change: Any, message: str
) -> None:
    assert broken(support_map, change) == message


def test_a_missing_key_is_named(support_map: PilotMap) -> None:
    assert (
        broken(support_map, lambda d: d["steps"][0].pop("kind"))
        == "$.steps[0].kind: this key is missing"
    )


def test_there_are_limits(support_map: PilotMap) -> None:
    lanes = [{"id": f"x{n}", "name": "", "kind": "team"} for n in range(201)]
    message = broken(support_map, lambda d: d["lanes"].extend(lanes))
    assert message == "$.lanes: at most 200 lanes are allowed (found 205)"


def test_no_map_in_memory_breaks_an_invariant(support_map: PilotMap) -> None:
    with pytest.raises(ValidationError):
        support_map.replace(lanes=())
    with pytest.raises(ValidationError):
        empty_map().replace(title=3)
    with pytest.raises(TypeError, match="no field colour"):
        empty_map().replace(colour="red")


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(maps())
def test_every_map_is_read_back_from_its_content(pilot_map: PilotMap) -> None:
    assert map_from_json(json.dumps(content(pilot_map))) == pilot_map
