from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pilotmap.ui.later import AfterPaint, Later


def test_what_follows_the_first_paint_is_done_in_turn(qtbot: QtBot) -> None:
    seen, done = QWidget(), list[str]()
    qtbot.addWidget(seen)
    after = AfterPaint(seen, lambda: done.append("first"))
    after.add(lambda: done.append("second"))
    assert done == []
    with qtbot.waitSignal(after.done):
        seen.show()
    assert done == ["first", "second"]


def test_what_is_made_later_is_made_at_once_for_who_asks_and_only_once() -> None:
    made: list[str] = []
    room = Later(lambda: made.append("made") or len(made))  # type: ignore[func-returns-value]
    assert room.made is None
    assert (room(), room()) == (1, 1)
    assert room.made == 1
