"""The fields that any signer can fill: where they are, what locks them, and nothing else."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from pilotmap.model.map import PilotMap
from pilotmap.report.edition import made_with
from pilotmap.report.problem_definition import problem_definition
from tests.report.made import laid_out, made
from tests.report.maps import every_kind
from tests.report.pdf_tools import run

KINDS = ("plain", "signed", "endless", "worldly", "empty")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("page", ["a4", "letter"])
def test_each_seat_has_one_field_on_the_pages(support_map: PilotMap, kind: str, page: str) -> None:
    pages = laid_out(every_kind(support_map)[kind], page).pages  # type: ignore[arg-type]
    placed = [(field, sheet) for sheet in pages for field in sheet.fields]
    assert [field.name for field, _ in placed] == ["Operations", "IT", "Business"]
    for field, sheet in placed:
        assert 0 < field.box.x < field.box.right < sheet.width
        assert 0 < field.box.y < field.box.bottom < sheet.height


def test_poppler_finds_three_fields_to_sign(support_map: PilotMap, tmp_path: Path) -> None:
    path = tmp_path / "document.pdf"
    path.write_bytes(made(support_map))
    told = run("pdfsig", str(path))
    assert told.count("is not signed") == 3
    assert told.index("Operations") < told.index("IT") < told.index("Business")


def test_the_form_holds_only_the_fields_and_a_lock_for_each(support_map: PilotMap) -> None:
    data = made(support_map)
    assert data.count(b"/FT /Sig") == 3
    assert data.count(b"/Type /SigFieldLock") == 3
    for absent in (b"/NeedAppearances", b"/DR", b"/XFA", b"/Perms", b"%%EOF\n%"):
        assert absent not in data


def test_the_file_says_what_it_was_made_with(support_map: PilotMap) -> None:
    data = made(support_map, "letter")
    assert data == problem_definition(support_map, page="letter")
    assert b"PilotMapEdition" in data
    for value in made_with().values():
        assert value.encode() in data


def test_an_empty_field_shows_nothing_and_shares_that_with_the_links(
    support_map: PilotMap,
) -> None:
    # A reader built on poppler frees what only one annotation shows, and spoils the file by that.
    with pikepdf.open(BytesIO(made(support_map))) as file:
        kinds = {}
        for page in file.pages:
            for each in page.get("/Annots", []):
                kinds.setdefault(str(each.Subtype), set()).add(each.AP.N.objgen)
                assert each.AP.N.read_bytes() == b""
        assert kinds["/Widget"] == kinds["/Link"]
        assert len(kinds["/Widget"]) == 1
