"""The `?` page shows lines that can be typed just so, in every language."""

from html import escape

import pytest
from PySide6.QtWidgets import QLabel

from pilotmap.capture.cursor import Cursor
from pilotmap.capture.explain import explain
from pilotmap.language import LANGUAGES, Language, speaking, tr
from pilotmap.ui.capture.forms import FORMS, KEYWORDS
from pilotmap.ui.shortcuts_page import ShortcutsPage
from tests.builders import capture_line, typed
from tests.ui.robot import Robot


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_that_is_shown_can_be_typed(language: Language) -> None:
    with speaking(language):
        m, cursor = typed("Customer: raised")
        for form, _ in FORMS:
            line = tr(form, **KEYWORDS)
            if line.startswith("["):
                line, cursor = f"Agent: look {line}", Cursor(step=m.steps[1].id)
            assert "cannot be read" not in explain(m, cursor, line).text
            m, cursor, _ = capture_line(m, cursor, line)
        assert not any("[" in part.name for part in (*m.steps, *m.lanes, *m.systems))
        assert {step.kind for step in m.steps} == {
            "start", "step", "decision", "parallel", "wait", "end",
        }  # fmt: skip
        assert m.pilot.step is not None
        assert any(note.owner and note.due for note in m.notes)
        assert any(flow.passes and m.through_words(flow) for flow in m.flows)


def test_the_page_of_keys_shows_them(robot: Robot) -> None:
    robot.window.sheets.show_shortcuts()  # type: ignore[attr-defined]
    page = robot.window.findChild(ShortcutsPage)
    assert page is not None
    told = " ".join(label.text() for label in page.findChildren(QLabel))
    for form, does in FORMS:
        assert tr(does) in told
        assert escape(tr(form, **KEYWORDS)) in told
