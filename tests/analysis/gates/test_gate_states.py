"""Where gates 2 to 4 stand: open in order, sealed before the first case, stale with Gate 1."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from pilotmap.analysis.chain import broken_records, recorded
from pilotmap.analysis.findings import find
from pilotmap.analysis.findings.finding import Finding
from pilotmap.analysis.gate1 import gate1
from pilotmap.analysis.gates.sealing import change_sealed, seal_gate
from pilotmap.analysis.gates.state import LaterGateNow, later_gates
from pilotmap.analysis.gates.work_list import work_list
from pilotmap.model.beside import UNKNOWN, Beside, CasesBeside
from pilotmap.model.edits.fields import edit_outcome, edit_pilot, edit_system
from pilotmap.model.edits.gates import add_row, edit_gate, edit_row, open_gate, switch_row
from pilotmap.model.edits.systems import delete_system
from pilotmap.model.errors import EditRefused
from pilotmap.model.gates.feasibility import TrialDecision
from pilotmap.model.gates.gate import LaterGate
from pilotmap.model.history import History
from pilotmap.model.map import PilotMap
from pilotmap.storage.json_file import load
from tests import gates

TODAY = date(2027, 6, 1)


def judged(
    pilot_map: PilotMap, gate: LaterGate, beside: Beside = UNKNOWN, today: date = TODAY
) -> LaterGateNow:
    first = gate1(pilot_map, today, findings=find(pilot_map, today))
    return later_gates(pilot_map, first, today, beside)[gate]


def rules(findings: Sequence[Finding]) -> set[str]:
    return {finding.rule for finding in findings}


def test_the_whole_way_clears_gate_by_gate() -> None:
    way = {
        2: gates.through_gate_2(),
        3: gates.through_gate_3(),
        4: gates.through_gate_4(),
    }
    for gate, pilot_map in way.items():
        assert judged(pilot_map, gate).state == "cleared"  # type: ignore[arg-type]
        assert broken_records(pilot_map.signoffs) == ()
    assert [judged(way[2], gate).state for gate in (3, 4)] == ["open", "locked"]


def test_each_gate_is_locked_until_the_one_before_has_cleared() -> None:
    unsigned = load(gates.SUPPORT)
    for gate in (2, 3, 4):
        now = judged(unsigned, gate)  # type: ignore[arg-type]
        assert now.state == "locked"
        assert rules(now.findings) == {f"PM{gate + 4}01"}
    signed = gates.signed(unsigned)
    assert judged(signed, 2).state == "open"
    assert judged(signed, 3).why_locked == "Gate 2 (Feasibility) has not cleared yet"


def test_another_verdict_than_an_ai_opens_nothing() -> None:
    automate = edit_pilot(load(gates.SUPPORT), verdict="automate", why_not="rules do")
    assert "there is nothing to build" in judged(gates.signed(automate), 2).why_locked


def test_a_killed_pilot_is_a_result_and_nothing_follows() -> None:
    killed = gates.through_gate_2(choice="kill")
    now = judged(killed, 2)
    assert (now.state, now.verdict) == ("killed", "kill")
    assert not any(finding.severity == "error" for finding in now.findings)
    assert judged(killed, 3).why_locked == "Gate 2 killed the pilot: nothing follows"


def test_a_change_of_gate_1_makes_later_gates_stale_and_keeps_their_data() -> None:
    changed = edit_outcome(gates.through_gate_4(), measure="time to first answer")
    for gate in (2, 3, 4):
        assert judged(changed, gate).state == "stale"  # type: ignore[arg-type]
    assert changed.shadow == gates.through_gate_4().shadow


def test_a_change_of_gate_2_makes_its_seats_stale() -> None:
    changed = edit_gate(gates.through_gate_2(), 2, does_well="nothing at all")
    now = judged(changed, 2)
    assert now.state == "stale"
    assert "PM604" in rules(now.findings)
    same = edit_gate(gates.through_gate_2(), 2, owner="Someone", next_review=TODAY)
    assert judged(same, 2).state == "cleared"


def test_it_is_ready_when_the_decision_is_written_and_declined_when_a_seat_declines() -> None:
    pilot_map = gates.with_cases(gates.at_gate_2(), 2, gates.trials(4, 200))
    assert judged(pilot_map, 2).state == "open"
    day = gates.OPENED_2 + timedelta(days=3)
    ready = edit_gate(pilot_map, 2, decision=TrialDecision(choice="proceed", on=day))
    assert judged(ready, 2).state == "ready"
    declined = recorded(ready, "it", "The it lead", "declined", gates.at(day), gate=2)
    assert judged(declined, 2).state == "declined"
    assert gate1(declined, TODAY).state == "signed"


def test_a_decision_against_the_verdict_needs_its_reason() -> None:
    pilot_map = gates.with_cases(gates.at_gate_2(), 2, gates.trials(4, 200))
    day = gates.OPENED_2 + timedelta(days=3)
    against = edit_gate(pilot_map, 2, decision=TrialDecision(choice="kill", on=day))
    assert "PM616" in rules(judged(against, 2).findings)
    reason = TrialDecision(choice="kill", on=day, reason="the model is withdrawn")
    assert "PM616" not in rules(judged(edit_gate(pilot_map, 2, decision=reason), 2).findings)


def test_what_is_sealed_changes_only_with_a_name_and_a_reason() -> None:
    sealed = gates.with_cases(gates.at_gate_2(0.1), 2, gates.trials(4, 12))
    with pytest.raises(EditRefused, match="sealed"):
        edit_gate(sealed, 2, threshold=0.2)
    with pytest.raises(EditRefused, match="name and a reason"):
        change_sealed(sealed, 2, {"threshold": 0.2}, "Someone", " ", gates.at(TODAY))
    with pytest.raises(EditRefused, match="sealed already"):
        seal_gate(sealed, 2, "Someone", gates.at(TODAY))
    changed = change_sealed(
        sealed, 2, {"threshold": 0.2}, "Someone", "reckoned anew", gates.at(TODAY)
    )
    assert changed.feasibility is not None
    former = changed.feasibility.history[0]
    assert (former.threshold, former.judged, former.by) == (0.1, 12, "Someone")
    assert [seal.failed_share for seal in changed.seals(2)] == [0.1, 0.2]
    assert changed.seals(2)[-1].id == changed.feasibility.sealed
    assert broken_records(changed.signoffs) == ()
    now = judged(changed, 2)
    assert "PM612" in rules(now.findings)
    assert now.figures["verdicts_before"] == ["kill"] or now.figures["verdicts_before"] == [
        "not_enough"
    ]


def test_a_threshold_edited_past_its_seal_is_an_error_that_names_both() -> None:
    sealed = gates.at_gate_2(0.1)
    assert sealed.feasibility is not None
    forged = sealed.replace(feasibility=sealed.feasibility.replace(threshold=0.25))
    said = [f.message for f in judged(forged, 2).findings if f.rule == "PM611"]
    assert len(said) == 1
    assert "25 %" in said[0]
    assert "10 %" in said[0]
    bare = sealed.replace(feasibility=sealed.feasibility.replace(sealed=None))
    assert "PM611" in rules(judged(bare, 2).findings)


def test_a_seal_that_was_altered_breaks_the_chain() -> None:
    sealed = gates.at_gate_2(0.1)
    forged = sealed.signoffs[-1].replace(failed_share=0.25)
    assert broken_records((*sealed.signoffs[:-1], forged))


def test_cases_before_the_seal_are_said() -> None:
    opened = open_gate(gates.signed(load(gates.SUPPORT)), 2, gates.OPENED_2)
    pilot_map = gates.with_cases(edit_gate(opened, 2, threshold=0.1), 2, gates.trials(1, 5))
    assert "PM610" in rules(judged(pilot_map, 2).findings)


def test_undo_takes_back_neither_a_seal_nor_what_it_fixes() -> None:
    opened = open_gate(gates.signed(load(gates.SUPPORT)), 2, gates.OPENED_2)
    history = History(opened)
    history.commit(edit_gate(opened, 2, threshold=0.1), "threshold")
    history.amend(seal_gate(history.map, 2, "Head of support", gates.at(gates.OPENED_2)))
    history.commit(edit_gate(history.map, 2, built="a prompt"), "built")
    history.go_to(0)
    assert history.map.feasibility is not None
    assert history.map.feasibility.built == ""
    assert history.map.feasibility.threshold == 0.1
    assert history.map.feasibility.sealed == history.map.seals(2)[-1].id
    assert "PM611" not in rules(judged(history.map, 2).findings)


@pytest.mark.parametrize(
    ("beside", "rule"),
    [
        (CasesBeside("missing"), "PM613"),
        (CasesBeside("changed", 3, ("line 4: it has 2 cells, not 9",)), "PM614"),
        (CasesBeside("unreadable", reason="no"), "PM613"),
    ],
)
def test_a_file_that_is_not_the_one_taken_in_is_an_error(beside: CasesBeside, rule: str) -> None:
    pilot_map = gates.through_gate_2()
    now = judged(pilot_map, 2, Beside({2: beside}))
    assert rule in rules(now.findings)
    assert now.state == "open"
    assert "PM613" not in rules(judged(pilot_map, 2, Beside({2: CasesBeside("fits")})).findings)


def test_the_two_weeks_are_said_to_be_over() -> None:
    late = gates.OPENED_2 + timedelta(days=17)
    said = [
        f.message for f in judged(gates.at_gate_2(), 2, today=late).findings if f.rule == "PM620"
    ]
    assert said == ["The two weeks are over by 3 days: decide on what there is"]


def test_the_work_list_follows_the_map_and_keeps_answers() -> None:
    pilot_map = gates.through_gate_3()
    keys = {asked.row.key for asked in work_list(pilot_map).rows}
    assert {"connections.crm", "errors.down.crm", "production.outcome"} <= keys
    without = delete_system(pilot_map, "crm")
    found = work_list(without)
    assert "connections.crm" not in {asked.row.key for asked in found.rows}
    left = {row.key: row.answer for row in found.left}
    assert left["connections.crm"] == "done"
    renamed = edit_system(pilot_map, "crm", name="Customer book")
    row = next(a.row for a in work_list(renamed).rows if a.row.key == "connections.crm")
    assert (row.about, row.answer) == ("Customer book", "done")


def test_rows_can_be_added_and_switched_on() -> None:
    pilot_map, row = add_row(gates.through_gate_2(), "monitoring", "Is there a dashboard?")
    again, other = add_row(pilot_map, "errors", "And then?")
    assert (row.key, other.key) == ("own.1", "own.2")
    on = switch_row(again, "extra.cost", on=True)
    keys = [asked.row.key for asked in work_list(on).rows]
    assert {"own.1", "own.2", "extra.cost"} <= set(keys)
    answered = edit_row(
        on, next(a.row for a in work_list(on).rows if a.row.key == "extra.cost"), answer="2 ct"
    )
    off = switch_row(answered, "extra.cost", on=False)
    assert [row.key for row in work_list(off).left] == ["extra.cost"]


def test_each_row_that_lacks_something_is_named() -> None:
    pilot_map = gates.through_gate_3()
    first = work_list(pilot_map).rows[0].row
    broken = edit_row(pilot_map, first, owner="", evidence="tests/none.md")
    found = judged(broken, 3, Beside(missing_evidence=frozenset({"tests/none.md"}))).findings
    assert {"PM704", "PM721", "PM722", "PM723"} <= rules(found)
    said = next(f for f in found if f.rule == "PM723")
    assert said.place == f"gate3.rows.{first.key}"
    assert "has no owner" in said.message


def test_a_run_of_one_week_and_a_strange_unit_are_said() -> None:
    pilot_map = gates.through_gate_4()
    assert pilot_map.shadow is not None
    assert pilot_map.shadow.threshold is not None
    other = pilot_map.shadow.threshold.replace(unit="%")
    forged = pilot_map.replace(shadow=pilot_map.shadow.replace(weeks=1, threshold=other))
    assert {"PM820", "PM821", "PM811"} <= rules(judged(forged, 4).findings)
