"""Every row of the table of actions, by each of its keys: what a person sees it do.

An action that is added without a scenario here fails `test_no_action_is_without_a_scenario`.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from pilotmap.model.map import PilotMap
from pilotmap.ui.action import MENU_WORDS
from pilotmap.ui.actions import ACTIONS
from pilotmap.ui.actions.pages_menu import PAGES
from pilotmap.ui.export_dialog import ExportChoice
from tests.builders import map_of
from tests.ui.robot import Robot
from tests.ui.scripted_prompts import ScriptedPrompts

TEXT = """
start: Customer: Ask
Agent: Log it @CRM
Agent: Triage
? Known
> yes 60%: Agent: Send
. Done
> no 40%: Lead: Check
-> Send
"""


class Scene:
    """One window in which actions are done, each on a fresh map with `Triage` selected."""

    def __init__(self, robot: Robot, prompts: ScriptedPrompts, folder: Path) -> None:
        self.robot = robot
        self.prompts = prompts
        self.folder = folder
        self.window = robot.window
        self._keys = {action.id: action.keys for action in ACTIONS}
        self.which = 0

    def begin(self, which: int) -> None:
        self.which = which
        self.prompts.answers = []
        self.robot.session.open(map_of(TEXT))
        self.robot.session.set_view("today")
        self.select("Triage")

    def do(self, action: str) -> None:
        """Press the key of an action on the map, or run one that has no key."""
        keys = self._keys[action]
        if keys:
            key = QKeySequence(keys[self.which % len(keys)])
            QTest.keySequence(QApplication.focusWidget() or self.robot.canvas, key)
        else:
            self.window.bindings.run(action)

    def select(self, *names: str) -> None:
        self.robot.session.select_several(self.robot.step(name).id for name in names)
        self.robot.go_to_canvas()

    def type_name(self, text: str) -> None:
        """Type into the inline editor, and leave the chain."""
        self.robot.type(text)
        QTest.keySequence(self.robot.focused(), QKeySequence("Return"))
        if self.robot.canvas.naming.is_active:
            QTest.keySequence(self.robot.focused(), QKeySequence("Esc"))

    @property
    def map(self) -> PilotMap:
        return self.robot.map


Scenario = Callable[[Scene], None]
SCENARIOS: dict[str, Scenario] = {}


def shows(*actions: str) -> Callable[[Scenario], Scenario]:
    """Say which actions a scenario shows."""

    def register(scenario: Scenario) -> Scenario:
        SCENARIOS.update(dict.fromkeys(actions, scenario))
        return scenario

    return register


@shows("new")
def _new(s: Scene) -> None:
    s.do("new")
    assert s.map.steps == ()


@shows("save", "save-as", "open")
def _save_and_open(s: Scene) -> None:
    path = s.folder / "saved.pilotmap.json"
    s.prompts.answers = [path]
    s.do("save")
    assert path.is_file()
    other = s.folder / "other.pilotmap.json"
    s.prompts.answers = [other]
    s.do("save-as")
    assert s.robot.session.file.path == other
    s.prompts.answers = [path]
    s.do("open")
    assert s.robot.session.file.path == path
    assert len(s.map.steps) == len(map_of(TEXT).steps)


@shows("export-pdf", "export-picture")
def _export(s: Scene) -> None:
    pdf, picture = s.folder / "out.pdf", s.folder / "out.svg"
    s.prompts.answers = [ExportChoice(pdf, "a4", "today")]
    s.do("export-pdf")
    s.prompts.answers = [ExportChoice(picture, "a4", "today")]
    s.do("export-picture")
    assert pdf.read_bytes().startswith(b"%PDF")
    assert "<svg" in picture.read_text(encoding="utf-8")


@shows("sign-pdf", "check-pdf")
def _signatures(s: Scene) -> None:
    s.do("sign-pdf")
    sheet = s.window.signing.sign
    assert sheet.isVisible()
    assert not sheet.go.isEnabled(), "nothing is filled in"
    sheet.put_away()
    path = s.folder / "no.pdf"
    path.write_bytes(b"no PDF")
    s.prompts.answers = [path]
    s.do("check-pdf")
    s.window.signing.wait()
    QApplication.processEvents()
    assert "Do not rely on this file" in s.window.signing.check.title.text()
    s.window.signing.check.put_away()


@shows("quit")
def _quit(s: Scene) -> None:
    s.robot.session.edit("an edit", lambda pilot_map: pilot_map.replace(title="Another"))
    s.prompts.answers = ["cancel"]
    s.do("quit")
    assert s.prompts.asked[-1][0] == "keep", "it asks before anything is lost"
    assert s.window.isVisible()


@shows("undo", "redo")
def _undo(s: Scene) -> None:
    s.do("mark-ai")
    s.do("undo")
    assert s.map.pilot.step is None
    s.do("redo")
    assert s.map.pilot.step is not None


@shows("rename")
def _rename(s: Scene) -> None:
    s.do("rename")
    s.type_name("Sort by topic")
    assert "Sort by topic" in s.robot.names()


@shows("name-next")
def _name_next(s: Scene) -> None:
    flow = s.robot.flow("Check", "Send")
    unlabelled = s.robot.flow("Known?", "Send").id
    s.robot.session.edit("no label", lambda pilot_map: _without_label(pilot_map, unlabelled))
    s.robot.session.select(flow.id)
    s.do("name-next")
    s.type_name("yes")
    assert s.map.flow_by_id[unlabelled].label == "yes"


def _without_label(pilot_map: PilotMap, flow: str) -> PilotMap:
    return pilot_map.replace(
        flows=tuple(f.replace(label="") if f.id == flow else f for f in pilot_map.flows)
    )


@shows("copy", "cut", "paste")
def _copy(s: Scene) -> None:
    s.do("copy")
    s.do("paste")
    assert s.robot.names().count("Triage") == 2
    s.do("cut")
    assert s.robot.names().count("Triage") == 1
    s.do("paste")
    assert s.robot.names().count("Triage") == 2


@shows("copy-picture")
def _copy_picture(s: Scene) -> None:
    s.do("copy-picture")
    assert QApplication.clipboard().image().width() > 100


@shows("duplicate")
def _duplicate(s: Scene) -> None:
    s.do("duplicate")
    assert s.robot.names().count("Triage") == 2


@shows("delete")
def _delete(s: Scene) -> None:
    s.do("delete")
    assert "Triage" not in s.robot.names()
    assert ("Log it", "Known?") in s.robot.flows()


@shows("select-all")
def _select_all(s: Scene) -> None:
    s.do("select-all")
    assert set(s.robot.session.selected) == set(s.map.step_by_id)


@shows("find")
def _find(s: Scene) -> None:
    s.do("find")
    s.robot.type("check")
    QTest.keySequence(s.robot.focused(), QKeySequence("Return"))
    assert s.robot.selected == "Check"
    QTest.keySequence(s.robot.focused(), QKeySequence("Esc"))


@shows("palette")
def _palette(s: Scene) -> None:
    s.do("palette")
    s.robot.type("mark the ai")
    QTest.keySequence(s.robot.focused(), QKeySequence("Return"))
    assert s.map.pilot.step == s.robot.step("Triage").id


@shows("capture")
def _capture(s: Scene) -> None:
    s.do("capture")
    assert s.robot.capture.entry.hasFocus()
    s.robot.type("look twice")
    QTest.keySequence(s.robot.focused(), QKeySequence("Return"))
    assert ("Triage", "Look twice") in s.robot.flows()
    QTest.keySequence(s.robot.focused(), QKeySequence("Esc"))


@shows("append", "decision", "parallel", "wait")
def _append(s: Scene) -> None:
    for action, kind in (
        ("append", "step"),
        ("decision", "decision"),
        ("parallel", "parallel"),
        ("wait", "wait"),
    ):
        s.select("Triage")
        s.do(action)
        s.type_name(f"A new {kind}")
        assert s.robot.step(f"A new {kind}").kind == kind
        assert ("Triage", f"A new {kind}") in s.robot.flows()


@shows("end", "branch")
def _branch(s: Scene) -> None:
    s.select("Known?")
    s.do("branch")
    s.type_name("Ask somebody")
    assert ("Known?", "Ask somebody") in s.robot.flows()
    s.select("Ask somebody")
    s.do("end")
    s.type_name("Given up")
    assert s.robot.step("Given up").kind == "end"


@shows("insert")
def _insert(s: Scene) -> None:
    s.robot.session.select(s.robot.flow("Log it", "Triage").id)
    s.do("insert")
    s.type_name("Look at it")
    assert {("Log it", "Look at it"), ("Look at it", "Triage")} <= s.robot.flows()


@shows("mark-ai")
def _mark_ai(s: Scene) -> None:
    s.do("mark-ai")
    assert s.map.pilot.step == s.robot.step("Triage").id


@shows("systems")
def _systems(s: Scene) -> None:
    s.do("systems")
    s.type_name("CRM, Mail")
    names = [s.map.system_by_id[system].name for system in s.robot.step("Triage").systems]
    assert names == ["CRM", "Mail"]


@shows("note")
def _note(s: Scene) -> None:
    s.do("note")
    s.type_name("# who decides?")
    assert s.map.notes[-1].kind == "question"


@shows("lane-above", "lane-below")
def _lane(s: Scene) -> None:
    s.do("lane-below")
    assert s.robot.lane_of("Triage") == "Lead"
    s.do("lane-above")
    assert s.robot.lane_of("Triage") == "Agent"


@shows("slot-left", "slot-right", "slot-up", "slot-down", "release", "release-all")
def _slots(s: Scene) -> None:
    def place() -> tuple[int, int]:
        pin = s.robot.step("Triage").pin
        assert pin is not None
        return pin.column, pin.row

    s.do("slot-right")
    column, row = place()
    s.do("slot-down")
    assert place() == (column, row + 1)
    s.do("slot-up")
    s.do("slot-left")
    assert place() == (column - 1, row)
    s.do("release")
    assert s.robot.step("Triage").pin is None
    s.do("slot-right")
    s.do("release-all")
    assert s.robot.step("Triage").pin is None


@shows("lane-up", "lane-down")
def _lane_order(s: Scene) -> None:
    before = [lane.name for lane in s.map.lanes]
    s.do("lane-down")
    assert [lane.name for lane in s.map.lanes] == [before[0], before[2], before[1]]
    s.do("lane-up")
    assert [lane.name for lane in s.map.lanes] == before


@shows("walk-left", "walk-right", "walk-up", "walk-down")
def _walk(s: Scene) -> None:
    s.do("walk-left")
    assert s.robot.selected == "Log it"
    s.do("walk-right")
    assert s.robot.selected == "Triage"
    s.select("Check")
    s.do("walk-up")
    assert s.robot.lane_of(str(s.robot.selected)) == "Agent"
    s.do("walk-down")
    assert s.robot.selected == "Check"


@shows("follow", "follow-back")
def _follow(s: Scene) -> None:
    s.do("follow")
    assert s.robot.selected == "Known?"
    s.do("follow-back")
    assert s.robot.selected == "Triage"


@shows("deselect")
def _deselect(s: Scene) -> None:
    s.do("deselect")
    assert s.robot.session.selection is None


@shows("part-1", "part-2", "part-3", "part-4", "part-5")
def _parts(s: Scene) -> None:
    for number in range(1, 6):
        s.do(f"part-{number}")
        assert s.window.side.path.buttons[number - 1].isChecked()


@shows("next-area")
def _next_area(s: Scene) -> None:
    s.do("next-area")
    assert not s.robot.canvas.hasFocus()
    s.robot.go_to_canvas()


@shows("walk-case", "walk-case-back")
def _walk_case(s: Scene) -> None:
    s.do("walk-case")
    assert s.robot.selected == "Ask"
    s.do("walk-case")
    assert s.robot.selected == "Log it"
    s.do("walk-case-back")
    assert s.robot.selected == "Ask"
    s.do("deselect")


@shows("with-ai")
def _with_ai(s: Scene) -> None:
    step = s.robot.step("Triage").id
    s.robot.session.edit(
        "mode",
        lambda pilot_map: pilot_map.replace(pilot=pilot_map.pilot.replace(step=step, mode="draft")),
    )
    s.do("with-ai")
    assert s.robot.session.view == "with-ai"
    s.do("with-ai")
    assert s.robot.session.view == "today"


@shows("fit", "actual-size", "zoom-in", "zoom-out")
def _zoom(s: Scene) -> None:
    s.do("fit")
    fitting = s.robot.canvas.viewport.zoom
    s.do("actual-size")
    assert s.robot.canvas.viewport.zoom == 1.0
    s.do("zoom-in")
    assert s.robot.canvas.viewport.zoom > 1.0
    s.do("zoom-out")
    assert s.robot.canvas.viewport.zoom == pytest.approx(1.0)
    s.do("fit")
    assert s.robot.canvas.viewport.zoom == fitting


@shows("fold")
def _fold(s: Scene) -> None:
    s.robot.session.open(map_of("\n".join(f"Agent: Step number {n}" for n in range(30))))
    s.robot.go_to_canvas()
    s.do("fit")
    assert s.robot.canvas.picture.sheet.is_folded
    s.do("fold")
    assert not s.robot.canvas.picture.sheet.is_folded
    s.do("fold")
    assert s.robot.canvas.picture.sheet.is_folded


@shows("minimap")
def _minimap(s: Scene) -> None:
    s.do("minimap")
    assert s.robot.canvas.minimap.isVisible()
    s.do("minimap")
    assert not s.robot.canvas.minimap.isVisible()


@shows("present", "blank")
def _present(s: Scene) -> None:
    s.do("present")
    assert s.window.isFullScreen()
    s.do("blank")
    assert s.window.present.room.is_blank
    s.do("blank")
    assert not s.window.present.room.is_blank
    s.do("present")
    assert not s.window.isFullScreen()


@shows("wheel-scrolls", "wheel-zooms", "less-motion")
def _comfort(s: Scene) -> None:
    s.do("wheel-zooms")
    assert s.robot.canvas.viewport.wheel_zooms
    s.do("wheel-scrolls")
    assert not s.robot.canvas.viewport.wheel_zooms
    s.do("less-motion")
    assert s.robot.canvas.picture.motion.is_unwanted
    s.do("less-motion")
    assert not s.robot.canvas.picture.motion.is_unwanted


@shows("theme-system", "theme-light", "theme-dark", "theme-contrast")
def _themes(s: Scene) -> None:
    for name in ("dark", "contrast", "system", "light"):
        s.do(f"theme-{name}")
        assert s.window.bench.look.choice == name


@shows("shortcuts", "help-key")
def _shortcuts(s: Scene) -> None:
    for action in ("shortcuts", "help-key"):
        s.do(action)
        assert not s.robot.canvas.hasFocus()
        QTest.keySequence(s.robot.focused(), QKeySequence("Esc"))
        assert s.robot.canvas.hasFocus()


@shows("outline")
def _outline(s: Scene) -> None:
    s.do("outline")
    assert s.window.outline.isVisible()
    s.robot.go_to_canvas()
    s.do("outline")
    assert not s.window.outline.isVisible()


@shows(*(f"page-{name}" for name, _ in PAGES))
def _pages(s: Scene) -> None:
    for name, _ in PAGES:
        s.do(f"page-{name}")
        assert s.window.below.name == name
        assert not s.robot.canvas.hasFocus(), "the keyboard went along"
        s.robot.go_to_canvas()
    s.do("page-findings")


@shows("guide", "guide-next", "guide-back")
def _guide(s: Scene) -> None:
    s.do("guide")
    guide = s.window.guide
    assert guide.is_open
    s.robot.go_to_canvas()
    first = guide.bar.place
    s.do("guide-next")
    assert guide.bar.place == first + 1
    s.do("guide-back")
    assert guide.bar.place == first
    s.robot.go_to_canvas()
    s.do("guide")
    assert not guide.is_open


@shows("walk-through", "start-page")
def _welcome(s: Scene) -> None:
    s.do("start-page")
    assert s.window.welcome.is_open
    QTest.keySequence(s.robot.focused(), QKeySequence("Esc"))
    assert not s.window.welcome.is_open
    s.do("walk-through")
    assert len(s.map.steps) > len(map_of(TEXT).steps), "a sample to learn on"
    QTest.keySequence(s.robot.focused(), QKeySequence("Esc"))


@shows("settings")
def _settings(s: Scene) -> None:
    s.do("settings")
    assert not s.robot.canvas.hasFocus()
    QTest.keySequence(s.robot.focused(), QKeySequence("Esc"))
    assert s.robot.canvas.hasFocus()


def test_no_action_is_without_a_scenario() -> None:
    missing = [action.id for action in ACTIONS if action.id not in SCENARIOS]
    assert missing == [], "write what a person sees these actions do, with @shows(id) above"


@pytest.mark.parametrize("menu", MENU_WORDS)
def test_every_action_of_a_menu(
    robot: Robot, prompts: ScriptedPrompts, tmp_path: Path, menu: str
) -> None:
    scene = Scene(robot, prompts, tmp_path)
    actions = [action for action in ACTIONS if action.menu == menu]
    todo = {SCENARIOS[a.id]: max(1, len(a.keys)) for a in actions if a.id in SCENARIOS}
    for scenario, keys in todo.items():
        for which in range(keys):
            scene.begin(which)
            try:
                scenario(scene)
            except AssertionError as error:
                raise AssertionError(f"{scenario.__name__} by key {which}: {error}") from error
