"""A whole outline pasted at once."""

import pytest

from pilotmap.capture.cursor import Cursor
from pilotmap.capture.outline import read_outline
from pilotmap.capture.outline_text import write_outline
from pilotmap.model.errors import EditRefused
from pilotmap.model.map import PilotMap, empty_map
from tests.builders import map_of

EXAMPLE = """\
title: Tier 1 support triage
currency: EUR
lane: Customer
lane: Support agent [group Tier 1 team] [10 people] [6 h a day] \
[38 EUR an hour measured: controlling, 2027]
lane: Tier 2 engineer [group Engineering] [8 people] [6 h a day] \
[62 EUR an hour measured: controlling, 2027]
lane: Team lead (person) [group Tier 1 team] [3 people] [3 h a day] \
[55 EUR an hour measured: controlling, 2027]
system: Zendesk [kind ticketing] [owner IT service platform]
system: CRM [kind customer records] [owner IT customer systems]
system: KB [kind knowledge base]
system: Jira [kind issue tracking]
system: Logs [kind log search]
start: Customer: Ticket raised
Support agent: Log the ticket @Zendesk [5 min measured] [waits 14 h measured] [gets Ticket] \
[through @Zendesk]
Triage and classify @Zendesk @CRM [20 min estimated: team lead] [waits 14 h measured] [AI]
! Customer data is typed from Zendesk into the CRM by hand
? Known issue?
# Who may change a category after the engineer has started? [owner Team lead] [due 2027-03-10]
> yes 60%
  Send the known fix @Zendesk @KB [15 min estimated: team lead]
  ? Customer: Did it work? [gets Known fix] [through @Zendesk]
  > yes 85%
    . Resolved
  > no 15%
    Tier 2 engineer: Fix and verify @Jira [40 min guessed] [gets Reply that it failed] \
[through @Zendesk]
    Team lead: Approve the release [6 min guessed] [waits 8 h measured] [gets Verified fix] \
[through @Jira]
    -> Resolved [gets Released fix] [through e-mail]
> no 40%
  Tier 2 engineer: Diagnose @Jira @Logs [25 min estimated: engineering] [waits 22 h measured] \
[gets Ticket with notes] [through @Jira] [returned 10%]
  -> Fix and verify
"""


def ways(pilot_map: PilotMap) -> set[tuple[str, str]]:
    return {(flow.source, flow.target) for flow in pilot_map.flows}


def test_the_example_leaves_as_text_that_people_can_read(support_map: PilotMap) -> None:
    assert write_outline(support_map) == EXAMPLE
    assert write_outline(map_of(EXAMPLE)) == EXAMPLE
    assert write_outline(empty_map()) == ""


def test_a_flow_may_lead_to_what_a_later_line_brings() -> None:
    m = map_of("raised\n? known\n> yes: fix\n-> Closed\n> no: diagnose\n. Closed")
    assert ("fix", "closed") in ways(m)
    assert ("diagnose", "closed") in ways(m)
    assert [flow.label for flow in m.flows_out("known")] == ["yes", "no"]


def test_bullets_numbers_and_indents_are_for_the_eye() -> None:
    m = map_of("1. raised\n\t2) log\n  - ? known?\n    • > yes\n      * fix")
    assert [step.name for step in m.steps] == ["raised", "log", "known?", "fix"]
    assert ("known", "fix") in ways(m)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a\n-> nowhere", "Line 2: No step is called “nowhere”"),
        ("a\nb\n\n> yes", "Line 4: There is no decision above"),
        ("a\n? b\n> yes\n> no\nc", "Line 3: The branch “yes” has no first step"),
        ("a\n? b\n> yes\n", "Line 3: The branch “yes”"),
        ("a\n. end\nb", "Line 3: “end” is an end"),
        ("a\nb\n-> b", "Line 3: “b” cannot lead to itself"),
    ],
)
def test_a_line_that_cannot_be_is_named(text: str, says: str) -> None:
    with pytest.raises(EditRefused) as caught:
        map_of(text)
    assert caught.value.message.startswith(says)


def test_an_outline_goes_on_where_the_cursor_is(support_map: PilotMap) -> None:
    pilot_map = read_outline(support_map, "Support agent: tag it\nsort it", Cursor(step="log")).map
    assert {("log", "tag"), ("tag", "sort"), ("sort", "triage")} <= ways(pilot_map)


def test_several_of_one_name_are_told_apart() -> None:
    m = map_of("a\n? b\n> x\ncheck\nc\n> y\ncheck\n-> check (1)\n> z: d\n-> check (2)")
    checks = [step.id for step in m.steps if step.name == "check"]
    assert {(checks[1], checks[0]), ("d", checks[1])} <= ways(m)


def test_parallel_work_and_several_starts_come_back() -> None:
    text = (
        "lane: Shop\nstart: Shop: Ordered\n&\n  & Print\n  & ~ Wait [waits 2 d]\n"
        "    &\n    Ship\n<- Print\n  -> (no name) (2)\n<-\nstart: Shop: Called\n-> Print\n"
    )
    m = map_of(text)
    assert map_of(write_outline(m)) == map_of(write_outline(map_of(write_outline(m))))
    assert len(m.flows_in("ship")) == 1
    assert len([step for step in m.steps if step.kind == "start"]) == 2
    assert [len(m.flows_in(s.id)) for s in m.steps if s.kind == "parallel"] == [1, 2]


def test_a_long_page_of_outline_is_read() -> None:
    text = "start: A: s\n" + "\n".join(f"step number {n} @Jira [5 min]" for n in range(200))
    m = map_of(text)
    assert len(m.steps) == 201


def test_parallel_work_is_written_as_it_is_typed() -> None:
    text = (
        "lane: Shop\nstart: Shop: Ordered\n&\n  & Print\n  &\n    & Fold\n    & Seal\n  &&\n"
        "  Stamp\n  & ? Paid?\n  > yes\n    Close\n  > no\n    Remind\n&& Ready\nShip\n. Sent\n"
    )
    m = map_of(text)
    assert write_outline(m) == text
    assert [len(m.flows_in(s.id)) for s in m.steps if s.kind == "parallel"] == [1, 1, 2, 3]
