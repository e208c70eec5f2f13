"""Whatever is pasted or typed: no exception, a valid map, and no line that is nowhere."""

from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pilotmap.capture.cursor import Cursor
from pilotmap.capture.explain import explain
from pilotmap.capture.outline import Outline, read_outline
from pilotmap.capture.table import COLUMNS, Column, Table, guess_columns, read_table
from pilotmap.capture.table_steps import TableSteps, add_table
from pilotmap.model.errors import EditRefused
from pilotmap.model.map import PilotMap, empty_map
from pilotmap.model.reading import map_from_json
from pilotmap.storage.json_file import to_bytes
from tests.builders import EXAMPLE_LINES, map_of
from tests.capture.pasted_texts import (
    LINES,
    PASTED,
    TEXTS,
    not_told,
    tables,
    told,
    words_in,
)

MAPS = (empty_map(), map_of("\n".join(EXAMPLE_LINES)))
NOT_AS_THEY_STAND = ("none", "id", "next")
"""Columns that say which step is meant, or that are not used."""
MANY = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


def is_valid(pilot_map: PilotMap) -> bool:
    return map_from_json(to_bytes(pilot_map).decode()) == pilot_map


def first(pilot_map: PilotMap) -> Cursor:
    return Cursor(step=pilot_map.steps[0].id) if pilot_map.steps else Cursor()


def hold(outline: Outline, text: str) -> None:
    """The map is valid and every line is in it or listed."""
    assert is_valid(outline.map)
    lines, numbers = text.splitlines(), [each.number for each in outline.unread]
    assert numbers == sorted(set(numbers))
    for unread in outline.unread:
        assert lines[unread.number - 1] == unread.text
        assert unread.reason.endswith((".", "?"))
    assert not_told(outline.map, text, outline.unread) == []


@MANY
@given(st.sampled_from(MAPS), TEXTS)
def test_every_line_of_a_text_is_in_the_map_or_listed(pilot_map: PilotMap, text: str) -> None:
    hold(read_outline(pilot_map, text, first(pilot_map)), text)


@MANY
@given(st.sampled_from(MAPS), st.lists(LINES, max_size=8))
def test_every_typed_line_is_taken_or_refused_with_a_reason(
    pilot_map: PilotMap, lines: list[str]
) -> None:
    cursor = Cursor()
    for line in lines:
        explained = explain(pilot_map, cursor, line)
        assert explained.text
        if explained.captured is not None:
            pilot_map, cursor, _ = explained.captured
            assert is_valid(pilot_map)


@MANY
@given(st.sampled_from(MAPS), tables(), st.data())
def test_every_cell_of_a_table_is_in_the_map_or_its_row_is_listed(
    pilot_map: PilotMap, text: str, data: st.DataObject
) -> None:
    table = read_table(text)
    if table is None:
        hold(read_outline(pilot_map, text, first(pilot_map)), text)
        return
    columns = guess_columns(table)
    if data.draw(st.booleans()):
        columns = tuple(data.draw(st.sampled_from(COLUMNS)) for _ in columns)
    with suppress(EditRefused):
        done = add_table(pilot_map, table, columns, first(pilot_map))
        assert is_valid(done.map)
        assert lost_cells(done, table, columns) == []


def lost_cells(done: TableSteps, table: Table, columns: tuple[Column, ...]) -> list[str]:
    """Cells in the columns that are used which are neither in the map nor in a row listed."""
    there = words_in(done.map).union(*(told(each.text) for each in done.unread))
    return [
        cell
        for row in table.rows
        for cell, column in zip(row, columns, strict=True)
        if column not in NOT_AS_THEY_STAND and not told(cell) <= there
    ]


@pytest.mark.parametrize("name", ["paste-keyerror.txt", "paste-id-clash.txt"])
def test_what_once_failed_is_read_or_listed(name: str) -> None:
    text = (PASTED / name).read_text(encoding="utf-8")
    hold(read_outline(empty_map(), text), text)


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("a\n& -> archive\n&&\nClerk: archive", [2, 3]),
        ("a\n? b\n> yes\n-> nowhere\n->! slow\nc", [3, 4, 5]),
        ("a\n? b\n> yes 60%\n> no: c", [3]),
        ("title: One\ntitle: Two\na", [2]),
        ("lane: A [group X]\nlane: B\nlane: a [group Y]", [3]),
        ("a\n? b\n> x: c\n. done [5 min]\n> y: d\n. done [6 min]", [6]),
        ("a\nb\n-> a [AI]", [3]),
        ("a\n? b\n> x [pin 3/1]\n-> a", [3, 4]),
        ("a\nb\n<- nowhere\nc", [3]),
        ("a\n? b\n> x [label y]: c", [3]),
        ("a\n? b\n> x 0%: c [share 10%]", [3]),
        ("a\n? b\n> x [gets a form]\nc [gets a call]", [3, 4]),
        ("f1\ns1\nlane\nf2\nf3\nf4", []),
    ],
)
def test_what_would_be_lost_is_listed(text: str, listed: list[int]) -> None:
    assert [each.number for each in read_outline(empty_map(), text).unread] == listed


def test_what_follows_a_lost_place_stands_alone_and_not_in_a_wrong_one() -> None:
    pilot_map = read_outline(empty_map(), "a\nb\n<- nowhere\nc").map
    assert pilot_map.flows_in("c") == ()


def test_an_end_met_again_gains_what_it_has_not() -> None:
    m = map_of("a\n? b\n> x: c\n. done @Mail\n> y: d\n. done @Post [5 min]")
    end = next(step for step in m.steps if step.kind == "end")
    assert [m.system_by_id[system].name for system in end.systems] == ["Mail", "Post"]
    assert str(end.work) == "5 min"
    assert len(m.flows_in(end.id)) == 2


def test_rows_count_as_in_the_spreadsheet() -> None:
    table = read_table("Step\tWho\tTime\n\nA\tX\tsoon\n\tX\t5\nB\tX\t\n")
    assert table is not None
    done = add_table(empty_map(), table, guess_columns(table))
    assert [each.message for each in done.unread] == [
        "Row 3: “soon” is no time, such as 5 min or 2 d.",
        "Row 4: It names no step.",
    ]
    assert [(flow.source, flow.target) for flow in done.map.flows] == [("a", "b")]


def test_two_columns_for_one_element_are_refused() -> None:
    table = read_table("Step\tWho\tWho else\nA\tX\tY\n")
    assert table is not None
    with pytest.raises(EditRefused, match="Two columns"):
        add_table(empty_map(), table, ("step", "who", "who"))
