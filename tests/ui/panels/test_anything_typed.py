"""Whatever is typed at a form arrives in one of its fields, and nothing of it is a command."""

import string

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from pilotmap.model.edits.fields import edit_step
from pilotmap.model.map import PilotMap
from tests.builders import map_of
from tests.ui.panels.hands import Key, open_part, said
from tests.ui.robot import NONE, SHIFT, Robot

WORDS = st.text(string.ascii_letters + string.digits + string.punctuation, min_size=1, max_size=6)
SENTENCES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
KEYS = st.lists(
    st.sampled_from([(Key.Key_Tab, NONE), (Key.Key_Backtab, SHIFT), (Key.Key_Return, NONE)]),
    min_size=1,
    max_size=3,
)
Script = list[tuple[str, list[tuple[Key, Qt.KeyboardModifier]]]]
SCRIPTS = st.lists(st.tuples(SENTENCES, KEYS), min_size=1, max_size=5)


def small(answered: PilotMap) -> PilotMap:
    """The answers of another map about one that is drawn quickly."""
    m = map_of("Agent: log\nLead: check\n. done")
    who = m.lanes[1].id
    pilot = answered.pilot.replace(step=m.steps[0].id, human=who, escalates_to=who)
    return m.replace(
        title="Small",
        opened=answered.opened,
        currency=answered.currency,
        outcome=answered.outcome,
        pilot=pilot,
    )


# what fails is short as it is: to shrink it would press keys for minutes
thoroughly = settings(
    max_examples=8,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=list(HealthCheck),
)


def play(robot: Robot, script: Script) -> None:
    """Type sentences with keys between; each has arrived where the keyboard is then."""
    for sentence, keys in script:
        robot.type(sentence)
        assert sentence in said(robot.focused()), f"{sentence!r} is lost at {robot.focused()}"
        for key, held in keys:
            robot.press(key, held=held)


@pytest.mark.timeout(600)
@pytest.mark.parametrize("part", range(1, 6))
def test_whatever_is_typed_arrives_in_a_field_and_commands_nothing(
    robot: Robot, answered: PilotMap, part: int
) -> None:
    m = answered if part == 5 else small(answered)

    @thoroughly
    @given(st.integers(0, 24), SCRIPTS)
    def anything(first: int, script: Script) -> None:
        robot.session.open(m)
        open_part(robot, m, part)
        for _ in range(first):
            robot.press(Key.Key_Tab)
        play(robot, script)
        assert robot.window.properties.isAncestorOf(robot.focused())  # type: ignore[attr-defined]
        now = robot.map
        assert (now.steps, now.flows) == (m.steps, m.flows)
        assert [lane.id for lane in now.lanes][: len(m.lanes)] == [lane.id for lane in m.lanes]
        assert part == 2 or now.lanes == m.lanes

    anything()


@pytest.mark.timeout(600)
def test_whatever_is_typed_into_gaps_of_the_map_names_them_and_commands_nothing(
    robot: Robot, answered: PilotMap
) -> None:
    m = small(answered)
    gap = m.steps[1].id
    m = edit_step(m, gap, name="")

    @thoroughly
    @given(SCRIPTS)
    def anything(script: Script) -> None:
        robot.session.open(m)
        open_part(robot, m, 2)
        play(robot, script)
        named = robot.map.step_by_id[gap].name
        assert robot.map.steps == edit_step(m, gap, name=named).steps
        assert robot.map.flows == m.flows

    anything()
