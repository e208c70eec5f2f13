"""Ids, look-alikes, handoffs, the meaning: names that things go by."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pilotmap.model.edits.fields import edit_map, edit_step
from pilotmap.model.edits.steps import add_branch, add_step, append_step, insert_on_flow, pin
from pilotmap.model.ids import new_id, numbered_id
from pilotmap.model.map import PilotMap, empty_map
from pilotmap.model.meaning import grouped, meaning
from pilotmap.model.names import look_alike, look_alike_pairs
from pilotmap.model.notes import Attendee
from pilotmap.model.process import Lane, Step
from pilotmap.model.quantity import number_text
from pilotmap.model.times import parse_duration
from tests.builders import map_of


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Is it a new case?", "new"),
        ("Log the ticket", "log2"),
        ("Überprüfen", "uberprufen"),
        ("日本", "s1"),
        ("", "s1"),
        ("the", "the"),
        ("f1", "f12"),
    ],
)
def test_an_id_comes_from_the_first_telling_word(
    support_map: PilotMap, name: str, made: str
) -> None:
    assert new_id(support_map, name, "s") == made


def test_numbers_never_come_back(support_map: PilotMap) -> None:
    assert numbered_id(support_map, "f") == "f12"
    assert numbered_id(empty_map(), "n") == "n1"


LARGE = [f"{letter}{number}" for letter in "fs" for at in (1, 6, 9, 15, 78)
         for number in ("9" * at, f"1{'0' * at}")]  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(LARGE), unique=True, max_size=12))
@example(["f999999999999999", "f1000000000000000"])
def test_a_new_id_is_free_and_allowed_whatever_ids_a_map_has(taken: list[str]) -> None:
    lane = Lane(id="lane", name="A", kind="team")
    steps = tuple(Step(id=each, kind="step", lane="lane") for each in taken)
    pilot_map = empty_map().replace(lanes=(lane,), steps=steps)
    for new in (
        numbered_id(pilot_map, "f"),
        new_id(pilot_map, "", "s"),
        new_id(pilot_map, f"F{'9' * 20}", "s"),
    ):
        assert new not in taken
        assert Step(id=new, kind="step", lane="lane").id == new


def test_a_step_named_like_the_next_flow_does_not_take_its_id() -> None:
    first = add_step(empty_map(), None, "begin").map
    assert append_step(first, "begin", "f1").map.flows[0].id == "f2"
    asked = add_step(first, None, "really", kind="decision").map
    assert add_branch(asked, "really", "f1").map.flows[0].id == "f2"
    one = append_step(first, "begin", "look").map
    assert [flow.id for flow in insert_on_flow(one, "f1", "f2").map.flows] == ["f1", "f3"]
    assert [flow.id for flow in append_step(one, "begin", "f2").map.flows] == ["f1", "f3"]


@pytest.mark.parametrize("text", [f"{'9' * 400} min", "1.2.3 h", "min", ""])
def test_what_is_no_number_of_a_time_is_no_time(text: str) -> None:
    assert parse_duration(text) is None


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Team Lead", "team lead", True),
        ("Team lead", "Team leads", True),
        ("Help desk", "Helpdesk", True),
        ("e-mail", "Email", True),
        ("Customer", "Costumer", True),
        ("Support agent", "Suport agent", True),
        ("Team lead", "Lead team", True),
        ("Café", "Cafe", True),
        ("Tier 1", "Tier 2", False),
        ("Step 1", "Step 11", False),
        ("CRM", "ERP", False),
        ("Internal review", "External review", False),
        ("Accept the claim", "Except the claim", False),
        ("Log in", "Log on", False),
        ("Agent", "Agent desk", False),
        ("", "", False),
    ],
)
def test_which_names_look_alike(one: str, other: str, alike: bool) -> None:
    assert look_alike(one, ["something else", other]) == ((other,) if alike else ())
    assert look_alike_pairs([one, "something else", other]) == (((0, 2),) if alike else ())


def test_handoffs_are_numbered_breadth_first(support_map: PilotMap) -> None:
    assert [(h.name, h.flow.id) for h in support_map.handoffs] == [
        ("H1", "f1"),
        ("H2", "f5"),
        ("H3", "f6"),
        ("H4", "f8"),
        ("H5", "f10"),
        ("H6", "f11"),
    ]


def test_what_no_start_leads_to_comes_last() -> None:
    m = map_of("start: a\nb\n<-\nx\n<-\nstart: c\nd")
    assert m.breadth_first == ("a", "c", "b", "d", "x")


def test_the_meaning_is_what_was_agreed_to(support_map: PilotMap) -> None:
    digest = meaning(support_map)
    assert meaning(pin(support_map, "log", 3, 0)) == digest
    assert meaning(edit_map(support_map, attendance=(Attendee(name="IT"),))) == digest
    assert meaning(edit_step(support_map, "log", name="Log a ticket")) != digest
    assert meaning(edit_map(support_map, title="Other")) != digest
    assert grouped(digest, 2) == f"{digest[:4]} {digest[4:8]}"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("5min", "5 min"),
        ("14 h", "14 h"),
        ("2.5 days", "2.5 d"),
        ("1,5 h", "1.5 h"),
        (" 3 Working Days ", "3 wd"),
        ("30 sec", "30 s"),
        ("soon", "None"),
        ("5", "None"),
        ("-5 min", "None"),
    ],
)
def test_times_are_read_as_people_write_them(text: str, read: str) -> None:
    assert str(parse_duration(text)) == read


def test_numbers_are_written_as_people_write_them() -> None:
    assert [number_text(x) for x in (48.0, 0.5, 1 / 3)] == ["48", "0.5", "0.333333"]
