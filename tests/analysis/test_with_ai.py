"""The derived map, mode by mode, as analysis.md words it."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pilotmap.analysis.exposure import exposure
from pilotmap.analysis.figures import figures, quick_figures
from pilotmap.analysis.variants import variants
from pilotmap.analysis.with_ai import NoPictureWithAi, why_not_with_ai, with_ai
from pilotmap.model.known import number_of
from pilotmap.model.map import PilotMap
from pilotmap.model.meaning import content
from pilotmap.model.pilot import MODES, Mode
from pilotmap.model.quantity import Duration
from pilotmap.model.reading import map_from_json
from tests.analysis.small import marked, process

HOUR = Duration(value=1, unit="h")
STEP = process("s-a a-b b-c c-e", "a=1+2 b=3+4 c=5+6", "Agent=s,a,b Lead=c Boss= Outside=e")
DECISION = process("s-a a-d d-b:0.25 d-c:0.75 b-e c-e", "a=1+2 d=3+4 b=5+0 c=6+0", "Agent= Lead=c")
ANSWERS = {
    "human": "lane_Lead",
    "escalates_to": "lane_Boss",
    "unsure": 0.1,
    "rejected": 0.2,
    "ai_time": Duration(value=30, unit="min"),
    "review": HOUR,
    "review_wait": Duration(value=2, unit="h"),
}


def drawn(pilot_map: PilotMap) -> dict[str, list[tuple[str, float | None]]]:
    """Where each step leads, with shares."""
    return {
        step.id: [(flow.target, number_of(flow.share)) for flow in pilot_map.flows_out(step.id)]
        for step in pilot_map.steps
    }


def lane_name(pilot_map: PilotMap, step: str) -> str:
    return pilot_map.lane_by_id[pilot_map.step_by_id[step].lane].name


def test_recommendation() -> None:
    m, tags = with_ai(marked(STEP, "b", mode="recommendation", **ANSWERS))
    assert [lane.name for lane in m.lanes] == ["AI", "Agent", "Lead", "Boss", "Outside"]
    assert m.lanes[0].kind == "ai"
    assert drawn(m) == {
        "s": [("a", None)],
        "a": [("b", None)],
        "b": [("b.sure", None)],
        "c": [("e", None)],
        "e": [],
        "b.sure": [("b.by_hand", 0.1), ("b.approve", 0.9)],
        "b.by_hand": [("c", None)],
        "b.approve": [("c", 0.8), ("b.rejected", 0.2)],
        "b.rejected": [("c", None)],
    }
    assert m.clock.hours(m.step_by_id["b"]) == 0.5
    assert m.step_by_id["b"].wait is None
    approve, by_hand = m.step_by_id["b.approve"], m.step_by_id["b.by_hand"]
    assert (approve.name, approve.kind, approve.checks_ai) == ("Approve?", "decision", True)
    assert (m.clock.works(approve.work), m.clock.waits(approve.wait)) == (1, 2)
    assert (by_hand.name, m.clock.works(by_hand.work), m.clock.waits(by_hand.wait)) == (
        "Name of b, by hand",
        3,
        4,
    )
    lanes = {step: lane_name(m, step) for step in m.step_by_id if step.startswith("b")}
    assert lanes == {
        "b": "AI",
        "b.sure": "AI",
        "b.by_hand": "Boss",
        "b.approve": "Lead",
        "b.rejected": "Lead",
    }
    assert tags["b"] == "changed"
    assert (tags["a"], tags["s_a"], tags["lane_Agent"]) == ("kept", "kept", "kept")
    assert (tags["b_c"], tags["b.sure"], tags[m.lanes[0].id]) == ("changed", "new", "new")
    assert set(tags) == {part.id for part in (*m.lanes, *m.steps, *m.flows)}
    assert m.flow_by_id["b_c"].source == "b.approve"


def test_draft() -> None:
    pilot_map = with_ai(marked(STEP, "b", mode="draft", **ANSWERS)).map
    assert drawn(pilot_map)["b.sure"] == [("b.by_hand", 0.1), ("b.edit", 0.9)]
    assert drawn(pilot_map)["b.edit"] == [("c", None)]
    edit = pilot_map.step_by_id["b.edit"]
    assert (edit.name, pilot_map.clock.hours(edit), lane_name(pilot_map, "b.edit")) == (
        "Edit and send: Name of b",
        3,
        "Lead",
    )


def test_autonomous_with_time_to_stop_it() -> None:
    answers = ANSWERS | {"veto": HOUR, "stopped_by": "lane_Boss"}
    pilot_map = with_ai(marked(STEP, "b", mode="autonomous", **answers)).map
    assert drawn(pilot_map)["b.sure"] == [("b.by_hand", 0.1), ("b.veto", 0.9)]
    assert drawn(pilot_map)["b.veto"] == [("c", None)]
    veto = pilot_map.step_by_id["b.veto"]
    assert (veto.name, veto.kind, pilot_map.clock.hours(veto)) == ("Time to stop it", "wait", 2)
    assert veto.checks_ai
    assert lane_name(pilot_map, "b.veto") == "Boss"


def test_autonomous_alone_only_moves_the_step() -> None:
    m, tags = with_ai(marked(STEP, "b", mode="autonomous"))
    assert drawn(m) == drawn(STEP)
    assert {part for part, tag in tags.items() if tag != "kept"} == {"b", m.lanes[0].id}
    assert m.clock.hours(m.step_by_id["b"]) == 0


def test_a_decision_is_decided_by_a_step_before_it() -> None:
    m, tags = with_ai(marked(DECISION, "d", mode="autonomous"))
    assert drawn(m)["a"] == [("d.decide", None)]
    assert drawn(m)["d.decide"] == [("d", None)]
    assert drawn(m)["d"] == [("b", 0.25), ("c", 0.75)]
    assert m.step_by_id["d.decide"].name == "Decide: Name of d"
    assert (lane_name(m, "d"), lane_name(m, "d.decide")) == ("AI", "AI")
    assert m.clock.hours(m.step_by_id["d"]) == 0
    assert (tags["d"], tags["a_d"], tags["d_b"]) == ("changed", "changed", "kept")
    assert m.pilot.step == "d.decide"


@pytest.mark.parametrize("mode", ["recommendation", "draft"])
def test_a_decision_that_a_person_approves_lies_with_that_person(mode: Mode) -> None:
    answers = {"human": "lane_Lead", "escalates_to": "lane_Agent", "rejected": 0.5}
    pilot_map = with_ai(marked(DECISION, "d", **answers), mode).map
    assert lane_name(pilot_map, "d") == "Lead"
    assert lane_name(pilot_map, "d.decide") == "AI"
    check = "d.approve" if mode == "recommendation" else "d.edit"
    assert drawn(pilot_map)["d.sure"][1] == (check, 1)
    assert ("d", 0.5 if mode == "recommendation" else None) in drawn(pilot_map)[check]
    assert drawn(pilot_map)["d.by_hand"] == [("d", None)]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("pilot_map", "step"), [(STEP, "b"), (DECISION, "d")])
def test_expected_times_by_hand(pilot_map: PilotMap, step: str, mode: Mode) -> None:
    answers = ANSWERS | {"escalates_to": "lane_Lead", "veto": Duration(value=6, unit="min")}
    pilot_map = marked(pilot_map, step, mode=mode, **answers)
    numbers = figures(pilot_map)
    by_hand, work = 7, 3
    then = {"autonomous": 1.1, "recommendation": 3 + 0.2 * by_hand, "draft": 3}[mode]
    then_work = {"autonomous": 1, "recommendation": 1 + 0.2 * work, "draft": 1}[mode]
    assert numbers.floor is not None
    assert numbers.expected_work is not None
    elapsed = numbers.floor + 0.5 + 0.1 * by_hand + 0.9 * then
    assert numbers.with_ai_elapsed == pytest.approx(elapsed, rel=1e-12)
    hours = numbers.expected_work - work + 0.1 * work + 0.9 * then_work
    assert numbers.with_ai_work == pytest.approx(hours, rel=1e-12)
    again = figures(with_ai(pilot_map).map)
    assert again.expected_elapsed == pytest.approx(numbers.with_ai_elapsed, rel=1e-12)
    assert again.expected_work == pytest.approx(numbers.with_ai_work, rel=1e-12)


def test_parallel_work_with_ai_is_simulated_alike() -> None:
    m = process("s-p1 p1-a p1-b a-p2 b-p2 p2-e", "a=1+8 b=0+4")
    m = marked(m, "a", mode="recommendation", unsure=0.5, escalates_to="lane_Agent")
    assert figures(with_ai(m).map).expected_elapsed == figures(m).with_ai_elapsed
    assert quick_figures(m).with_ai_elapsed is None
    assert quick_figures(m).with_ai_work == pytest.approx(0.5)


def test_all_ways_come_together_before_a_parallel() -> None:
    """A join after the AI step must not wait for both the sure and the unsure way."""
    m = process("s-p1 p1-a p1-b a-p2 b-p2 p2-e", "a=1+8 b=0+4")
    m = marked(m, "a", mode="recommendation", unsure=0.5, rejected=0.5, escalates_to="lane_Agent")
    derived = with_ai(m).map
    assert [flow.source for flow in derived.flows_in("p2")] == ["a.done", "b"]
    assert len(derived.flows_in("a.done")) == 3
    assert exposure(m, "autonomous").steps == 0


def test_an_assumed_queue_is_noted_on_the_approval() -> None:
    m = marked(STEP, "b", mode="recommendation")
    derived = with_ai(m).map
    assert derived.clock.waits(derived.step_by_id["b.approve"].wait) == 4
    assert [(note.about, note.kind) for note in derived.notes] == [("b.approve", "note")]
    assert "4 h" in derived.notes[0].text
    given_wait = marked(STEP, "b", mode="draft", review_wait=Duration(value=0, unit="h"))
    assert with_ai(given_wait).map.notes == ()
    assert given_wait.clock.waits(with_ai(given_wait).map.step_by_id["b.edit"].wait) == 0


def test_without_a_named_person_the_check_stays_in_the_lane_of_today() -> None:
    pilot_map = with_ai(marked(STEP, "b", mode="draft")).map
    assert lane_name(pilot_map, "b.edit") == "Agent"


def test_ids_never_collide_and_stay_short() -> None:
    long = "b" * 78
    m = process(f"s-{long} {long}-e", alone="x.sure")
    m = marked(m, long, mode="draft", escalates_to="lane_Agent")
    derived = with_ai(m).map
    assert max(len(step.id) for step in derived.steps) == 80
    taken = process("s-b b-e", alone="b.edit b.ai b.sure")
    made = with_ai(marked(taken, "b", mode="draft", escalates_to="lane_Agent")).map
    assert {"b.edit2", "b.sure2"} <= set(made.step_by_id)
    assert made.lanes[0].id == "b.ai2"


@pytest.mark.parametrize(
    ("pilot_map", "words"),
    [
        (STEP, "No step is marked"),
        (marked(STEP, "b"), "not chosen"),
        (marked(process("s-a b-e"), "a", mode="draft"), "leads nowhere"),
        (marked(process("s-a a-b a-c"), "a", mode="draft"), "2 ways out"),
        (marked(process("s-w w-e"), "w", mode="draft"), "is a wait"),
        (marked(process("s-p p-e"), "p", mode="draft"), "is a parallel"),
        (marked(process("s-e"), "s", mode="draft"), "is a start"),
    ],
)
def test_no_picture_says_why(pilot_map: PilotMap, words: str) -> None:
    assert words in (why_not_with_ai(pilot_map) or "")
    with pytest.raises(NoPictureWithAi, match=words):
        with_ai(pilot_map)
    assert figures(pilot_map).with_ai_elapsed is None
    assert figures(pilot_map).with_ai_work is None


def test_a_decision_may_have_no_way_out_yet() -> None:
    m = marked(process("s-d", alone="e"), "d", mode="draft")
    assert drawn(with_ai(m).map)["d.edit"] == [("d", None)]


def test_a_map_at_the_limit_has_figures_but_no_picture() -> None:
    steps = " ".join(f"x{number}" for number in range(4_997))
    m = marked(process("s-a a-e", "a=1+0", alone=steps), "a", mode="recommendation")
    with pytest.raises(NoPictureWithAi, match="5,000 steps"):
        with_ai(m)
    assert figures(m).with_ai_work == pytest.approx(0)


def test_pins_and_signoffs_belong_to_today(support_map: PilotMap) -> None:
    steps = tuple(step.replace(pin={"column": 1, "row": 0}) for step in support_map.steps)
    derived, tags = with_ai(support_map.replace(steps=steps))
    assert all(step.pin is None for step in derived.steps)
    assert tags["log"] == "kept"


@settings(max_examples=60, deadline=None)
@given(mode=st.sampled_from(MODES), data=st.data())
def test_the_derived_map_is_a_file_like_any_other(
    support_map: PilotMap, mode: Mode, data: st.DataObject
) -> None:
    step = data.draw(st.sampled_from([s.id for s in support_map.steps if s.kind != "end"]))
    changes = {
        key: data.draw(st.sampled_from([value, None]))
        for key, value in (("human", "lead"), ("escalates_to", "engineer"), ("unsure", 0.3))
    }
    pilot = support_map.pilot.replace(step=step, mode=mode, veto=HOUR, stopped_by="lead", **changes)
    pilot_map = support_map.replace(pilot=pilot)
    if why_not_with_ai(pilot_map) is not None:
        return
    derived, tags = with_ai(pilot_map)
    assert map_from_json(json.dumps(content(derived))) == derived
    assert len(tags) == len(derived.lanes) + len(derived.steps) + len(derived.flows)
    assert sum(share for share in figures(derived).visits.values()) > 0


class TestExposure:
    def test_follows_the_flows_to_a_check(self) -> None:
        m = process("s-a a-b b-d d-c d-x c-e x-e", "", "Agent= Outside=c Lead=x")
        m = marked(m, "a", mode="autonomous")
        assert exposure(m, "autonomous")[:2] == (4, ("Outside",))
        checked = m.replace(steps=tuple(s.replace(checks_ai=s.id in ("b", "c")) for s in m.steps))
        assert exposure(checked, "autonomous")[:2] == (0, ())
        half = m.replace(steps=tuple(s.replace(checks_ai=s.id == "c") for s in m.steps))
        assert exposure(half, "autonomous")[:2] == (3, ())

    def test_an_end_outside_is_reached_too(self) -> None:
        m = marked(process("s-a a-e", "", "Agent= Outside=e"), "a", mode="autonomous")
        assert exposure(m, "autonomous")[:2] == (0, ("Outside",))

    def test_a_time_to_stop_it_is_a_check_where_somebody_looks(self) -> None:
        m = marked(process("s-a a-b b-e"), "a", mode="autonomous", veto=HOUR)
        assert exposure(m, "autonomous").steps == 1
        m = marked(m, "a", mode="autonomous", veto=HOUR, review=HOUR)
        assert exposure(m, "autonomous").steps == 0

    def test_a_decision_of_the_ai_is_met_itself(self) -> None:
        m = marked(DECISION, "d", mode="autonomous")
        assert exposure(m, "autonomous").reached == ("d", "b", "c", "e")
        assert exposure(m, "recommendation").steps == 0

    def test_no_exposure_without_a_step(self) -> None:
        assert figures(STEP).exposure is None


def test_three_modes_side_by_side(support_map: PilotMap) -> None:
    rows = variants(support_map.replace(pilot=support_map.pilot.replace(mode=None)))
    assert [row.mode for row in rows] == list(MODES)
    assert rows[1].elapsed == pytest.approx(31.808777777777777)
    assert [row.exposure.steps for row in rows] == [6, 0, 0]
    assert [row.verdict for row in rows] == ["out_of_reach"] * 3
    assert [set(row.loads) for row in rows] == [{"lead"}, {"agent", "lead"}, {"agent", "lead"}]
    assert [row.not_given for row in rows] == [(), (), ()]
    assert variants(STEP) == ()
