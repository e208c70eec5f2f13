"""The main job with the keyboard alone: from an empty window to the PDF."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt

from pilotmap.model.known import number_of
from pilotmap.model.map import PilotMap
from pilotmap.ui.export_dialog import ExportChoice
from tests.builders import EXAMPLE_LINES
from tests.ui.robot import CTRL, Robot
from tests.ui.scripted_prompts import ScriptedPrompts

Key = Qt.Key


def choose_mode(robot: Robot, words: str) -> None:
    """Ctrl+4 puts the keyboard where people and the AI are asked about; the words choose."""
    robot.press(Key.Key_4, held=CTRL)
    robot.type(words)


def text_of(path: Path) -> str:
    """All text of a PDF, in one line."""
    document = pypdfium2.PdfDocument(path)
    try:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()
    return " ".join(" ".join(pages).split())


def meant(pilot_map: PilotMap) -> dict[str, object]:
    """What a map says, by names instead of ids."""
    lane = {one.id: (one.name, one.kind) for one in pilot_map.lanes}
    system = {one.id: one.name for one in pilot_map.systems}
    name = {one.id: one.name for one in pilot_map.steps}
    return {
        "lanes": list(lane.values()),
        "steps": {
            (
                s.name,
                s.kind,
                lane[s.lane],
                tuple(system[x] for x in s.systems),
                str(s.work),
                str(s.wait),
            )
            for s in pilot_map.steps
        },
        "flows": {
            (name[f.source], name[f.target], f.label, number_of(f.share)) for f in pilot_map.flows
        },
        "notes": {(n.kind, n.text, name.get(n.about or "")) for n in pilot_map.notes},
        "ai": (name.get(pilot_map.pilot.step or ""), pilot_map.pilot.mode),
    }


def test_the_example_typed_marked_and_exported_by_keyboard(
    robot: Robot,
    prompts: ScriptedPrompts,
    support_map: PilotMap,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for line in EXAMPLE_LINES:
        robot.type(line)
        robot.press(Key.Key_Return)
        assert robot.capture.entry.text() == "", f"{line}: {robot.capture.hint.text}"
    lines = robot.strokes

    robot.press(Key.Key_Escape, Key.Key_Home)
    while robot.selected != "Triage and classify":
        robot.press(Key.Key_Left)
        assert robot.strokes < lines + 30, "the step was not reached by arrows"
    robot.press(Key.Key_A)
    choose_mode(robot, "person approves")
    marked = robot.strokes

    expected, got = meant(support_map), meant(robot.map)
    assert got == expected
    pdf = tmp_path / "tier-1-support.pdf"
    prompts.answers = [ExportChoice(pdf, "a4", "today")]
    robot.press(Key.Key_E, held=CTRL)
    assert prompts.told == []
    words = text_of(pdf)
    for step in support_map.steps:
        assert step.name in words, f"{step.name} is not in the PDF"

    drawn = robot.drawn_words()
    assert all(word in drawn for step in support_map.steps for word in step.name.split())
    with capsys.disabled():
        print(
            f"\n{robot.strokes} key strokes: {lines} for {len(EXAMPLE_LINES)} lines of text,"
            f" {marked - lines} for AI step and mode, {robot.strokes - marked} to export"
        )
