"""The SVG that a reader opens elsewhere: valid, complete, safe."""

import base64
import io
import re
import xml.etree.ElementTree as ElementTree

import pytest
import uharfbuzz as hb

from pilotmap.assets import samples
from pilotmap.layout.draw import draw_map
from pilotmap.layout.drawing import TextLine
from pilotmap.layout.theme import theme
from pilotmap.model.map import PilotMap, empty_map
from pilotmap.report.svg import svg
from pilotmap.storage.json_file import load
from tests.report.maps import HOSTILE, SCRIPTS, every_kind, worldly

NS = "{http://www.w3.org/2000/svg}"


def parsed(text: str) -> ElementTree.Element:
    return ElementTree.parse(io.StringIO(text)).getroot()


def shown(root: ElementTree.Element) -> str:
    return " ".join("".join(each.itertext()) for each in root.iter(f"{NS}text"))


@pytest.mark.parametrize("path", samples(), ids=lambda path: path.name.partition(".")[0])
def test_every_name_of_a_sample_is_real_text(path) -> None:  # type: ignore[no-untyped-def]
    pilot_map = load(path)
    text = "".join(shown(parsed(svg(draw_map(pilot_map)))).split())
    for step in pilot_map.steps:
        for word in step.name.split():
            assert word in text


def test_elements_of_the_map_can_be_found_by_id(support_map: PilotMap) -> None:
    root = parsed(svg(draw_map(support_map)))
    groups = list(root.iter(f"{NS}g"))
    ids = [group.get("id") for group in groups]
    assert len(ids) == len(set(ids))
    steps = {group.get("data-id") for group in groups if group.get("data-kind") == "step"}
    assert steps == {step.id for step in support_map.steps}


def test_a_screen_reader_gets_a_title_and_what_each_element_is(support_map: PilotMap) -> None:
    root = parsed(svg(draw_map(support_map), title="Tier 1 <support>"))
    assert root.get("role") == "img"
    assert root.findtext(f"{NS}title") == "Tier 1 <support>"
    assert "10 steps" in (root.findtext(f"{NS}desc") or "")
    abouts = [group.findtext(f"{NS}title") or "" for group in root.iter(f"{NS}g")]
    assert any("Triage and classify" in about for about in abouts)


def test_names_that_would_be_markup_stay_text(support_map: PilotMap) -> None:
    text = svg(draw_map(worldly(support_map)), title=HOSTILE)
    root = parsed(text)
    assert root.findtext(f"{NS}title") == HOSTILE
    assert not [each for each in root.iter() if each.tag.lower().endswith(("img", "script"))]
    assert "<img" not in text
    names = {name.rpartition("}")[2] for each in root.iter() for name in each.attrib}
    assert not {name for name in names if name.startswith("on") or name in ("href", "src")}


@pytest.mark.parametrize("kind", ["endless", "worldly", "empty", "left"])
def test_any_map_gives_valid_xml(support_map: PilotMap, kind: str) -> None:
    assert parsed(svg(draw_map(every_kind(support_map)[kind]))).tag == f"{NS}svg"


def test_code_points_that_xml_forbids_are_replaced(support_map: PilotMap) -> None:
    first = support_map.steps[0].replace(name="odd\ufffename")
    odd = support_map.replace(steps=(first, *support_map.steps[1:]))
    assert "\ufffe" not in svg(draw_map(odd))
    parsed(svg(draw_map(odd)))


def test_the_embedded_fonts_hold_every_character_they_draw(support_map: PilotMap) -> None:
    drawing = draw_map(worldly(support_map))
    rules = re.findall(
        r'font-family:"([^"]+)";font-weight:(\d+);src:url\(data:font/ttf;base64,([^)]+)\)',
        svg(drawing),
    )
    held = {
        (family, weight): set(hb.Face(base64.b64decode(data)).unicodes)
        for family, weight, data in rules
    }
    for text in parsed(svg(drawing)).iter(f"{NS}text"):
        family = (text.get("font-family") or "").partition(",")[0]
        codes = held[family, text.get("font-weight") or ""]
        drawn = {ord(sign) for sign in text.text or "" if sign.isprintable()}
        assert drawn <= codes | {0x200D, 0x200C}


def test_the_picture_stays_small(support_map: PilotMap) -> None:
    assert len(svg(draw_map(support_map))) < 80_000


def test_each_theme_uses_its_own_colours(support_map: PilotMap) -> None:
    drawing = draw_map(support_map)
    for name in ("light", "dark", "contrast"):
        text = svg(drawing, name)  # type: ignore[arg-type]
        assert theme(name)["ground"] in text  # type: ignore[arg-type]
    assert svg(drawing, "dark") != svg(drawing, "light")


def test_an_empty_map_is_an_empty_picture() -> None:
    assert parsed(svg(draw_map(empty_map()))).tag == f"{NS}svg"


def test_each_line_stands_where_the_drawing_put_it(support_map: PilotMap) -> None:
    drawing = draw_map(support_map)
    lines = [
        each for group in drawing.groups for each in group.primitives if isinstance(each, TextLine)
    ]
    texts = list(parsed(svg(drawing)).iter(f"{NS}text"))
    runs = [(line, run) for line in lines for run in line.shaped.runs]
    for (line, run), text in zip(runs, texts, strict=True):
        assert text.text == run.text
        assert float(text.get("y") or "nan") == pytest.approx(line.y, abs=0.01)
        assert float(text.get("x") or "nan") == pytest.approx(line.x + run.x, abs=0.01)


def test_right_to_left_runs_are_marked(support_map: PilotMap) -> None:
    step = support_map.steps[0].replace(name=SCRIPTS[2])
    hebrew = support_map.replace(steps=(step, *support_map.steps[1:]))
    runs = [
        each for each in parsed(svg(draw_map(hebrew))).iter(f"{NS}text") if each.get("direction")
    ]
    assert [run.get("direction") for run in runs] == ["rtl"] * len(runs)
    assert "".join(run.text or "" for run in runs).strip()
