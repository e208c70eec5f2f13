"""What a stakeholder gets: the PDF, read with the tools that readers have."""

import itertools
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from pilotmap.assets import sample, samples
from pilotmap.layout.draw import draw_map
from pilotmap.layout.drawing import Box, Rect, TextLine
from pilotmap.model.map import PilotMap, empty_map
from pilotmap.model.meaning import grouped, meaning
from pilotmap.model.notes import Waiver
from pilotmap.report.attachment import map_of_pdf
from pilotmap.report.document.map_page import smallest_type_pt
from pilotmap.report.problem_definition import problem_definition
from pilotmap.report.setting.page import Document, Layer, Page
from pilotmap.storage.json_file import load, to_bytes
from tests.benchmarks.generate import wild
from tests.report.made import laid_out, made
from tests.report.maps import HOSTILE, SCRIPTS, every_kind, signed_by, with_condition, worldly
from tests.report.pdf_tools import fonts_of, info_of, pages_of, run, squeezed, text_of

KINDS = (
    "plain", "signed", "two signed", "stale", "condition", "endless", "worldly", "autonomous",
    "draft mode", "left", "empty",
)  # fmt: skip


@pytest.fixture(scope="module")
def kinds(support_map: PilotMap) -> dict[str, PilotMap]:
    return every_kind(support_map)


def written(pilot_map: PilotMap, folder: Path, page: str = "a4") -> Path:
    path = folder / "document.pdf"
    path.write_bytes(made(pilot_map, page))  # type: ignore[arg-type]
    return path


def text_boxes(page: Page) -> Iterator[tuple[str, Box]]:
    """Where the document's own text stands; a map's is placed, and tested, by the layout."""
    for layer in page.layers:
        for each in layer.primitives:
            if layer.scale == 1.0 and isinstance(each, TextLine) and each.text.strip():
                long = each.shaped.width + layer.letter_space * len(each.text)
                top = layer.y + each.y - 0.73 * each.size
                yield each.text, Box(layer.x + each.x, top, long, 0.93 * each.size)


@pytest.mark.parametrize("path", samples(), ids=lambda path: path.name.partition(".")[0])
def test_every_sample_names_all_its_steps_lanes_and_systems(path: Path, tmp_path: Path) -> None:
    pilot_map = load(path)
    text = squeezed(text_of(written(pilot_map, tmp_path)))
    for part in (*pilot_map.steps, *pilot_map.lanes):
        for word in part.name.split():
            assert word in text


@pytest.mark.parametrize("kind", KINDS)
def test_qpdf_finds_nothing_to_complain_about(
    kinds: dict[str, PilotMap], kind: str, tmp_path: Path
) -> None:
    assert "No syntax or stream encoding errors" in run(
        "qpdf", "--check", str(written(kinds[kind], tmp_path))
    )


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("page", ["a4", "letter"])
def test_no_text_leaves_the_page_or_stands_on_another(
    kinds: dict[str, PilotMap], kind: str, page: str
) -> None:
    check_text(laid_out(kinds[kind], page))  # type: ignore[arg-type]


@pytest.mark.parametrize("seed", range(2))
def test_a_random_map_gives_a_document_that_holds_it(seed: int) -> None:
    pilot_map = wild(8 + 3 * seed, seed)
    check_text(laid_out(pilot_map))
    assert map_of_pdf(problem_definition(pilot_map)) == pilot_map


def check_text(whole: Document) -> None:
    for sheet in whole.pages:
        boxes = list(text_boxes(sheet))
        for text, box in boxes:
            inside = box.x >= 30 and box.right <= sheet.width - 30
            assert inside, f"{text!r} leaves the page"
            assert box.y >= 0, f"{text!r} leaves the page"
            assert box.bottom <= sheet.height - 15, f"{text!r} leaves the page"
        for (one, first), (other, second) in itertools.combinations(boxes, 2):
            assert not first.overlaps(second, gap=-0.05), f"{one!r} stands on {other!r}"


def test_every_font_is_embedded_reduced_and_readable(
    kinds: dict[str, PilotMap], tmp_path: Path
) -> None:
    for kind in ("signed", "worldly"):
        fonts = fonts_of(written(kinds[kind], tmp_path))
        assert fonts
        for name, embedded, subset, unicode_map in fonts:
            assert embedded, name
            assert subset, name
            assert unicode_map, name


def test_names_in_every_script_can_be_read_back(support_map: PilotMap, tmp_path: Path) -> None:
    # A small map prints each name on one line, so that it must come back whole.
    for name in SCRIPTS:
        steps = tuple(step.replace(name="x") for step in support_map.steps)
        pilot_map = support_map.replace(
            title="Names", steps=steps, outcome=support_map.outcome.replace(owner=f"Owner {name}")
        )
        text = text_of(written(pilot_map, tmp_path))
        marks = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u200e\u200f"))
        assert squeezed(name) in squeezed(text.translate(marks)), name


def test_markup_in_names_is_printed_as_it_was_typed(support_map: PilotMap, tmp_path: Path) -> None:
    text = squeezed(text_of(written(worldly(support_map), tmp_path)))
    assert squeezed(HOSTILE) in text
    assert "root:" not in text


def test_what_the_cut_out_hides_is_not_read_out(support_map: PilotMap, tmp_path: Path) -> None:
    text = text_of(written(support_map, tmp_path), "-f", "1", "-l", "1")
    assert "Customer" not in text.split("Where does the AI fit?")[1]
    assert "ineer" not in text


def test_pages_are_counted_and_carry_the_content(support_map: PilotMap, tmp_path: Path) -> None:
    path = written(support_map, tmp_path)
    texts = pages_of(path)
    count = int(info_of(path)["Pages"])
    assert len(texts) == count
    for number, text in enumerate(texts, start=1):
        assert f"{number} of {count}" in text
        assert f"content {grouped(meaning(support_map), 4)}" in text
        assert "Tier 1 support triage · Problem definition" in text
    assert grouped(meaning(support_map)) in " ".join(texts)


def test_it_is_a_draft_until_all_three_agree_to_this_content(
    kinds: dict[str, PilotMap], tmp_path: Path
) -> None:
    for kind, pilot_map in kinds.items():
        texts = pages_of(written(pilot_map, tmp_path))
        assert all(("DRAFT" in text) == (kind != "signed") for text in texts), kind
    assert "Signed off · 3 of 3" in text_of(written(kinds["signed"], tmp_path))


def test_three_approvals_of_a_map_with_errors_are_still_a_draft(
    support_map: PilotMap, tmp_path: Path
) -> None:
    nobody = support_map.replace(pilot=support_map.pilot.replace(escalates_to=None))
    text = text_of(written(signed_by(nobody, "operations", "it", "business"), tmp_path))
    assert "DRAFT · all three seats have approved, but the map has errors to clear" in text
    assert "Signed off · 3 of 3" not in text


def test_the_seats_say_who_and_what_was_not_checked(support_map: PilotMap, tmp_path: Path) -> None:
    signed = signed_by(support_map, "operations")
    text = text_of(written(signed, tmp_path))
    assert "Recorded by facilitator on 12 March 2026, 14:00 (UTC+01:00)" in text
    assert "PilotMap did not check who typed it" in text
    assert text.count("Sign here in PilotMap") == 3
    assert squeezed(grouped(signed.signoffs[-1].id)) in squeezed(text)
    conditions = text_of(written(with_condition(support_map), tmp_path))
    assert "On condition: A sandbox is ready (Platform, by 20 March 2027)" in conditions


def test_a_record_for_another_content_is_called_that(
    kinds: dict[str, PilotMap], tmp_path: Path
) -> None:
    text = text_of(written(kinds["stale"], tmp_path))
    assert "Given for another content" in text
    before = kinds["two signed"]
    assert f"Given for content {grouped(meaning(before), 4)}, not for this one" in text


def test_an_altered_record_is_pointed_out(support_map: PilotMap, tmp_path: Path) -> None:
    signed = signed_by(support_map, "operations", "it", "business")
    forged = signed.signoffs[1].replace(name="Somebody else")
    altered = signed.replace(signoffs=(signed.signoffs[0], forged, signed.signoffs[2]))
    text = text_of(written(altered, tmp_path))
    assert "was altered after it was given" in text
    assert "DRAFT" in text


def test_what_is_missing_is_said_plainly(tmp_path: Path) -> None:
    text = text_of(written(empty_map("Nothing yet"), tmp_path))
    assert "not yet answered" in text
    assert "[the target]" in text
    assert "None" not in text


def test_a_room_that_decides_against_an_ai_gets_a_document_too(
    kinds: dict[str, PilotMap], tmp_path: Path
) -> None:
    text = text_of(written(kinds["left"], tmp_path))
    assert "the process stays as it is" in text
    assert "Leave it as it is" in text


def test_the_same_map_gives_the_same_bytes(kinds: dict[str, PilotMap]) -> None:
    for pilot_map in (kinds["signed"], kinds["worldly"]):
        assert problem_definition(pilot_map) == made(pilot_map)


def test_another_process_gives_the_same_bytes(support_map: PilotMap) -> None:
    script = (
        "import sys; from pilotmap.report.problem_definition import problem_definition as made;"
        "from pilotmap.storage.json_file import from_bytes;"
        "sys.stdout.buffer.write(made(from_bytes(sys.stdin.buffer.read(), 'a map')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        input=to_bytes(support_map),
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"},
    )
    assert done.stdout == problem_definition(support_map, today=date(2031, 1, 1))


def test_the_file_names_no_maker_and_no_time(support_map: PilotMap, tmp_path: Path) -> None:
    info = info_of(written(support_map, tmp_path))
    assert info["Title"] == "Tier 1 support triage · Problem definition"
    assert not {"Producer", "Creator", "CreationDate", "ModDate", "Author"} & info.keys()


def test_the_map_rides_along_unchanged(support_map: PilotMap, tmp_path: Path) -> None:
    path = written(support_map, tmp_path)
    run("pdfdetach", "-saveall", "-o", str(tmp_path), str(path))
    attached = tmp_path / "tier-1-support-triage.pilotmap.json"
    assert attached.read_bytes() == to_bytes(support_map)
    assert map_of_pdf(path.read_bytes()) == support_map


def test_the_attached_map_is_declared_the_source(support_map: PilotMap, tmp_path: Path) -> None:
    objects = json.loads(run("qpdf", "--json=2", str(written(support_map, tmp_path))))["qpdf"][1]
    values = [each.get("value") for each in objects.values() if isinstance(each, dict)]
    dictionaries = [value for value in values if isinstance(value, dict)]
    catalog = next(each for each in dictionaries if each.get("/Type") == "/Catalog")
    assert catalog["/Lang"] == "u:en"
    assert len(catalog["/AF"]) == 1
    files = [each for each in dictionaries if each.get("/Type") == "/Filespec"]
    assert [each["/AFRelationship"] for each in files] == ["/Source"]


def test_bookmarks_and_links_lead_to_their_pages(support_map: PilotMap, tmp_path: Path) -> None:
    path = written(support_map, tmp_path)
    data = json.loads(run("qpdf", "--json=2", "--json-key=outlines", str(path)))
    titles = [each["title"] for each in data["outlines"]]
    assert titles[:2] == ["Problem definition", "The process today"]
    assert "Sign-off" in titles
    pages = [each["destpageposfrom1"] for each in data["outlines"]]
    assert pages == sorted(pages)
    pages = laid_out(support_map).pages
    keys = {mark.key for page in pages for mark in page.bookmarks}
    assert {link.target for page in pages for link in page.links} <= keys


def test_each_handoff_on_the_map_leads_to_its_row(support_map: PilotMap) -> None:
    pages = laid_out(support_map).pages
    targets = {link.target for page in pages for link in page.links}
    assert targets >= {f"handoff-{number}" for number in range(1, 7)}


def test_the_figures_are_those_of_the_analysis(support_map: PilotMap, tmp_path: Path) -> None:
    text = text_of(written(support_map, tmp_path), "-layout")
    assert "Expected, from the map: 41.8 h" in text
    assert "The map explains 87 % of what is measured" in text
    assert "This step alone cannot reach the target: even with the step at nothing" in text
    assert "6, from “Known issue?” to “Approve the release” Yes, Customer" in text
    assert "H2 Support agent Tier 2 engineer Ticket with notes Jira 22 h" in text


def test_an_error_answered_in_writing_is_printed(support_map: PilotMap, tmp_path: Path) -> None:
    waiver = Waiver(rule="PM305", reason="The customer expects a draft", by="Operations")
    text = text_of(written(support_map.replace(waivers=(waiver,)), tmp_path))
    assert "The customer expects a draft" in text


def test_the_page_that_the_text_names_is_the_maps(kinds: dict[str, PilotMap]) -> None:
    for pilot_map in kinds.values():
        whole = laid_out(pilot_map)
        numbers = [
            number
            for number, page in enumerate(whole.pages, start=1)
            if any(mark.key == "map" for mark in page.bookmarks)
        ]
        said = _all_text(whole)
        assert len(numbers) == 1
        assert not pilot_map.steps or f"The whole map is on page {numbers[0]}." in said


def _all_text(whole: Document) -> str:
    lines = (text for page in whole.pages for text, _ in text_boxes(page))
    return " ".join(" ".join(lines).split())


@pytest.mark.parametrize(
    ("page", "sizes"),
    [
        ("a4", {(595, 842), (842, 595)}),
        ("a3", {(595, 842), (1191, 842)}),
        ("letter", {(612, 792), (792, 612)}),
    ],
)
def test_the_paper_is_the_one_asked_for(
    support_map: PilotMap, page: str, sizes: set[tuple[int, int]]
) -> None:
    pages = laid_out(support_map, page).pages  # type: ignore[arg-type]
    assert {(round(each.width), round(each.height)) for each in pages} == sizes


@pytest.mark.parametrize("path", samples(), ids=lambda path: path.name.partition(".")[0])
def test_no_sample_is_printed_in_type_that_nobody_can_read(path: Path) -> None:
    pilot_map = load(path)
    assert smallest_type_pt(pilot_map, "a4") >= 4
    assert smallest_type_pt(pilot_map, "a3") > 4


def test_larger_paper_never_makes_the_maps_type_smaller(support_map: PilotMap) -> None:
    sizes = [smallest_type_pt(support_map, page) for page in ("a4", "a3")]  # type: ignore[arg-type]
    drawn = [
        each.size
        for group in draw_map(support_map).groups
        for each in group.primitives
        if isinstance(each, TextLine)
    ]
    assert 0 < sizes[0] <= sizes[1] <= min(drawn)


@pytest.mark.parametrize("path", samples(), ids=lambda path: path.name.partition(".")[0])
def test_no_page_cuts_through_the_map_and_together_they_show_all(path: Path) -> None:
    pilot_map = load(path)
    words: list[str] = []
    for page in laid_out(pilot_map, "letter").pages[1:]:
        if any(mark.key == "map-with-ai" for mark in page.bookmarks):
            break
        for layer in page.layers:
            if layer.scale == 1.0:
                continue
            assert layer.clip is None
            for each in layer.primitives:
                if isinstance(each, TextLine):
                    words.append(each.text)
                elif isinstance(each, Rect):
                    box = on_page(each.box, layer)
                    assert box.x > 30
                    assert box.y > 60
                    assert box.right < page.width - 30
                    assert box.bottom < page.height - 40
    said = " ".join(words).replace("- ", "-")
    for step in pilot_map.steps:
        assert not step.name or step.name.replace("- ", "-") in said, step.name


def on_page(box: Box, layer: Layer) -> Box:
    scale = layer.scale
    return Box(layer.x + box.x * scale, layer.y + box.y * scale, box.w * scale, box.h * scale)


def test_a_map_without_a_step_for_the_ai_does_not_say_that_none_takes_part(tmp_path: Path) -> None:
    unfinished = load(sample("returns-desk-unfinished.pilotmap.json"))
    text = text_of(written(unfinished, tmp_path))
    assert "no AI takes part" not in text
    assert "Not known yet" in text
    assert "“”" not in text
