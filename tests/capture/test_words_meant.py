"""What people type and paste becomes the map that they mean: two texts of each kind."""

import pytest

from pilotmap.capture.outline import read_outline
from pilotmap.capture.pasted import read_pasted, read_whole
from pilotmap.language import Language, speaking
from pilotmap.model.errors import EditRefused
from pilotmap.model.known import number_of
from pilotmap.model.map import PilotMap, empty_map
from tests.builders import typed


def read(text: str, language: Language = "en") -> PilotMap:
    with speaking(language):
        return read_whole(empty_map(), text)[0]


def flows(pilot_map: PilotMap) -> set[tuple[str, str, str]]:
    name = {step.id: step.name for step in pilot_map.steps}
    return {(name[flow.source], name[flow.target], flow.label) for flow in pilot_map.flows}


def lanes(pilot_map: PilotMap) -> list[str]:
    return [lane.name for lane in pilot_map.lanes]


def who(pilot_map: PilotMap, name: str) -> set[str]:
    step = next(step for step in pilot_map.steps if step.name == name)
    return {pilot_map.lane_by_id[lane].name for lane in (step.lane, *step.with_lanes)}


@pytest.mark.parametrize(
    "text",
    [
        "•\tShop: order\n•\tStore: pick\no\tStore: pack\n",
        "1.\tShop: order\n1.1.\tStore: pick\na)\tStore: pack\n",
        "➢ Shop: order\n- [ ] Store: pick\n* [x] Store: pack\n",
        "**Shop**: order\n(1) Store: pick\nii. Store: pack\n",
        "Shop: order\nStore:\n- pick\n- pack\n",
        "Shop: order\n## Store\n1) pick\n2) pack\n",
        "Step 1: Shop: order\nSchritt 2: Store: pick\nTask 3: Store: pack\n",
        "\ufeffShop: or\u00adder\nStore: pick\u200b\n----\nStore: pack\n",
    ],
)
def test_signs_and_headings_are_no_part_of_names(text: str) -> None:
    m = read(text)
    assert lanes(m) == ["Shop", "Store"]
    assert [step.name for step in m.steps] == ["order", "pick", "pack"]


@pytest.mark.parametrize(
    "text",
    [
        "Shop: order\nStore: in stock?\n- Yes: Store: ship\n- No (20%): Buyer: reorder\n",
        "Shop: order\n? Store: in stock?\n\tyes -> Store: ship\n\tif no, Buyer: reorder\n",
        "Shop: order\n? Store: in stock\n> 80% yes: Store: ship\n> no - ca. 20%: Buyer: reorder\n",
    ],
)
def test_answers_below_a_question_are_its_branches(text: str) -> None:
    m = read(text)
    found = {(a, b, label.casefold()) for a, b, label in flows(m)}
    assert {("in stock?", "ship", "yes"), ("in stock?", "reorder", "no")} <= found
    assert lanes(m) == ["Shop", "Store", "Buyer"]


@pytest.mark.parametrize(
    "text",
    [
        "A: go\n? ok\n  > yes: ship\n  > no: mend\nB: bill\n",
        "A: go\n? ok\n> yes\n    ship\n> no\n    mend\nB: bill\n",
        "•\tA: go\n•\t? ok\no\t> yes: ship\no\t> no: mend\n•\tB: bill\n",
    ],
)
def test_a_line_back_out_follows_all_branches(text: str) -> None:
    assert {("ship", "bill", ""), ("mend", "bill", "")} <= flows(read(text))


def test_a_branch_that_ended_does_not_go_on_and_a_single_one_leaves_the_other_open() -> None:
    m = read("A: go\n? ok\n  > yes: ship\n  > no: mend\n  . over\nB: bill\n")
    assert ("ship", "bill", "") in flows(m)
    assert not any(a in {"mend", "over"} and b == "bill" for a, b, _ in flows(m))
    m = read("A: go\n? ok\n  > no: mend\nB: bill\n")
    assert {("mend", "bill", ""), ("ok?", "bill", "")} <= flows(m)


@pytest.mark.parametrize(
    ("before", "wanted"),
    [
        ("Dev + QA", {"Dev", "QA"}),
        ("Dev / QA", {"Dev", "QA"}),
        ("Dev, QA and PO", {"Dev", "QA", "PO"}),
        ('"Dev + QA"', {"Dev + QA"}),
        ("Research and Development", {"Research and Development"}),
    ],
)
def test_several_before_a_colon_do_it_together(before: str, wanted: set[str]) -> None:
    assert who(read(f"Shop: order\n{before}: test\n"), "test") == wanted
    assert who(read(f"Step\tWho\norder\tShop\ntest\t{before}\n".replace('"', "")), "test") == (
        wanted if '"' not in before else {"Dev", "QA"}
    )


@pytest.mark.parametrize(
    "text",
    [
        "Lieferung 2026\n\t\t\nNr.\tArbeitsschritt\tAbteilung\tZeit (min)\n1\tpicken\tLager\t5-10"
        "\n\tSumme\t\t\n2\tpacken\tLager\t1.200\n",
        "| # | Schritt | Wer | Dauer (min) |\n|:--|:-:|---|--:|\n| 1 | picken | Lager | 5-10 |"
        "\n| 2 | packen | Lager | 1.200 |\n",
        "Nr;Tätigkeit;Stelle;Bearbeitungszeit in Minuten\n1;picken;Lager;5-10\n2;packen;;1.200\n",
    ],
)
def test_tables_say_which_column_and_row_is_which(text: str) -> None:
    m = read(text, "de")
    names = [step.name for step in m.steps]
    assert names[0] == "picken"
    assert names[-1] == "packen"
    assert lanes(m) == ["Lager"]
    work = [step.work for step in m.steps if step.work is not None]
    assert [(each.value, each.low, each.high) for each in work] == [
        (7.5, 5, 10),
        (1200, None, None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "#\tStep\tNext\n1\tIn\t2\n2\tOk?\tYes (80%): 3; No: back to 1\n3\tOut\tEnd\n",
        "No\tStep\tNext step\n1\tIn\tStep 2\n2\tOk?\t3 (yes 80%), 1 (no)\n3\tOut\t\n",
    ],
)
def test_what_stands_under_next_may_have_labels(text: str) -> None:
    m = read(text)
    found = {(a, b, label.casefold()) for a, b, label in flows(m)}
    assert found == {("In", "Ok?", ""), ("Ok?", "Out", "yes"), ("Ok?", "In", "no")}
    assert 0.8 in {number_of(flow.share) for flow in m.flows}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[10:02] Ann: we log it\n[10:03] Bob: I check it\n[10:05] Ann: fine\n", "transcript"),
        ("Ann Meier 10:02\nwe log it\nBob 10:03\nI check it\n", "transcript"),
        (
            "Case ID\tActivity\tTimestamp\n1\tlog\t2026-01-02 10:00\n1\tship\t2026-01-03 11:00\n"
            "2\tlog\t2026-01-02 12:00\n",
            "event log",
        ),
        (
            "case,activity,resource,start\nA1,log,Ann,01.02.2026 10:00\nA1,ship,Bob,"
            "02.02.2026 08:00\nA2,log,Ann,02.02.2026 09:30\n",
            "event log",
        ),
        ("Task\tSales\tOps\tIT\nlog\tR\tI\tC\nship\tI\tA/R\t\n", "matrix"),
        ("Schritt\tVertrieb\tLager\nannehmen\tx\t\npacken\t\tx\n", "matrix"),
    ],
)
def test_what_is_no_process_is_declined_with_the_reason(text: str, reason: str) -> None:
    assert reason in read_pasted(empty_map(), text).declined
    with pytest.raises(EditRefused, match=reason):
        read_whole(empty_map(), text)


def test_german_words_do_what_english_ones_do_in_either_language() -> None:
    text = "Titel: Antrag\nBahn: Amt (extern)\nSystem: Register\nAnfang: Amt: Eingang\n"
    text += "Schritt: prüfen\nEnde: fertig\n"
    for language in ("en", "de"):
        m = read(text, language)
        assert (m.title, lanes(m), m.systems[0].name) == ("Antrag", ["Amt"], "Register")
        assert [step.kind for step in m.steps] == ["start", "step", "end"]


@pytest.mark.parametrize(
    "name", [".NET build", "...", "#1 priority", "2.5 days review", "@10:30 call"]
)
def test_a_sign_that_belongs_to_a_word_stays(name: str) -> None:
    assert read(f"Customer: Order\nDev: {name}\n").steps[1].name == name


def test_a_bracket_that_looks_like_a_time_and_is_none_is_told() -> None:
    outline = read_outline(empty_map(), "A: go\nB: check [5 parsecs]\nB: file [draft]\n")
    assert [each.number for each in outline.unread] == [2]


def test_a_typed_question_becomes_a_decision_when_it_is_answered() -> None:
    m, _ = typed("Shop: order", "in stock?", "> yes 80%: ship")
    assert m.steps[1].kind == "decision"
    m, _ = typed("Shop: order", "in stock?", "no: reorder")
    assert flows(m) >= {("In stock?", "Reorder", "no")}
