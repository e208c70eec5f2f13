"""Every script is shaped in order, with a face that has its glyphs, and nothing is lost."""

import pytest
from hypothesis import given

from pilotmap.layout.text.fonts import FACES, face, has_glyph, hb_font, main_face
from pilotmap.layout.text.measure import measure
from pilotmap.layout.text.shaping import PLAIN, shape_line
from pilotmap.layout.text.style import TextStyle
from tests.layout.text.samples import BY_SCRIPT, WORDS, lines

BODY = TextStyle(12)


def drawn(text: str, style: TextStyle = BODY) -> list[str]:
    """The texts of the runs from left to right, blank ones left out."""
    return [run.text.strip() for run in shape_line(text, style).runs if run.text.strip()]


@pytest.mark.parametrize("weight", [400, 600])
@pytest.mark.parametrize("script", BY_SCRIPT)
def test_every_script_has_its_glyphs(script: str, weight: int) -> None:
    line = shape_line(BY_SCRIPT[script], TextStyle(12, weight))
    assert line.missing == frozenset()
    assert all(glyph.gid for run in line.runs for glyph in run.glyphs)
    assert sum(len(run.text) for run in line.runs) == len(line.text)


def test_scripts_join_their_letters() -> None:
    joined = shape_line("سلام", BODY).width
    assert joined < 0.9 * sum(shape_line(letter, BODY).width for letter in "سلام")
    assert len(shape_line("क्षि", BODY).runs[0].glyphs) < len("क्षि")
    assert len(shape_line("👩‍💻", BODY).runs[0].glyphs) == 1


def test_kerning_is_on_and_latin_ligatures_are_off() -> None:
    assert measure("AV", BODY) < measure("A", BODY) + measure("V", BODY)
    for word in ("fi", "ffl", "->"):
        assert len(shape_line(word, BODY).runs[0].glyphs) == len(word)


@pytest.mark.parametrize("family", ["sans", "mono"])
@pytest.mark.parametrize("weight", [400, 500, 600, 700])
def test_nothing_kerns_across_a_space(family: str, weight: int) -> None:
    style = TextStyle(10, weight, family)
    words = [word for word in WORDS if PLAIN.fullmatch(word)]
    for one in words:
        for other in words[::7]:
            run = shape_line(f"{one} {other}", style).runs[0]
            apart = measure(one, style) + measure(" ", style) + measure(other, style)
            assert sum(glyph.advance for glyph in run.glyphs) * 10 == pytest.approx(apart, abs=1e-9)


def test_right_to_left_text_runs_right_to_left() -> None:
    assert drawn("עוד (abc) שלום") == ["שלום", ")", "abc", "(", "עוד"]
    assert drawn("abc (עברית) עוד") == ["abc (", "עברית", ")", "עוד"]
    assert drawn("מחר 12:30") == ["12:30", "מחר"]
    line = shape_line("שלום", BODY)
    assert [glyph.cluster for glyph in line.runs[0].glyphs] == [3, 2, 1, 0]


def test_bold_text_falls_back_to_bold_faces() -> None:
    keys = {run.face_key for run in shape_line("Zurich עברית ไทย", TextStyle(12, 700)).runs}
    assert keys == {"Inter-Bold", "NotoSansHebrew-Bold", "NotoSansThai-Bold"}


def test_a_character_without_glyph_is_named_and_shown() -> None:
    line = shape_line("a\u0378b", BODY)
    assert line.missing == {"\u0378"}
    assert line.width > measure("ab", BODY) + 3
    box = line.runs[1]
    assert box.text == "\u0378"
    assert box.glyphs[0].gid == hb_font(box.face_key).get_nominal_glyph(0xFFFD)


def test_invisible_characters_are_not_missing() -> None:
    assert shape_line("a\u200bb\u2060c\u200e", BODY).missing == frozenset()
    assert shape_line("a\u200bb", BODY).width == pytest.approx(measure("ab", BODY), rel=0.02)


@given(lines)
def test_runs_fill_the_line_and_glyphs_fill_the_runs(text: str) -> None:
    line = shape_line(text, BODY)
    assert sorted("".join(run.text for run in line.runs)) == sorted(text)
    assert line.width == pytest.approx(measure(text, BODY), abs=1e-6)
    x = 0.0
    for run in line.runs:
        assert run.x == pytest.approx(x, abs=1e-6)
        assert sum(glyph.advance for glyph in run.glyphs) * 12 == pytest.approx(run.width, abs=1e-6)
        assert all(0 <= glyph.cluster < len(run.text) for glyph in run.glyphs)
        x += run.width
    assert x == pytest.approx(line.width, abs=1e-6)


@given(lines)
def test_no_glyph_is_ever_the_empty_one(text: str) -> None:
    for run in shape_line(text, BODY).runs:
        assert all(glyph.gid for glyph in run.glyphs)


@pytest.mark.parametrize("key", [face.key for face in FACES])
def test_the_coverage_table_is_what_the_file_has(key: str) -> None:
    codes = set(hb_font(key).face.unicodes)
    assert codes
    step = max(1, len(codes) // 500)
    assert all(has_glyph(key, chr(code)) for code in sorted(codes)[::step])
    assert not any(has_glyph(key, chr(code)) for code in range(0x20, 0x3100) if code not in codes)


@pytest.mark.parametrize("family", ["sans", "mono"])
def test_the_main_faces_have_all_plain_characters(family: str) -> None:
    plain = [chr(code) for code in range(0x2800) if PLAIN.fullmatch(chr(code))]
    for weight in (400, 500, 600, 700):
        assert [c for c in plain if not has_glyph(main_face(family, weight).key, c)] == []


def test_faces_tell_a_toolkit_where_to_find_them() -> None:
    found = face("Inter-SemiBold")
    assert (found.family, found.weight) == ("PilotMap Inter", 600)
    assert found.path.read_bytes()[:4] == b"\x00\x01\x00\x00"
    assert len({(f.family, f.weight) for f in FACES}) == len(FACES)
