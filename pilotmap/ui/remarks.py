"""What the status bar says by itself: of the view, of room mode, of several elements selected."""

from pilotmap.language import tr, trn
from pilotmap.lazy import lazy_imports
from pilotmap.ui.panels.status_bar import StatusBar
from pilotmap.ui.present.room import Room
from pilotmap.ui.session import Session

with lazy_imports():  # the first paint does not wait for the analysis
    from pilotmap.analysis import with_ai


class Remarks:
    """Listens to a window's parts, and says once what one may wonder at."""

    def __init__(self, session: Session, room: Room, status: StatusBar) -> None:
        self._session, self._room, self._status = session, room, status
        session.view_changed.connect(self._say_why_not_with_ai)
        session.selection_changed.connect(self._say_how_many)
        room.changed.connect(self._say_how_room_works)

    def _say_why_not_with_ai(self) -> None:
        session = self._session
        if session.view == "with-ai" and session.derived.with_ai is None:
            reason = with_ai.why_not_with_ai(session.map) or tr("The picture with AI is too large")
            session.refused.emit(tr("{reason}; the map is shown as it runs today.", reason=reason))

    def _say_how_room_works(self) -> None:
        if self._room.is_on:
            self._status.say(tr("F5 leaves. A full stop blanks. Page Down walks one case."))

    def _say_how_many(self) -> None:
        number = len(self._session.selected)
        if number > 1:
            self._status.say(
                trn(
                    "{number} thing selected; every key means it.",
                    "{number} things selected; keys move, copy and delete all of them.",
                    number,
                )
            )
