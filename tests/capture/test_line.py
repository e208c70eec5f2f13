"""The capture line: every form of the table, from what is typed to what the map holds."""

import pytest

from pilotmap.capture.complete import complete
from pilotmap.capture.cursor import Cursor
from pilotmap.capture.explain import explain
from pilotmap.model.errors import EditRefused
from pilotmap.model.known import number_of
from pilotmap.model.map import PilotMap, empty_map
from tests.builders import EXAMPLE_LINES, capture_line, typed


def names(pilot_map: PilotMap) -> list[str]:
    return [step.name for step in pilot_map.steps]


def ways(pilot_map: PilotMap) -> list[str]:
    def name(step: str) -> str:
        return pilot_map.step_by_id[step].name or pilot_map.step_by_id[step].kind

    return [
        f"{name(f.source)} > {name(f.target)}"
        + (f" ({f.label} {number_of(f.share)})" if f.label else "")
        for f in pilot_map.flows
    ]


def last(pilot_map: PilotMap):
    return pilot_map.steps[-1]


def said(pilot_map: PilotMap, cursor: Cursor, line: str) -> str:
    return explain(pilot_map, cursor, line).text


def test_typing_the_example_gives_the_example(support_map: PilotMap) -> None:
    m, _ = typed(*EXAMPLE_LINES)

    def by_name(pilot_map: PilotMap):
        lane = {one.id: one.name for one in pilot_map.lanes}
        system = {one.id: one.name for one in pilot_map.systems}
        step = {one.id: one.name for one in pilot_map.steps}
        times = {
            s.name: [(t.value, t.unit, t.basis) if t else None for t in (s.work, s.wait)]
            for s in pilot_map.steps
        }
        return (
            {(one.name, one.kind) for one in pilot_map.lanes},
            set(system.values()),
            {
                (s.kind, s.name, lane[s.lane], tuple(system[x] for x in s.systems))
                for s in pilot_map.steps
            },
            times,
            {
                (step[f.source], step[f.target], f.label, number_of(f.share))
                for f in pilot_map.flows
            },
            {(n.kind, n.text, step[n.about]) for n in pilot_map.notes if n.about},
            pilot_map.title,
        )

    assert by_name(m) == by_name(support_map)
    assert [lane.name for lane in m.lanes] == [
        "Customer",
        "Support agent",
        "Tier 2 engineer",
        "Team lead",
    ]


def test_the_first_line_of_an_empty_map_is_the_start() -> None:
    m, cursor = typed("customer: ticket raised")
    assert (last(m).kind, last(m).name) == ("start", "Ticket raised")
    assert (m.lanes[0].name, m.lanes[0].kind) == ("Customer", "outside")
    assert cursor == Cursor(step=last(m).id)


def test_without_a_lane_the_first_step_waits_for_its_owner() -> None:
    m, _ = typed("ticket raised")
    assert m.lanes[0].name == "Who?"
    assert "Who?" in explain(empty_map(), Cursor(), "").text
    assert "Who?" in explain(empty_map(), Cursor(), "ticket raised").text


def test_a_plain_line_is_a_step_in_the_lane_before() -> None:
    m, _ = typed("Customer: raised", "Agent: log it", "triage it")
    assert [m.lane_by_id[s.lane].name for s in m.steps] == ["Customer", "Agent", "Agent"]
    assert ways(m) == ["Raised > Log it", "Log it > Triage it"]


def test_systems_are_made_once_whatever_their_case() -> None:
    m, _ = typed(
        "a", "log @Zendesk, @CRM", 'look @"Lotus Notes" @zendesk', "close @lotus notes now"
    )
    assert [s.name for s in m.systems] == ["Zendesk", "CRM", "Lotus Notes"]
    assert last(m).name == "Close now"
    assert [m.system_by_id[s].name for s in last(m).systems] == ["Lotus Notes"]


@pytest.mark.parametrize(
    ("brackets", "work", "wait"),
    [
        ("[5min] [waits 14h]", "5 min", "14 h"),
        ("[waits 14 h, 5 min]", "5 min", "14 h"),
        ("[wartet 14 Stunden, 5 min]", "5 min", "14 h"),
        ("[5 Minuten] [Liegezeit 2 Tage]", "5 min", "2 d"),
        ("[1,5 h]", "1.5 h", "None"),
        ("[wait 2 working days · work 30 s]", "30 s", "2 wd"),
        ("[14h wait]", "None", "14 h"),
    ],
)
def test_times_stand_anywhere_in_square_brackets(brackets: str, work: str, wait: str) -> None:
    for line in (f"log it {brackets}", f"log {brackets} it", f"{brackets} log it"):
        m, _ = typed("a", line)
        assert last(m).name == "Log it"
        assert (str(last(m).work), str(last(m).wait)) == (work, wait)


def test_a_time_says_how_it_is_known() -> None:
    m, _ = typed("a", "log [5 min guessed] [waits 14h, measured]")
    assert last(m).work is not None
    assert last(m).work.basis == "guessed"
    assert last(m).name == "Log [waits 14h, measured]"
    assert "[soon] cannot be read" in said(m, Cursor(), "log [soon]")


def test_a_wait_reads_its_time_out_of_the_words() -> None:
    for line in (
        "~ waits for the vendor 2d",
        "~ waits 2 days for the vendor",
        "~ waits for the vendor [2d]",
    ):
        m, _ = typed("a", line)
        assert (last(m).kind, last(m).name, str(last(m).wait)) == (
            "wait",
            "Waits for the vendor",
            "2 d",
        )


def test_where_a_time_is_known_from_makes_no_wait_of_a_step() -> None:
    m, _ = typed("Agent: begin", "Agent: look [5 min: ~ May]")
    assert (last(m).kind, str(last(m).work), last(m).wait) == ("step", "5 min", None)


def test_a_decision_has_its_question_mark() -> None:
    m, _ = typed("a", "? known issue", "Agent: ? is it new?")
    assert names(m)[1:] == ["Known issue?", "Is it new?"]
    assert {s.kind for s in m.steps[1:]} == {"decision"}


@pytest.mark.parametrize("share", ["60%", "60 %", "0.6", "0,6", "(60%)"])
def test_a_branch_has_a_share_in_any_form(share: str) -> None:
    m, cursor = typed("a", "? b", f"> yes {share}")
    assert cursor == Cursor(step="b", branch_of="b", label="yes", share=0.6)
    assert "the next line is its first step" in said(*typed("a", "? b"), f"> yes {share}")
    m, _ = capture_line(m, cursor, "fix it")[:2]
    assert ways(m)[-1] == "B? > Fix it (yes 0.6)"


def test_a_branch_and_its_first_step_in_one_line() -> None:
    m, _ = typed("a", "log", "? b", "> no: Team lead: check", "> yes 60%: -> log")
    assert ways(m)[-2:] == ["B? > Check (no None)", "B? > Log (yes 0.6)"]
    assert m.flows[-1].rework


def test_after_an_end_a_branch_belongs_to_the_innermost_open_decision() -> None:
    m, cursor = typed("a", "? outer", "> yes", "b", "? inner", "> yes", ". done", "> no", ". left")
    assert said(m, cursor, "> no").startswith("Enter begins branch “no” of “Outer?”")
    m, cursor, _ = capture_line(m, cursor, "> no: c")
    assert ways(m)[-1] == "Outer? > C (no None)"


def test_a_decision_whose_shares_leave_cases_over_is_open() -> None:
    lines = ("a", "? outer", "> x 50%", "? inner", "> p 50%: b", "> q 30%: c")
    m, _ = typed(*lines, "> r 20%: d")
    assert ways(m)[-1] == "Inner? > D (r 0.2)"
    m, _ = typed(*lines, "> r 20%: d", "> y 50%: e")
    assert ways(m)[-1] == "Outer? > E (y 0.5)"


def test_a_branch_without_a_decision_is_refused() -> None:
    with pytest.raises(EditRefused, match="no decision above"):
        typed("a", "b", "> yes")
    with pytest.raises(EditRefused, match="more than all cases"):
        typed("a", "? b", "> yes 130%")


def test_a_branch_typed_anew_takes_the_place_of_one_without_a_step() -> None:
    m, cursor = typed("a", "? b", "> yse 60%")
    assert "“yse”, still without a step, is given up" in said(m, cursor, "> yes 60%")
    m, _ = typed("a", "? b", "> yse 60%", "> yes 60%", "c")
    assert ways(m)[-1] == "B? > C (yes 0.6)"


def test_an_arrow_leads_to_a_step_by_name_or_first_letters() -> None:
    m, cursor = typed("a", "log the ticket", "? known issue", "> no", "ask", "-> LOG the ticket")
    assert ways(m)[-1] == "Ask > Log the ticket"
    assert m.flows[-1].rework
    m, _ = typed("a", "log the ticket", "? known issue", "> no", "ask", "-> known")
    assert ways(m)[-1] == "Ask > Known issue?"
    with pytest.raises(EditRefused, match="did you mean “Log the ticket”"):
        capture_line(m, cursor, "-> log the tikcet")
    assert "leads back to Log the ticket" in said(
        *typed("a", "log the ticket", "b"), "-> log the ticket"
    )


def test_the_same_end_is_joined_not_doubled() -> None:
    m, _ = typed("a", "? b", "> yes", ". Customer: resolved", "> no", "c", ". resolved")
    assert len([s for s in m.steps if s.kind == "end"]) == 1
    m, _ = typed("a", "? b", "> yes", ". Customer: resolved", "> no", "c", ". Agent: resolved")
    assert len([s for s in m.steps if s.kind == "end"]) == 2


def test_nothing_follows_an_end() -> None:
    m, cursor = typed("a", ". done")
    with pytest.raises(EditRefused, match="is an end"):
        capture_line(m, cursor, "more")
    assert "Nothing follows an end" in said(m, cursor, "")
    assert "type > and a label for the next branch of “B?”" in said(
        *typed("a", "? b", "> yes", ". done"), "more"
    )


def test_parallel_work_begins_goes_on_and_comes_together() -> None:
    m, _ = typed("a", "& print", "pack", "& bill", "&&", "ship")
    assert ways(m) == [
        "A > parallel",
        "parallel > Print",
        "Print > Pack",
        "parallel > Bill",
        "Pack > parallel",
        "Bill > parallel",
        "parallel > Ship",
    ]
    with pytest.raises(EditRefused, match="Nothing runs at the same time"):
        typed("a", "b", "&&")


def test_parallel_work_beside_what_follows_already() -> None:
    m, _ = typed("a", "b", "c", "<- b", "& tell them")
    assert ways(m) == ["A > B", "B > parallel", "parallel > C", "parallel > Tell them"]


def test_notes_are_about_the_step_before() -> None:
    m, cursor = typed("a", "log", "! typed twice", "# who decides?", ": ask IT")
    assert [(n.kind, n.text, n.about) for n in m.notes] == [
        ("pain", "typed twice", "log"),
        ("question", "who decides?", "log"),
        ("note", "ask IT", "log"),
    ]
    assert cursor.step == "log"


def test_a_selected_flow_takes_the_step_in_between(support_map: PilotMap) -> None:
    done = capture_line(support_map, Cursor(flow="f5"), "Team lead: look at it")
    assert done.map.flow_by_id["f5"].label == "no"
    assert f"{done.cursor.step} > diagnose" in [f"{f.source} > {f.target}" for f in done.map.flows]
    assert (
        explain(support_map, Cursor(flow="f5"), "x").before
        == "between “Known issue?” and “Diagnose”"
    )
    labelled = capture_line(support_map, Cursor(flow="f5"), "> not yet 30%").map.flow_by_id["f5"]
    assert (labelled.label, number_of(labelled.share)) == ("not yet", 0.3)


@pytest.mark.parametrize(
    ("line", "lane", "name"),
    [
        ("agent: log", "Agent", "Log"),
        ("Check: is it urgent", "Start", "Check: is it urgent"),
        ("Tier 2 engineer: fix", "Tier 2 engineer", "Fix"),
        ("call the customer at 10:30", "Start", "Call the customer at 10:30"),
        ("open http://x.org", "Start", "Open http://x.org"),
        ("a long remark on the case: say so", "Start", "A long remark on the case: say so"),
        (r"Note\: this is a step", "Start", "Note: this is a step"),
        ('"Check": is it urgent', "Check", "Is it urgent"),
        ("Legal (person): sign", "Legal", "Sign"),
    ],
)
def test_what_stands_before_a_colon(line: str, lane: str, name: str) -> None:
    m, _ = typed('"Start": begun', line)
    assert (m.lane_by_id[last(m).lane].name, last(m).name) == (lane, name)


def test_names_begin_with_a_capital_unless_they_have_their_own_spelling() -> None:
    m, _ = typed("a", "log it", "eBay listing", r"\as it is", r"3\. try")
    assert names(m) == ["A", "Log it", "eBay listing", "as it is", "3. try"]


def test_look_alikes_are_offered_not_doubled(support_map: PilotMap) -> None:
    assert "there is a lane “Team lead”" in said(support_map, Cursor(step="log"), "Team leads: x")
    pilot_map = capture_line(support_map, Cursor(step="log"), "TEAM LEAD: x @zendesk").map
    assert (len(pilot_map.lanes), len(pilot_map.systems)) == (4, 5)
    (offer,) = complete(support_map, "Team leads: x", 11)
    assert (offer.text, offer.about) == ("Team lead", "looks like “Team leads”")


def test_names_are_completed(support_map: PilotMap) -> None:
    def done(line: str) -> list[str]:
        found = complete(support_map, line, len(line))
        return [line[: one.start] + one.text + line[one.end :] for one in found]

    assert done("log @Zen") == ["log @Zendesk "]
    assert done("sup") == ["Support agent: "]
    assert done("> no 10%: tea") == ["> no 10%: Team lead: "]
    assert done("-> fix")[0] == "-> Fix and verify"
    assert done(". res") == [". Resolved"]
    assert done("log @zendsk") == ["log @Zendesk "]
    assert done("xyz") == []


def test_what_enter_will_do_is_said_before(support_map: PilotMap) -> None:
    hint = explain(support_map, Cursor(step="release"), "Team lead: check the hard ones @CRM")
    assert hint.before == "after “Approve the release”"
    assert ("Team lead", "lane") in hint.parts
    assert ("CRM", "system") in hint.parts
    assert hint.text.startswith("Enter adds a step in Team lead touching CRM")
    assert "between “Approve the release” and “Resolved”" in hint.text


def test_an_empty_line_changes_nothing_and_a_lost_cursor_is_let_go(support_map: PilotMap) -> None:
    assert capture_line(support_map, Cursor(step="log"), "  ") == (support_map, Cursor("log"), "")
    assert explain(support_map, Cursor(step="gone"), "x").before == "unconnected"
