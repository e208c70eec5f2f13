"""Tables as people have them in spreadsheets become steps."""

import pytest

from pilotmap.capture.cursor import Cursor
from pilotmap.capture.table import Table, guess_columns, read_table
from pilotmap.capture.table_steps import add_table
from pilotmap.model.errors import EditRefused
from pilotmap.model.map import PilotMap, empty_map
from tests.builders import map_of

PLAIN = """Step\tWho\tSystem\tNext\tTime
Receive the claim\tClerk\tSAP\tCheck it\t5 min
Check it\tClerk\tSAP, Mail\tIs it complete?\t20 min
Is it complete?\tClerk\t\tPay, Ask back\t
Ask back\tClerk\tMail\tCheck it\t0:30
Pay\tFinance\tBank\t\t10 min
"""
VISIO = """Process Step ID,Process Step Description,Next Step ID,Connector Label,Shape Type,Function
P100,Order in,P200,,Start,Sales
P200,In stock?,"P300,P400","yes,no",Decision,Sales
P300,Ship,P500,,Process,Warehouse
P400,Buy,P300,,Process,Purchasing
P500,Done,,,End,Sales
"""
GERMAN = "Schritt;Wer;Werkzeug;Dauer (min)\nAnnehmen;Lager;SAP;5\nPrüfen;;SAP;7,5\nBuchen;Büro;;\n"
BARE = "Take the call\tAgent\t5 min\nLog it\tAgent\t2 min\nSolve it\tExpert\t1 h\n"


def table(text: str) -> Table:
    found = read_table(text)
    assert found is not None
    return found


def added(text: str, pilot_map: PilotMap | None = None, cursor: Cursor | None = None) -> PilotMap:
    found = table(text)
    return add_table(pilot_map or empty_map(), found, guess_columns(found), cursor).map


def flows(pilot_map: PilotMap) -> set[tuple[str, str, str]]:
    name = {step.id: step.name for step in pilot_map.steps}
    return {(name[flow.source], name[flow.target], flow.label) for flow in pilot_map.flows}


def test_a_plain_table_with_headings() -> None:
    assert guess_columns(table(PLAIN)) == ("step", "who", "system", "next", "work")
    m = added(PLAIN)
    assert [lane.name for lane in m.lanes] == ["Clerk", "Finance"]
    assert {system.name for system in m.systems} == {"SAP", "Mail", "Bank"}
    assert ("Is it complete?", "Ask back", "") in flows(m)
    back = next(flow for flow in m.flows if flow.rework)
    assert m.step_by_id[back.target].name == "Check it"
    kinds = {step.name: step.kind for step in m.steps}
    assert kinds["Is it complete?"] == "decision"
    times = {step.name: str(step.work) for step in m.steps if step.work}
    assert times["Ask back"] == "30 min"


def test_a_table_for_visio_comes_in_as_it_is() -> None:
    assert guess_columns(table(VISIO)) == ("id", "step", "next", "label", "kind", "who")
    m = added(VISIO)
    assert {("In stock?", "Ship", "yes"), ("In stock?", "Buy", "no")} <= flows(m)
    assert [m.steps[0].kind, m.steps[-1].kind] == ["start", "end"]


def test_german_headings_a_unit_in_the_heading_and_an_empty_who() -> None:
    assert guess_columns(table(GERMAN)) == ("step", "who", "system", "work")
    m = added(GERMAN)
    assert [str(step.work) for step in m.steps] == ["5 min", "7.5 min", "None"]
    assert [m.lane_by_id[step.lane].name for step in m.steps] == ["Lager", "Lager", "Büro"]
    assert len(m.flows) == 2, "without a column of what is next, each row leads to the one below"


def test_without_headings_the_cells_tell() -> None:
    assert guess_columns(table(BARE)) == ("step", "who", "work")


def test_rows_follow_what_is_selected_and_lanes_are_not_doubled() -> None:
    m = map_of("agent: Begin")
    after = added(BARE, m, Cursor(step=m.steps[0].id))
    assert ("Begin", "Take the call", "") in flows(after)
    assert [lane.name for lane in after.lanes] == ["agent", "Expert"]


@pytest.mark.parametrize(
    "text",
    [
        "one line",
        "a, b and c\nthen d",
        "Agent: look, then write\n? known, or new\n",
        "\n\n",
        "a\nb",
    ],
)
def test_lines_that_people_type_are_no_table(text: str) -> None:
    assert read_table(text) is None


def test_what_cannot_be_read_is_said_with_its_row() -> None:
    found = table("Step\tNext\tTime\nLook\tNowhere\tsoon\nAnswer\t\t5 min\n")
    done = add_table(empty_map(), found, guess_columns(found))
    assert [unread.message for unread in done.unread] == [
        "Row 2: No row is called “Nowhere”.",
        "Row 2: “soon” is no time, such as 5 min or 2 d.",
    ]


def test_a_table_without_steps_is_refused() -> None:
    found = table(PLAIN)
    with pytest.raises(EditRefused, match="which column"):
        add_table(empty_map(), found, ("none",) * 5)
