"""Numbers that say how they are known and the range they lie in."""

import json

import pytest

from pilotmap.analysis.figures import figures
from pilotmap.model.clock import Clock
from pilotmap.model.edits.fields import edit_flow, edit_lane, edit_map
from pilotmap.model.errors import EditRefused, InvalidMap
from pilotmap.model.known import Share, number_of
from pilotmap.model.map import PilotMap
from pilotmap.model.meaning import content
from pilotmap.model.quantity import Duration, Quantity, time_unit
from pilotmap.model.reading import map_from_json
from pilotmap.storage.json_file import load, to_bytes
from tests.conftest import EXAMPLES

WITH_BASIS = Share(value=0.6, basis="measured", source="Zendesk", low=0.5, high=0.7)


@pytest.fixture
def example() -> PilotMap:
    return load(EXAMPLES / "tier1-support-2.pilotmap.json")


def changed(pilot_map: PilotMap, *path: str | int, value: object) -> str:
    data = content(pilot_map)
    *way, last = path
    at = data
    for key in way:
        at = at[key]
    at[last] = value
    return json.dumps(data)


def test_a_plain_number_stays_a_plain_number_in_the_file(example: PilotMap) -> None:
    assert example.flow_by_id["f4"].share == Share(value=0.6)
    assert b'"share": 0.6' in to_bytes(example)
    known = example.replace(
        flows=tuple(f.replace(share=WITH_BASIS) if f.id == "f4" else f for f in example.flows)
    )
    data = json.loads(to_bytes(known))
    assert data["flows"][3]["share"] == {
        "value": 0.6,
        "basis": "measured",
        "source": "Zendesk",
        "low": 0.5,
        "high": 0.7,
    }
    assert map_from_json(to_bytes(known)) == known


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        (("flows", 3, "share"), 1.5, "$.flows[3].share: must be at most 1 (found 1.5)"),
        (("flows", 3, "share"), "60 %", "$.flows[3].share: must be a number (found '60 %')"),
        (
            ("flows", 3, "share"),
            {"value": 0.6, "unit": "%"},
            "$.flows[3].share.unit: this key is not known",
        ),
        (
            ("flows", 3, "share"),
            {"value": 0.6, "low": 0.7},
            "$.flows[3].share: the value must be a number between low and high (found an object)",
        ),
        (
            ("outcome", "baseline"),
            {"value": "about 48", "unit": "h", "high": 60},
            "$.outcome.baseline: the value must be a number between low and high (found an object)",
        ),
        (
            ("steps", 1, "work", "unit"),
            "weeks",
            "$.steps[1].work.unit: must be a unit of time: s, min, h, d or wd (found 'weeks')",
        ),
        (("steps", 1, "with"), ["nobody"], "$.steps[1].with[0]: no lane has this id"),
        (("steps", 1, "with"), ["agent"], "$.steps[1].with[0]: the step’s own lane takes part"),
        (("steps", 1, "with"), ["lead", "lead"], "$.steps[1].with: a lane may be named once"),
        (("steps", 1, "with_lanes"), ["lead"], "$.steps[1].with_lanes: this key is not known"),
        (("flows", 0, "through_system"), "sap", "$.flows[0].through_system: no system has this id"),
        (("flows", 0, "through"), "e-mail", "$.flows[0]: a flow goes through a system or through"),
        (("outcome", "starts_at"), "gone", "$.outcome.starts_at: no step has this id"),
        (("outcome", "ends_at"), "f1", "$.outcome.ends_at: no step has this id"),
        (("currency",), "USD", "$.lanes[1].rate.unit: must be in the currency of the map, “USD”"),
        (("pilot", "cost_once", "unit"), "USD", "$.pilot.cost_once.unit: must be in the currency"),
        (("phases",), [{"id": "p", "name": "A", "first": "x"}], "$.phases[0].first: no step has"),
        (
            ("phases",),
            [{"id": p, "name": "A", "first": "log"} for p in ("p", "q")],
            "$.phases[1].first: a step may begin only one phase",
        ),
        (
            ("phases",),
            [{"id": "log", "name": "A", "first": "log"}],
            "$.phases[0].id: every id may be used only once",
        ),
        (("source",), {"file": "a.bpmn", "sha256": "x"}, "$.source.sha256: must be 64 hexadecimal"),
    ],
)
def test_what_cannot_be_true_does_not_load(
    example: PilotMap, path: tuple[str | int, ...], value: object, said: str
) -> None:
    with pytest.raises(InvalidMap) as refused:
        map_from_json(changed(example, *path, value=value))
    assert str(refused.value).startswith(said)


@pytest.mark.parametrize(
    ("spelt", "sign"),
    [
        *(("h", "h"), ("hours", "h"), ("Stunden", "h"), ("STD", "h"), ("Min", "min")),
        *(("working  days", "wd"), ("Tage", "d"), ("Sekunden", "s"), ("Arbeitstage", "wd")),
        *(("weeks", None), ("%", None), ("", None)),
    ],
)
def test_units_of_time_are_read_in_every_spelling(spelt: str, sign: str | None) -> None:
    assert time_unit(spelt) == sign
    quantity = Quantity(value=2.0, unit=spelt)
    clock = Clock(working=False)
    expected = None if sign is None else clock.passes(Duration(value=2.0, unit=sign))
    assert clock.passes(quantity) == expected


def test_the_file_keeps_the_spelling_and_the_figures_do_not_depend_on_it(
    example: PilotMap,
) -> None:
    spelt = map_from_json(changed(example, "steps", 1, "work", "unit", value="minutes"))
    assert b'"unit": "minutes"' in to_bytes(spelt)
    assert figures(spelt) == figures(example)


def test_a_number_that_is_typed_keeps_what_was_known_of_the_old_one(example: PilotMap) -> None:
    m = edit_flow(example, "f4", share=WITH_BASIS)
    assert edit_flow(m, "f4", share=0.65).flow_by_id["f4"].share == WITH_BASIS.replace(value=0.65)
    outside = edit_flow(m, "f4", share=0.9).flow_by_id["f4"].share
    assert outside == Share(value=0.9, basis="measured", source="Zendesk")
    assert edit_flow(m, "f4", share=None).flow_by_id["f4"].share is None
    with pytest.raises(EditRefused, match="must be at most 1"):
        edit_flow(m, "f4", share=2.0)
    assert number_of(edit_lane(example, "agent", people=4.0).lane_by_id["agent"].people) == 4


def test_a_time_that_is_typed_keeps_its_range_only_where_it_lies_in_it() -> None:
    old = Duration(value=5.0, unit="min", basis="measured", low=4.0, high=8.0)
    inside = old.with_number(Duration(value=6.0, unit="min"))
    assert (inside.basis, inside.low, inside.high) == ("measured", 4, 8)
    beyond = old.with_number(Duration(value=9.0, unit="min"))
    assert (beyond.basis, beyond.low, beyond.high) == ("measured", None, None)
    assert old.with_number(Duration(value=6.0, unit="h")).high is None


def test_all_money_takes_on_another_currency(example: PilotMap) -> None:
    pilot_map = edit_map(example, currency="CHF")
    rates = {lane.rate.unit for lane in pilot_map.lanes if lane.rate}
    assert rates | {pilot_map.pilot.cost_once.unit if pilot_map.pilot.cost_once else ""} == {"CHF"}
