"""Every rule fires on the smallest map that breaks it, and keeps quiet on its neighbour."""

from datetime import date

import pytest

from pilotmap.analysis.findings import Finding, find
from pilotmap.analysis.findings.rules import RULES
from pilotmap.analysis.findings.waivers import can_waive
from pilotmap.model.known import number_of
from pilotmap.model.map import PilotMap, empty_map
from tests.analysis.rule_cases import CASES, TODAY, ai, hours, outcome, reviewed, timed
from tests.analysis.small import marked, process


def findings(pilot_map: PilotMap, rule: str, today: date = TODAY) -> list[Finding]:
    return [finding for finding in find(pilot_map, today) if finding.rule == rule]


@pytest.mark.parametrize(("rule", "fires", "quiet"), CASES)
def test_rule(rule: str, fires: PilotMap, quiet: PilotMap) -> None:
    assert findings(fires, rule)
    assert not findings(quiet, rule)


def test_every_rule_has_a_case() -> None:
    assert {rule for rule, _, _ in CASES} == set(RULES)


@pytest.mark.parametrize(("rule", "fires", "quiet"), CASES)
def test_messages_and_fixes_hold(rule: str, fires: PilotMap, quiet: PilotMap) -> None:
    known = {
        part.id
        for parts in (fires.lanes, fires.systems, fires.steps, fires.flows)
        for part in parts
    } | {note.id for note in fires.notes}
    for finding in find(fires, TODAY):
        assert len(finding.message) > 15
        assert finding.message[0].isupper() or finding.message[0] in "“…"
        assert not finding.message.endswith(".")
        assert set(finding.refs) <= known
        if finding.fix is not None:
            mended = finding.fix.edit(fires)
            same = [f for f in find(mended, TODAY) if f[:4] == finding[:4]]
            assert not same, f"{finding.fix.label} does not take the finding away"


def test_errors_come_first_and_the_order_is_that_of_the_rules(support_map: PilotMap) -> None:
    pilot_map = support_map.replace(
        pilot=support_map.pilot.replace(escalates_to=None, worst_case="")
    )
    told = find(pilot_map, TODAY)
    rank = {"error": 0, "warning": 1, "note": 2}
    order = [(rank[finding.severity], finding.rule) for finding in told]
    assert order == sorted(order)
    assert len(order) > 3


class TestWording:
    def test_a_branch_without_label_names_both_ends(self) -> None:
        pilot_map = process("d-a d-b")
        pilot_map = pilot_map.replace(
            flows=(pilot_map.flows[0].replace(label="yes"), pilot_map.flows[1].replace(label=""))
        )
        (finding,) = findings(pilot_map, "PM204")
        assert finding.message == (
            "Decision “Name of d” has a branch with no label, to “Name of b”: say when it is taken"
        )
        assert finding.refs == ("d", "d_b")
        assert finding.fix is not None
        assert finding.fix.label == "Label it “no”"

    def test_a_branch_beside_two_others_is_otherwise(self) -> None:
        pilot_map = process("d-a d-b d-c")
        pilot_map = pilot_map.replace(
            flows=(*pilot_map.flows[:2], pilot_map.flows[2].replace(label=""))
        )
        (finding,) = findings(pilot_map, "PM204")
        assert finding.fix is not None
        assert finding.fix.edit(pilot_map).flows[2].label == "otherwise"

    def test_unreached_steps_are_one_finding_a_place(self) -> None:
        m = process("x-y y-z v-w w-z", alone="s")
        told = findings(m, "PM203")
        assert sorted(finding.refs[0] for finding in told) == ["v", "x"]
        assert sorted(step for finding in told for step in finding.refs) == list("vwxyz")

    def test_dead_ends_are_one_finding_a_place(self) -> None:
        told = findings(process("s-d d-e d-a a-b", alone=""), "PM208")
        assert [finding.refs for finding in told] == [("b", "a")]

    def test_shares_are_mended_in_proportion(self) -> None:
        m = process("d-a:0.5 d-b:0.4 d-c:0.3")
        (finding,) = findings(m, "PM206")
        assert finding.message.endswith("add up to 120 %, not 100 %: correct the shares")
        assert finding.fix is not None
        shares = [number_of(flow.share) for flow in finding.fix.edit(m).flows]
        assert shares == pytest.approx([0.4167, 0.3333, 0.25], abs=1e-3)

    def test_units_are_mended_by_conversion(self) -> None:
        m = outcome(target=hours(0.5, "d"))
        (finding,) = findings(m, "PM104")
        assert finding.fix is not None
        assert finding.fix.label == "Write the target as 12 h"
        mended = finding.fix.edit(m).outcome.target
        assert mended is not None
        assert (mended.value, mended.unit) == (12, "h")

    def test_a_figure_that_is_missing_says_what_is_not_given(self) -> None:
        pilot_map = reviewed(9).replace(volume=None)
        pilot_map = pilot_map.replace(lanes=(pilot_map.lanes[0].replace(people=None),))
        (finding,) = findings(pilot_map, "PM502")
        assert finding.message == (
            "The review load cannot be computed: the number of cases and the number of people in "
            "“Agent” are not given"
        )

    def test_an_empty_map_is_not_told_about_figures(self) -> None:
        assert not findings(empty_map(), "PM502")


@pytest.mark.parametrize(
    ("hours_given", "words"), [(12, "explains 25 % of"), (96, "explains 200 % of")]
)
def test_times_that_do_not_explain_the_baseline(hours_given: int, words: str) -> None:
    (finding,) = findings(timed("s-a a-e", f"a=0+{hours_given}"), "PM109")
    assert words in finding.message
    assert ("nobody named" in finding.message) == (hours_given < 48)


class TestOtherVerdicts:
    @pytest.mark.parametrize("verdict", ["automate", "change", "leave"])
    def test_ask_nothing_about_the_ai(self, verdict: str) -> None:
        why = "It works as it is"
        pilot_map = process("s-a a-e").replace(
            pilot={"verdict": verdict, "step": "a", "why_not": why}
        )
        assert not [finding for finding in find(pilot_map, TODAY) if finding.rule.startswith("PM3")]


class TestWaivers:
    OPEN = marked(process("a-b b-e", "", "Agent= Outside=b"), "a", mode="autonomous")

    def test_an_answer_in_writing_makes_a_note_of_it(self) -> None:
        (finding,) = findings(self.OPEN, "PM305")
        assert can_waive(finding)
        waiver = finding.answer("Customers are told that an AI answers", "Head of support")
        (told,) = findings(self.OPEN.replace(waivers=(waiver,)), "PM305")
        assert told.severity == "note"
        assert told.answered == waiver
        assert told.message.endswith(
            "Answered in writing by Head of support: Customers are told that an AI answers"
        )

    def test_an_answer_for_one_lane_does_not_cover_another(self) -> None:
        (finding,) = findings(self.OPEN, "PM305")
        waiver = finding.answer("They know")
        pilot_map = process("a-b b-c c-e", "", "Agent= Outside=b Bank=c")
        lanes = tuple(
            lane.replace(kind="outside") if lane.name == "Bank" else lane
            for lane in pilot_map.lanes
        )
        pilot_map = marked(
            pilot_map.replace(lanes=lanes, waivers=(waiver,)), "a", mode="autonomous"
        )
        assert findings(pilot_map, "PM305")[0].severity == "error"

    def test_an_answer_needs_a_reason(self) -> None:
        (finding,) = findings(self.OPEN, "PM305")
        pilot_map = self.OPEN.replace(waivers=(finding.answer(" "),))
        assert findings(pilot_map, "PM305")[0].severity == "error"

    def test_other_rules_cannot_be_answered(self) -> None:
        m = ai("draft", escalates_to=None)
        (finding,) = findings(m, "PM303")
        assert not can_waive(finding)
        waived = m.replace(waivers=(finding.answer("Nobody is unsure here"),))
        assert findings(waived, "PM303")[0].severity == "error"

    def test_review_over_100_percent_is_an_error_and_over_80_a_warning(self) -> None:
        severities = [[f.severity for f in findings(reviewed(n), "PM306")] for n in (8, 9, 10, 11)]
        assert severities == [[], ["warning"], ["warning"], ["error"]]


@pytest.mark.parametrize(
    ("flows", "message", "refs"),
    [
        (
            "s-p p-a p-b a-e b-e",
            "What “Name of p” starts at the same time never comes together: join it",
            ("p",),
        ),
        (
            "s-d d-a d-b a-p b-p p-e",
            "“Name of p” waits for branches of “Name of d”, and only one of them comes",
            ("p", "d"),
        ),
        (
            "s1-a s2-b a-p b-p p-e",
            "“Name of p” waits for different starts, and only one of them comes",
            ("p",),
        ),
        (
            "s-p p-a a-d d-p d-e",
            "“Name of p” waits for what it starts itself: lead back before it",
            ("p",),
        ),
    ],
)
def test_branches_that_do_not_fit_are_told_apart(
    flows: str, message: str, refs: tuple[str, ...]
) -> None:
    (finding,) = findings(process(flows), "PM212")
    assert (finding.message, finding.refs) == (message, refs)
