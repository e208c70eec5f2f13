"""Files of cases: read whatever writes them, left out by line what cannot be read, nothing lost."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pilotmap.model.errors import UnreadableFile
from pilotmap.model.gates.cases import ShadowCase, Trial
from pilotmap.storage.json_file import load
from pilotmap.storage.records import (
    Table,
    form_of,
    merged,
    read_table,
    records_path,
    save_table,
    table_bytes,
)
from pilotmap.storage.records_kept import beside_of, held_cases, taken_again, taken_in
from tests import gates
from tests.conftest import PROJECT

HEAD = "id,input,expected,got,failed,kind,by,at,note\r\n"
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0\r"), max_size=12).map(str.strip)


def table(tmp_path: Path, data: bytes | str, gate: int = 2) -> Table:
    path = tmp_path / "cases.csv"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_table(path, gate)  # type: ignore[arg-type]


def lines(found: Table) -> list[int]:
    return [row.line for row in found.bad]


@given(
    st.lists(
        st.builds(
            Trial,
            id=st.uuids().map(str),
            input=TEXTS,
            expected=TEXTS,
            got=TEXTS,
            kind=TEXTS,
            by=TEXTS,
            failed=st.none() | st.booleans(),
            at=st.sampled_from(("", "2027-03-02", "2027-03-02T09:30:00")),
            note=TEXTS,
        ),
        max_size=8,
        unique_by=lambda case: case.id,
    )
)
@settings(max_examples=40, deadline=None)
def test_what_is_written_is_read(
    tmp_path_factory: pytest.TempPathFactory, cases: list[Trial]
) -> None:
    path = tmp_path_factory.mktemp("cases") / "a.gate2.csv"
    save_table(path, table_bytes(cases, 2))
    found = read_table(path, 2)
    assert found.cases == tuple(cases)
    assert found.bad == ()


def test_it_is_written_as_rfc_4180_has_it() -> None:
    case = ShadowCase("1", at="2027-05-04", ai='say "no"', agreed=True, minutes=3.0, value=28.25)
    assert table_bytes([case], 4) == (
        b"case,at,ai,person,agreed,minutes,value,reviewed_by,note\r\n"
        b'1,2027-05-04,"say ""no""",,yes,3,28.25,,\r\n'
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_other_peoples_tables(tmp_path: Path, encoding: str, separator: str) -> None:
    rows = [
        ["Fall", "Eingabe", "Fehler", "Datum", "Prüfer"],
        ["A-1", "Größe", "ja", "4.5.2027", "Müller"],
        ["A-2", "", "nein", "24.12.2027", ""],
    ]
    text = "\r\n".join(separator.join(row) for row in rows) + "\r\n"
    found = table(tmp_path, text.encode(encoding))
    assert found.bad == ()
    assert found.cases == (
        Trial("A-1", input="Größe", failed=True, by="Müller", at="2027-05-04"),
        Trial("A-2", failed=False, at="2027-12-24"),
    )


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        (["28,5", "1.234,5", "7"], [28.5, 1234.5, 7.0]),
        (["28.5", "1,234.5", "7"], [28.5, 1234.5, 7.0]),
        (["1.234", "0.5", "-"], [1.234, 0.5, None]),
    ],
)
def test_decimal_signs_of_both_languages(
    tmp_path: Path, cells: list[str], values: list[float | None]
) -> None:
    text = "Fall;Wert\n" + "".join(f"{n};{cell}\n" for n, cell in enumerate(cells))
    found = table(tmp_path, text, 4)
    assert found.bad == ()
    assert [case.value for case in found.cases if isinstance(case, ShadowCase)] == values


def test_every_bad_row_is_told_by_its_line_and_no_other_is_lost(tmp_path: Path) -> None:
    rows = [
        "1,a,,,yes,,,,",
        "2,half",
        "3,c,,,maybe,,,,",
        "1,d,,,no,,,,",
        ",e,,,no,,,,",
        "4,f,,,no,,,2027-02-31,",
        '5,"two\r\nlines",,,no,,,,',
        "6,g,,,no,,,,,,,",
        "7,h,,,no,,,,,,x",
        "8,i,,,no,,,03/04/2027,",
        "9,j,,,no,,,2027-03-02,",
    ]
    found = table(tmp_path, HEAD + "\r\n".join(rows))
    assert lines(found) == [3, 4, 5, 6, 7, 11, 12]
    assert [case.key for case in found.cases] == ["1", "5", "6", "9"]
    reasons = [row.reason for row in found.bad]
    assert reasons[0] == "it has 2 cells, not 9"
    assert "neither yes nor no" in reasons[1]
    assert "stands in line 2 too" in reasons[2]
    assert "which case it is" in reasons[3]
    assert "is no day" in reasons[4]
    assert "two days" in reasons[6]


@pytest.mark.parametrize(
    "bad",
    [
        '2,"never closed,,,yes,,,,',
        '2,"closed" later,,,yes,,,,',
        '2,"a,,,no,,,,\r\n"3b",c,,,yes,,,,',
    ],
)
def test_a_quotation_mark_that_never_closes_hides_no_row_behind_it(
    tmp_path: Path, bad: str
) -> None:
    good = [f"{n},x,,,no,,,," for n in range(10, 4_000)]
    found = table(tmp_path, HEAD + "\r\n".join(["1,x,,,no,,,,", bad, *good]) + "\r\n")
    assert lines(found)[0] == 3
    assert "quotation mark" in found.bad[0].reason
    keys = {case.key for case in found.cases}
    assert keys >= {"1", *(str(n) for n in range(10, 4_000))}


def test_a_table_of_nothing_but_open_quotes_is_refused_in_time(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="quotation marks of 1,000 rows"):
        table(tmp_path, HEAD + '"x' * 1 + '\r\n"y,' * 5_000)


def test_bytes_that_are_no_text_are_told_by_line(tmp_path: Path) -> None:
    found = table(tmp_path, HEAD.encode() + b"1,a,,,no,,,,\r\n2,\x81b,,,no,,,,\r\n3,c,,,no,,,,\r\n")
    assert lines(found) == [3]
    assert [case.key for case in found.cases] == ["1", "3"]
    zero = table(tmp_path, HEAD.encode() + b"1,a\0,,,no,,,,\r\n3,c,,,no,,,,\r\n")
    assert lines(zero) == [2]


def test_wrong_columns_are_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="“colour”, “size”"):
        table(tmp_path, "colour,size\nred,3\n")
    for data in (b"", b"\n\n", b"\xff\xfe"):
        with pytest.raises(UnreadableFile):
            table(tmp_path, data)


def test_a_file_too_large_and_one_that_is_none(tmp_path: Path) -> None:
    big = tmp_path / "big.csv"
    with big.open("wb") as file:
        file.truncate(2 << 30)
    with pytest.raises(UnreadableFile, match="larger than 512 MB"):
        form_of(big, 2)
    with pytest.raises(UnreadableFile):
        form_of(tmp_path, 2)
    with pytest.raises(UnreadableFile):
        form_of(tmp_path / "none.csv", 2)


def test_the_preview_shows_the_first_rows_and_which_column_is_which(tmp_path: Path) -> None:
    path = tmp_path / "cases.csv"
    rows = "".join(f"{n};x;{'ja' if n % 2 else 'nein'}\n" for n in range(50))
    path.write_text("Nr;Farbe;Fehler\n" + rows, "utf-8")
    form = form_of(path, 2)
    assert form.columns == {"id": 0, "failed": 2}
    assert form.headings == ("Nr", "Farbe", "Fehler")
    assert len(form.first) == 20


def test_taking_in_again_updates_by_id_and_only_what_the_table_says(tmp_path: Path) -> None:
    old = (Trial("1", input="a", failed=False), Trial("2", input="b"))
    found = table(tmp_path, "id,failed\n2,yes\n3,no\n")
    assert merged(old, found) == (
        Trial("1", input="a", failed=False),
        Trial("2", input="b", failed=True),
        Trial("3", failed=False),
    )


def kept(tmp_path: Path) -> Path:
    path = tmp_path / "a.pilotmap.json"
    return gates.saved(gates.through_gate_2(path), path)


def test_what_lies_beside_is_held_against_the_map(tmp_path: Path) -> None:
    path = kept(tmp_path)
    pilot_map = load(path)
    cases = records_path(path, 2)
    assert beside_of(pilot_map, path).of(2).state == "fits"
    cases.write_bytes(cases.read_bytes().replace(b"T-7,", b"T-7\xc3\xa4,") + b"half,row\r\n")
    found = beside_of(pilot_map, path).of(2)
    assert (found.state, found.rows, found.bad) == (
        "changed",
        200,
        ("line 202: it has 2 cells, not 9",),
    )
    again, held = taken_again(pilot_map, 2, path)
    assert [row.line for row in held.bad] == [202]
    save_table(cases, again.data)
    assert beside_of(again.map, path).of(2).state == "fits"
    cases.unlink()
    assert beside_of(pilot_map, path).of(2).state == "missing"
    assert beside_of(pilot_map, None).of(2).state == "unknown"


def test_a_summary_edited_in_the_map_is_found(tmp_path: Path) -> None:
    path = kept(tmp_path)
    data = json.loads(path.read_bytes())
    data["feasibility"]["records"]["summary"]["failed"] = 1
    path.write_text(json.dumps(data), "utf-8")
    assert beside_of(load(path), path).of(2).state == "changed"


def test_a_crash_between_cases_and_map_is_found_and_mended(tmp_path: Path) -> None:
    path = kept(tmp_path)
    pilot_map = load(path)
    more = (*held_cases(pilot_map, path, 2).cases, Trial("new", failed=True))
    save_table(records_path(path, 2), taken_in(pilot_map, 2, more, path).data)
    assert beside_of(pilot_map, path).of(2).state == "changed"
    mended, _ = taken_again(pilot_map, 2, path)
    assert mended.map == taken_in(pilot_map, 2, more, path).map


def test_cases_of_version_2_go_into_the_file(tmp_path: Path) -> None:
    pilot_map = load(PROJECT / "tests" / "data" / "version-2.pilotmap.json")
    path = tmp_path / "a.pilotmap.json"
    cases = held_cases(pilot_map, path, 2).cases
    assert cases == (
        Trial("c1", input="printer", failed=True, note="took the model for the fault"),
    )
    shadows = held_cases(pilot_map, path, 4).cases
    assert shadows == (ShadowCase("s1", at="2027-05-04", value=28.5, note="quiet day"),)
    new = taken_in(pilot_map, 2, cases, path).map
    assert new.feasibility is not None
    assert new.feasibility.carried == ()
    assert new.feasibility.records is not None
    assert new.feasibility.records.summary.failed == 1


def test_evidence_that_is_a_path_must_lie_beside_the_map(tmp_path: Path) -> None:
    path = tmp_path / "a.pilotmap.json"
    (tmp_path / "there.md").touch()
    pilot_map = gates.through_gate_3()
    assert pilot_map.integration is not None
    rows = [
        row.replace(evidence=evidence)
        for row, evidence in zip(
            pilot_map.integration.rows,
            ("there.md", "docs/gone.pdf", "ticket 4711", "https://a.b/c", "v1.2"),
            strict=False,
        )
    ]
    told = pilot_map.replace(integration=pilot_map.integration.replace(rows=tuple(rows)))
    assert beside_of(told, path).missing_evidence == {"docs/gone.pdf"}
