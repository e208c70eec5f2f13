"""The window of a run, built anew around the same work when another language is chosen."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from pilotmap.language import language, speak
from pilotmap.ui.prompts import Prompts
from pilotmap.ui.session import Session
from pilotmap.ui.settings import Settings
from pilotmap.ui.spoken import SETTING, language_set, teach_qt
from pilotmap.ui.theme import Look
from pilotmap.ui.window import MainWindow

_BUSY_MS: Final = 200


class Program(QObject):
    """Every text of a window is said when it is built, so another language is another window.

    The work goes over: map and undo history, selection, file and lock, journal, view and areas.
    What undo calls the edits of before stays in the language in which it was said.
    """

    renewed = Signal()
    """`window` is another one."""

    def __init__(
        self,
        app: QApplication,
        session: Session,
        look: Look,
        settings: Settings,
        prompts: Prompts | None = None,
    ) -> None:
        super().__init__()
        self._app, self._look, self._settings, self._prompts = app, look, settings, prompts
        self.window = self._built(session)
        app.applicationStateChanged.connect(self._look_again)

    def speak_as_set(self) -> None:
        """Speak the language of the settings in a window built anew, unless it does already."""
        old, wanted = self.window, language_set(self._settings.text(SETTING))
        if language() == wanted:
            return
        if old.signing_is_busy:
            QTimer.singleShot(_BUSY_MS, self, self.speak_as_set)
            return
        _finish_typing(old)
        speak(wanted)
        teach_qt(self._app)
        self.window = new = self._built(old.session.continued())
        new.autosave.take_over(old.autosave)
        new.files.take_over(old.files)
        _show_like(new, old)
        _put_away(old)
        self.renewed.emit()

    def _look_again(self, state: Qt.ApplicationState) -> None:
        """Another window may have chosen another language meanwhile."""
        if state == Qt.ApplicationState.ApplicationActive:
            self._settings.read_anew(SETTING)
            self.speak_as_set()

    def _built(self, session: Session) -> MainWindow:
        window = MainWindow(session, self._look, self._settings, self._prompts)
        # queued: the list in which the language was chosen is not there any more afterwards
        window.language_chosen.connect(self.speak_as_set, Qt.ConnectionType.QueuedConnection)
        return window


def _finish_typing(window: MainWindow) -> None:
    """What is being typed counts before the field is gone."""
    window.canvas.naming.take()
    focused = window.focusWidget()
    if focused is not None:
        focused.clearFocus()


def _show_like(new: MainWindow, old: MainWindow) -> None:
    room, case = old.present.room, old.present.walk.case
    in_room = room.is_on
    room.leave()
    new.stand_like(old)
    if old.guide.is_open:
        new.guide.switch()
        new.guide.bar.clock.go_on_from(old.guide.bar.clock)
    if old.safety.offers_work:
        new.safety.recover.offer()
    if new.below.name != old.below.name:
        new.below.show_page(old.below.name)
    new.outline.setVisible(not old.outline.isHidden())
    new.properties.show_target(old.properties.target)
    new.status.note_saved(old.status.saved_at)
    new.show()
    new.stand_like(old)
    _show_on_canvas(new, old)
    if case is not None:
        new.present.walk.go_on_with(case)
    if in_room:
        new.present.room.switch()
    _give_keyboard(new, old)


def _show_on_canvas(new: MainWindow, old: MainWindow) -> None:
    if old.capture.is_open:
        new.capture.open()
        new.capture.entry.setText(old.capture.entry.text())
    if old.welcome.is_open:
        new.welcome.show()
    if not old.canvas.viewport.is_fitted:
        new.canvas.stand_like(old.canvas.stand)


def _give_keyboard(new: MainWindow, old: MainWindow) -> None:
    new.activateWindow()
    page = old.sheets.settings
    if page is not None and page.isVisible():
        new.sheets.show_settings()
        assert new.sheets.settings is not None  # it was shown a moment ago
        new.sheets.settings.language.stop.setFocus()


def _put_away(window: MainWindow) -> None:
    """Let nothing of the old window speak any more."""
    window.analyzer.wait()
    window.older.wait()
    for worker in (window.analyzer, window.older):
        QCoreApplication.sendPostedEvents(worker)  # what they had to say is said while it is heard
    window.hide()
    window.deleteLater()
