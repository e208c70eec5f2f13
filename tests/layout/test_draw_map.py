"""The picture of the worked example, and what a person may rely on in every picture."""

import pytest

from pilotmap.layout.draw import draw_map
from pilotmap.layout.drawing import Drawing, Group, Polyline, TextLine
from pilotmap.layout.geometry_json import geometry_json
from pilotmap.model.edits.steps import rename
from pilotmap.model.map import PilotMap, empty_map
from pilotmap.model.notes import Note
from pilotmap.model.process import Lane, Step, StepKind
from tests.builders import map_of
from tests.layout.defects import defects, measures


@pytest.fixture(scope="module")
def drawn(support_map: PilotMap) -> Drawing:
    return draw_map(support_map)


def columns(drawing: Drawing) -> dict[str, int]:
    return {step.id: step.column for step in drawing.geometry.steps}


def groups(drawing: Drawing, kind: str, about: str) -> list[Group]:
    return [group for group in drawing.groups if group.kind == kind and group.id == about]


def words(group: Group) -> list[str]:
    return [part.text for part in group.primitives if isinstance(part, TextLine)]


def test_the_example_stands_in_the_columns_of_the_target_picture(drawn: Drawing) -> None:
    assert columns(drawn) == {
        "raised": 0, "log": 0, "triage": 1, "known": 2, "fix": 3, "diagnose": 3,
        "worked": 4, "repair": 4, "release": 5, "resolved": 6,
    }  # fmt: skip
    assert all(step.row == 0 for step in drawn.geometry.steps)


def test_nothing_crosses_in_the_example_and_few_flows_bend(drawn: Drawing) -> None:
    found = measures(drawn)
    assert found.crossings == 0
    assert found.bends <= 5


def test_flows_leave_the_decision_at_different_corners(drawn: Drawing) -> None:
    box = drawn.geometry.step_by_id["known"].box
    yes, no = (drawn.geometry.flow_by_id[flow].points[0] for flow in ("f4", "f5"))
    assert yes == (box.right, box.centre[1])
    assert no == (box.centre[0], box.bottom)


def test_the_first_handoff_goes_straight_down_with_its_mark_on_the_border(drawn: Drawing) -> None:
    flow = drawn.geometry.flow_by_id["f1"]
    border = drawn.geometry.lane_by_id["agent"].y
    assert len(flow.points) == 2
    assert flow.points[0][0] == flow.points[1][0]
    assert flow.handoff is not None
    assert flow.handoff.centre == (flow.points[0][0], border)


def test_the_branch_says_its_label_and_share_above_its_line(drawn: Drawing) -> None:
    flow = drawn.geometry.flow_by_id["f4"]
    assert flow.label is not None
    assert flow.label.bottom < flow.points[0][1]
    (label,) = groups(drawn, "label", "f4")
    assert words(label) == ["yes", "60 %"]


def test_the_ai_step_bears_its_mode_and_the_pain_its_mark(drawn: Drawing) -> None:
    (badge,) = groups(drawn, "badge", "triage")
    (mark,) = groups(drawn, "mark", "triage")
    assert words(badge) == ["AI · person approves"]
    assert words(mark) == ["!"]
    assert mark.about == "1 pain"


def test_steps_of_one_kind_are_equally_wide(drawn: Drawing, support_map: PilotMap) -> None:
    widths = {(step.kind, drawn.geometry.step_by_id[step.id].box.w) for step in support_map.steps}
    assert len(widths) == len({kind for kind, _ in widths})
    assert ("step", 140) in widths


def test_a_flow_that_goes_back_is_dashed_and_keeps_off_the_main_path() -> None:
    pilot_map = map_of(
        "Agent: start\nread it\n? complete\n> yes 80%\nfile it\n> no 20%: ask again\n-> read it"
    )
    drawing = draw_map(pilot_map)
    back = next(
        flow
        for flow in pilot_map.flows
        if pilot_map.step_by_id[flow.target].name == "read it"
        and pilot_map.step_by_id[flow.source].name == "ask again"
    )
    (group,) = groups(drawing, "flow", back.id)
    assert any(part.dash for part in group.primitives if isinstance(part, Polyline))
    assert measures(drawing).crossings == 0


def test_what_is_new_or_changed_is_told_in_words_and_by_a_second_outline(
    support_map: PilotMap,
) -> None:
    plain = draw_map(support_map)
    tagged = draw_map(support_map, tags={"log": "new", "repair": "changed", "fix": "kept"})
    for step, word in (("log", "new"), ("repair", "changed")):
        assert [words(group) for group in groups(tagged, "badge", step)] == [[word]]
        before, after = groups(plain, "step", step)[0], groups(tagged, "step", step)[0]
        assert len(after.primitives) == len(before.primitives) + 1
    assert groups(tagged, "badge", "fix") == []


def test_neighbouring_lanes_of_one_group_share_a_band(support_map: PilotMap) -> None:
    assert not [group for group in draw_map(support_map).groups if group.kind == "band"]
    lanes = tuple(
        lane.replace(group="Tier 2") if lane.id in ("engineer", "lead") else lane
        for lane in support_map.lanes
    )
    drawing = draw_map(support_map.replace(lanes=lanes))
    bands = {group.id: group.box for group in drawing.groups if group.kind == "band"}
    engineer, lead = (drawing.geometry.lane_by_id[lane] for lane in ("engineer", "lead"))
    assert (bands["engineer"].y, bands["engineer"].bottom) == (engineer.y, lead.bottom)
    assert "lead" not in bands


def test_the_geometry_as_json_has_the_shape_of_the_file_format(drawn: Drawing) -> None:
    written = geometry_json(drawn)
    assert set(written) == {
        "width", "height", "least_type", "pitch", "lanes", "steps", "flows",
    }  # fmt: skip
    assert [lane["id"] for lane in written["lanes"]] == ["customer", "agent", "engineer", "lead"]
    assert set(written["steps"][0]) == {"id", "x", "y", "w", "h", "column", "row"}
    by_id = {flow["id"]: flow for flow in written["flows"]}
    assert by_id["f1"]["label"] is None
    assert set(by_id["f4"]["label"]) == {"x", "y", "w", "h"}
    assert len(by_id["f4"]["points"]) == 2


def test_a_character_that_no_font_has_is_reported(support_map: PilotMap) -> None:
    steps = (support_map.steps[0].replace(name="Kana \U0001b170"), *support_map.steps[1:])
    assert "\U0001b170" in draw_map(support_map.replace(steps=steps)).missing_characters


def test_after_an_edit_only_what_changed_is_drawn_anew(support_map: PilotMap) -> None:
    before = draw_map(support_map)
    after = draw_map(rename(support_map, "repair", "Fix it well"))
    old = {id(group) for group in before.groups if group.kind in ("step", "flow")}
    new = [g.id for g in after.groups if g.kind in ("step", "flow") and id(g) not in old]
    assert sorted(new) == ["f10", "f8", "f9", "repair"]


def test_notes_about_a_flow_show_their_signs_behind_its_label(support_map: PilotMap) -> None:
    notes = tuple(
        Note(id=f"q{number}", kind=kind, text="why", about=flow)
        for number, (kind, flow) in enumerate(
            [("pain", "f4"), ("pain", "f4"), ("question", "f4"), ("note", "f2")]
        )
    )
    noted = support_map.replace(notes=(*support_map.notes, *notes))
    drawing = draw_map(noted)
    assert [words(group) for group in groups(drawing, "mark", "f4")] == [["?"], ["2"]]
    assert [words(group) for group in groups(drawing, "mark", "f2")] == [["i"]]
    assert words(*groups(drawing, "label", "f4")) == ["yes", "60 %"]
    assert defects(noted, drawing) == ()


def test_routes_out_of_a_decision_to_lanes_on_one_side_do_not_cross() -> None:
    pilot_map = map_of(
        "Agent: look\n? which\n> bill: Billing: check\n. done\n> fault: Field: repair\n-> done\n"
        "> other: Sales: call\n-> done"
    )
    drawing = draw_map(pilot_map)
    assert measures(drawing).crossings == 0
    decision = next(step for step in pilot_map.steps if step.kind == "decision")
    routes = [drawing.geometry.flow_by_id[flow.id] for flow in pilot_map.flows_out(decision.id)]
    assert len({route.points[0] for route in routes}) == 3


@pytest.mark.parametrize("kind", ["start", "step", "decision", "wait", "end"])
@pytest.mark.parametrize("tag", ["new", "changed"])
def test_a_tag_keeps_off_all_the_marks_there_can_be(kind: StepKind, tag: str) -> None:
    step = Step(id="s", kind=kind, name="Send it", lane="l", checks_ai=True)
    pilot_map = empty_map().replace(
        lanes=(Lane(id="l", name="Agent", kind="team"),),
        steps=(step,),
        notes=tuple(
            Note(id=f"n{number}", kind=sign, text="x", about="s")
            for number, sign in enumerate(("pain", "question", "note"))
        ),
    )
    drawing = draw_map(pilot_map, tags={"s": tag})
    assert len(groups(drawing, "mark", "s")) == 4
    assert defects(pilot_map, drawing) == ()


@pytest.mark.parametrize("kind", ["step", "wait", "decision", "parallel", "start", "end"])
def test_who_takes_part_beside_the_lane_is_named_at_the_step(kind: str) -> None:
    pilot_map = map_of("Agent: start\nLab: look\nAgent: check the claim\nTransport: send")
    lanes = {lane.name: lane.id for lane in pilot_map.lanes}
    others = (lanes["Lab"], lanes["Transport"])
    steps = tuple(
        step.replace(with_lanes=others, kind=kind) if step.name == "check the claim" else step
        for step in pilot_map.steps
    )
    step = next(step for step in steps if step.with_lanes)
    flows = tuple(
        flow
        for flow in pilot_map.flows
        if (kind != "end" or flow.source != step.id) and (kind != "start" or flow.target != step.id)
    )
    shown = pilot_map.replace(steps=steps, flows=flows)
    drawing = draw_map(shown)
    (group,) = groups(drawing, "step", step.id)
    assert "with Lab, Transport" in " ".join(words(group))
    assert "with Lab, Transport" in group.about
    assert not defects(shown, drawing)
