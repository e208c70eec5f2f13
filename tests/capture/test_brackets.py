"""What stands in square brackets beside times: typed, told before Enter, and offered."""

import pytest

from pilotmap.capture.complete import complete
from pilotmap.capture.cursor import Cursor
from pilotmap.capture.explain import explain
from pilotmap.language import speaking
from pilotmap.model.errors import EditRefused
from pilotmap.model.known import number_of
from pilotmap.model.map import PilotMap
from pilotmap.model.process import Flow, Pin
from tests.builders import capture_line, map_of, typed


def into(pilot_map: PilotMap, name: str) -> Flow:
    step = next(step for step in pilot_map.steps if step.name == name)
    return pilot_map.flows_in(step.id)[-1]


def offered(line: str, pilot_map: PilotMap | None = None) -> list[str]:
    return [each.text for each in complete(pilot_map or map_of("a\nb"), line, len(line))]


@pytest.mark.parametrize(
    "line",
    [
        "Lead: check [gets the ticket] [through @Zendesk] [returned 10%]",
        "Lead: check [passes the ticket] [via @Zendesk] [returned 10 %]",
        "Lead: check [bekommt the ticket] [über @Zendesk] [zurück 10%]",
        "[gets the ticket] Lead: [through @Zendesk] check [5 min] [returned 10%]",
    ],
)
def test_what_is_handed_over_is_said_where_it_arrives(line: str) -> None:
    m, _ = typed("Agent: raised", line)
    flow = into(m, "Check")
    assert (flow.passes, number_of(flow.returned)) == ("the ticket", 0.1)
    assert m.system_by_id[flow.through_system or ""].name == "Zendesk"
    assert m.steps[-1].systems == ()


def test_words_that_are_no_system_stay_words_and_one_that_is_known_is_meant() -> None:
    m, _ = typed("a", "log @Jira", "look [through e-mail]", "check [through jira]")
    assert into(m, "Look").through == "e-mail"
    assert m.system_by_id[into(m, "Check").through_system or ""].name == "Jira"


def test_a_branch_an_arrow_and_parallel_work_say_it_too() -> None:
    m, _ = typed(
        "a", "? known [AI]", "> yes 60% [gets a fix]", "send", "> no [gets all]: Lead: look",
        "-> send [gets the rest] [no rework]",
    )  # fmt: skip
    assert into(m, "Look").passes == "all"
    assert [flow.passes for flow in m.flows_in(m.steps[2].id)] == ["a fix", "the rest"]
    assert m.pilot.step == m.steps[1].id
    m, _ = typed("a", "& fold [gets a sheet]", "& seal")
    assert into(m, "Fold").passes == "a sheet"


def test_a_step_is_the_ais_is_checked_and_keeps_its_place() -> None:
    m, _ = typed("a", "sort [ai]", "look [checks the AI] [pin 3/1]", "mend [KI]")
    assert [step.checks_ai for step in m.steps] == [False, False, True, False]
    assert m.steps[2].pin == Pin(column=3, row=1)
    assert (m.pilot.step, m.pilot.verdict) == (m.steps[3].id, "ai")
    with pytest.raises(EditRefused):
        typed("a", ". done [AI]")


def test_a_time_says_where_it_is_known_from() -> None:
    m, _ = typed("a", "log [waits 2 d, 5 min measured: May's log, 20 cases]")
    work = m.steps[-1].work
    assert work is not None
    assert (str(work), work.basis, work.source) == ("5 min", "measured", "May's log, 20 cases")
    assert str(m.steps[-1].wait) == "2 d"


def test_a_note_can_be_about_the_way_and_have_an_owner_and_a_day() -> None:
    m, _ = typed(
        "a", "b", "->! waits in a mailbox [owner Ann] [due 31.1.2027]", "# who? [erledigt]", "c",
        "-> b", "->: only at night",
    )  # fmt: skip
    pain, question, note = m.notes
    assert m.flow_by_id[str(pain.about)].target == m.steps[1].id
    assert (pain.text, pain.owner, str(pain.due)) == ("waits in a mailbox", "Ann", "2027-01-31")
    assert (question.about, question.settled) == (m.steps[1].id, True)
    assert m.flow_by_id[str(note.about)].source == m.steps[2].id
    with pytest.raises(EditRefused, match="No flow leads here"):
        typed("a", "->! alone")


def test_lanes_and_systems_say_more_of_themselves() -> None:
    line = "lane: Desk [group Service] [3 people] [7,5 Stunden am Tag]"
    m, _ = typed(line, "Desk: log it @Jira", "system: jira [kind tracking] [owner IT]")
    lane = m.lanes[0]
    assert (lane.name, lane.group, number_of(lane.people), lane.hours_per_day) == (
        "Desk",
        "Service",
        3,
        7.5,
    )
    assert (m.systems[0].name, m.systems[0].kind, m.systems[0].owner) == ("Jira", "tracking", "IT")
    assert len(m.systems) == 1
    said = explain(m, Cursor(), "lane: desk [4 people]").text
    assert said.startswith("Enter changes the lane")


def test_what_no_word_begins_stays_in_the_name() -> None:
    m, cursor = typed("a", "send [if asked] [AI answers] [back 2 d] [pin here]")
    assert m.steps[-1].name == "Send [if asked] [AI answers] [back 2 d] [pin here]"
    assert "[soon] cannot be read" in explain(m, cursor, "log [soon]").text


def test_nothing_is_handed_over_where_no_flow_leads() -> None:
    m, _ = typed("a")
    with pytest.raises(EditRefused, match="No flow leads here"):
        capture_line(m, Cursor(), "b [gets it]")


def test_the_hint_says_all_of_it_before_enter() -> None:
    m, cursor = typed("Agent: a", "Lead: b")
    line = "c [gets a mail] [through @CRM] [returned 5%] [checks AI] [AI] [pin 1/1]"
    said = explain(m, cursor, line).text
    for words in ("gets a mail", "through CRM", "5 % of them come back", "the AI takes it over"):
        assert words in said
    assert "the flow from “A” to “B”" in explain(m, cursor, "->! slow").text


def test_a_bracket_is_completed() -> None:
    assert {"gets ", "through ", "checks AI] ", "AI] ", "pin "} <= set(offered("log ["))
    assert offered("log [th") == ["through "]
    assert offered("log [gets a mai") == []
    assert offered("-> b [re") == ["returned ", "rework] "]
    assert offered("lane: Desk [gr") == ["group "]
    assert offered("system: Jira [") == ["kind ", "owner "]
    assert offered("! slow [s") == ["settled] "]
    m = map_of("a\nb @Zendesk")
    assert offered("c [through @Ze", m) == ["Zendesk "]


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("line", ["b [", "lane: Desk [", "system: Jira [", "! slow ["])
def test_what_is_offered_can_be_read(line: str, language: str) -> None:
    values = {"pin ": "3/1", "returned ": "5%", "zurück ": "5%", "due ": "2027-01-31"}
    values |= {"bis ": "2027-01-31", "waits ": "2 d", "wartet ": "2 d", "platz ": "3/1"}
    with speaking(language):  # type: ignore[arg-type]
        begun = offered(line)
        assert begun
        for text in begun:
            m, cursor = typed("a")
            value = "" if text.rstrip().endswith("]") else f"{values.get(text.lower(), 'x y')}]"
            after = capture_line(m, cursor, line + text + value).map
            names = [part.name for parts in (after.steps, after.lanes, after.systems)
                     for part in parts]  # fmt: skip
            assert not any("[" in name for name in [*names, *(n.text for n in after.notes)]), text
