"""Part 1 of Gate 1: one sentence that cannot be vague, built up from its parts."""

from collections.abc import Callable
from html import escape
from typing import Any, Final, Literal

from PySide6.QtCore import Qt

from pilotmap.language import tr, trc
from pilotmap.lazy import lazy_imports
from pilotmap.model.map import PilotMap
from pilotmap.model.outcome import Outcome
from pilotmap.ui.fields.field import sentence
from pilotmap.ui.fields.fields import text_field
from pilotmap.ui.panels.form import always
from pilotmap.ui.panels.table_form import TableForm
from pilotmap.ui.panels.writing import reader, unit_writer
from pilotmap.ui.session import Session
from pilotmap.ui.theme import Look

with lazy_imports():  # the first paint does not wait for the analysis
    from pilotmap.analysis import sentences

End = Literal["baseline", "target"]
_EMPTY: Final = Outcome()
_OPEN: Final = "…"
Mark = Callable[[str, str], str]


class OutcomeForm(TableForm):
    """The parts of the outcome, with the sentence over them as it stands."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__(session, tr("1 Outcome"))
        self._look = look
        look.changed.connect(self.refresh)
        self._sentence = sentence("", "built")
        self._sentence.setTextFormat(Qt.TextFormat.RichText)
        flags = Qt.TextInteractionFlag
        self._sentence.setTextInteractionFlags(flags.LinksAccessibleByMouse)
        self._sentence.linkActivated.connect(self.focus_field)
        self._sentence.setToolTip(tr("A click on a part goes to its field"))
        self.column.addWidget(self._sentence)
        self.column.addSpacing(4)
        asked: dict[str, Any] = {"needed": _begun, "asked": always}
        for key in ("change", "measure", "population"):
            self.add("outcome", key, **asked)
        self._add_end("baseline", tr("From"), **asked)
        self.known["baseline"].is_open = True  # how it is known is asked of every baseline
        self._add_end("target", trc("of a number", "To"), **asked)
        for key in ("by", "measured_in", "owner"):
            self.add("outcome", key, **asked)
        self.add("outcome", "about")
        for key in ("starts_at", "ends_at"):
            self.add("outcome", key, shown=_is_a_lead_time)

    def refresh(self) -> None:
        super().refresh()
        self._sentence.setText(self._linked())
        self._sentence.setAccessibleName(said(self.session.map))

    def _linked(self) -> str:
        """The sentence read back, each part a link to its field; what is missing stands out."""
        ink = self.palette().text().color().name()
        colours = {True: self._look.colours["error"], False: ink}

        def link(part: str, words: str) -> str:
            missing = _OPEN in words
            line = "underline" if missing else "none"
            look = f"color:{colours[missing]}; text-decoration:{line}"
            return f"<a href='{part}' style='{look}'>{escape(words)}</a>"

        return said(self.session.map, link)

    def _add_end(self, end: End, words: str, **asked: Any) -> None:
        number = self.ask("outcome", end, words, **asked)
        unit = text_field(tr("Unit"), tr("h, %, EUR ..."))
        read = reader("outcome", end)
        self.bind(
            f"{end}.unit",
            unit,
            lambda m, _: getattr(read(m, _), "unit", None),
            unit_writer("outcome", end),
        )
        self.put(number, unit)


def said(pilot_map: PilotMap, mark: Mark = lambda _part, words: words) -> str:
    """The outcome as far as it goes; what is missing is an ellipsis. `mark` may wrap each part."""
    outcome = pilot_map.outcome
    where = mark("measured_in", outcome.measured_in or _OPEN)
    owner = mark("owner", outcome.owner or _OPEN)
    rest = tr("Measured in {where}. Owner: {owner}.", where=where, owner=owner)
    return f"{sentences.outcome_sentence(pilot_map, mark)} {rest}"


def _begun(pilot_map: PilotMap) -> bool:
    return pilot_map.outcome != _EMPTY


def _is_a_lead_time(pilot_map: PilotMap) -> bool:
    outcome = pilot_map.outcome
    is_time = outcome.baseline is not None and outcome.baseline.time_unit is not None
    return outcome.about == "lead_time" or (outcome.about is None and is_time)
