"""The line at the lower edge: how large, when saved, how long Gate 1 has been open, the zoom."""

from datetime import date, datetime

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from pilotmap.language import tr, trn
from pilotmap.model.map import PilotMap
from pilotmap.ui.fields.field import set_property
from pilotmap.ui.panels.pieces import kind
from pilotmap.ui.panels.words import counted
from pilotmap.ui.session import Session

_SAID_MS = 6000


class StatusBar(QWidget):
    """Says things, and holds at its end what is clicked to look from nearer or further off."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        kind(self, "panel")
        self._session = session
        self._saved_at: datetime | None = None
        self.counts, self.saved, self.opened = (_soft() for _ in range(3))
        self.said = _soft()
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.timeout.connect(self.said.clear)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 14, 6)
        row.setSpacing(22)
        for label in (self.counts, self.saved, self.opened):
            row.addWidget(label)
        row.addWidget(self.said, 1)
        session.map_changed.connect(lambda _old, _new: self.refresh())
        session.file.changed.connect(self.refresh)
        session.refused.connect(self.refuse)
        self.refresh()

    def refresh(self) -> None:
        """Say how the map stands now."""
        pilot_map = self._session.map
        self.counts.setText(size_words(pilot_map))
        self.saved.setText(self._saved_words())
        self.opened.setText(days_open(pilot_map, date.today()))
        self.opened.setVisible(bool(self.opened.text()))

    @property
    def saved_at(self) -> datetime | None:
        """When the file was written or read, as far as it is known."""
        return self._saved_at

    def note_saved(self, at: datetime | None) -> None:
        """Remember when the file was written or read, None where that is not known."""
        self._saved_at = at
        self.refresh()

    def note_opened(self) -> None:
        """Another map: when it was saved is not known here."""
        self._saved_at = None
        self.refresh()

    def say(self, words: str) -> None:
        """Show a short message for a while."""
        self._show(words, "soft")

    def refuse(self, reason: str) -> None:
        """Say for a while why something was not done."""
        self._show(reason, "refused")

    def _show(self, words: str, kind_of: str) -> None:
        set_property(self.said, "kind", kind_of)
        self.said.setText(words)
        self._silence.start(_SAID_MS)

    def hold(self, corner: QWidget) -> None:
        """Show something at the end."""
        self._row.addWidget(corner)

    def _saved_words(self) -> str:
        if self._session.file.path is None:
            return tr("Not saved yet")
        if self._session.file.is_modified:
            return tr("Changes not saved")
        if self._saved_at is None:
            return tr("Saved")
        return tr("Saved {time}", time=f"{self._saved_at:%H:%M}")


def size_words(pilot_map: PilotMap) -> str:
    """`6 steps · 2 decisions · 6 handoffs`, counted as in the map's figures."""
    kinds = [step.kind for step in pilot_map.steps]
    handed = sum(pilot_map.is_handoff(flow) for flow in pilot_map.flows)
    return " · ".join(
        (
            counted(kinds.count("step"), "step"),
            counted(kinds.count("decision"), "decision"),
            counted(handed, "handoff"),
        )
    )


def days_open(pilot_map: PilotMap, today: date) -> str:
    """For how long Gate 1 has been open; nothing where that is not known."""
    if pilot_map.opened is None or pilot_map.opened > today:
        return ""
    days = (today - pilot_map.opened).days
    if not days:
        return tr("Gate 1 opened today")
    return trn("Gate 1 open for {number} day", "Gate 1 open for {number} days", days)


def _soft() -> QLabel:
    label = QLabel()
    label.setProperty("kind", "soft")
    return label
