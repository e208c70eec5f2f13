"""Part 1 of Gate 1: one sentence that cannot be vague, built up from its parts."""

from collections.abc import Callable
from html import escape
from typing import Any, Final, Literal

from PySide6.QtCore import Qt

from pilotmap.language import N_, tr, trc
from pilotmap.lazy import lazy_imports
from pilotmap.model.edits.fields import edit_outcome
from pilotmap.model.map import PilotMap
from pilotmap.model.outcome import Outcome
from pilotmap.model.quantity import Quantity
from pilotmap.ui.fields.choice import ChoiceField
from pilotmap.ui.fields.field import Field, sentence
from pilotmap.ui.fields.fields import amount_field, date_field, text_field
from pilotmap.ui.panels.form import Form, always, side_by_side
from pilotmap.ui.panels.known import basis_and_source
from pilotmap.ui.panels.options import spoken
from pilotmap.ui.panels.writing import reader, writer
from pilotmap.ui.session import Session
from pilotmap.ui.theme import Look

with lazy_imports():  # the first paint does not wait for the analysis
    from pilotmap.analysis import sentences

End = Literal["baseline", "target"]
_CHANGES: Final = (("reduce", N_("Reduce")), ("increase", N_("Increase")))
_EMPTY: Final = Outcome()
_OPEN: Final = "…"
Mark = Callable[[str, str], str]


class OutcomeForm(Form):
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
        self.add(
            "outcome",
            "change",
            ChoiceField(tr("Change"), spoken(_CHANGES), tr("Choose")),
            needed=_begun,
            asked=always,
        )
        self._ask("measure", text_field(tr("Measure"), tr("average time to resolution")))
        self._ask("population", text_field(tr("Of what"), tr("Tier 1 support tickets")))
        self._add_end("baseline", tr("From"), "48")
        self._add_end("target", trc("of a number", "To"), "4")
        self._ask("by", date_field(tr("By when")))
        self._ask("measured_in", text_field(tr("Measured where"), tr("Zendesk, weekly")))
        self._ask("owner", text_field(tr("Owner"), tr("who answers for it")))

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

    def _ask(self, key: str, field: Field) -> None:
        self.add("outcome", key, field, needed=_begun, asked=always)

    def _add_end(self, end: End, words: str, example: str) -> None:
        number, unit = amount_field(words, example), text_field(tr("Unit"), tr("h, %, EUR ..."))
        read, write = _part(end, "value"), _put(end, "value")
        self.bind(end, number, read, write, needed=_begun, asked=always)
        self.bind(f"{end}.unit", unit, _part(end, "unit"), _put(end, "unit"))
        self.column.addLayout(side_by_side(number, unit))
        basis, source = basis_and_source(
            self, end, words, reader("outcome", end), writer("outcome", end)
        )
        self.column.addLayout(side_by_side(basis, source))


def said(pilot_map: PilotMap, mark: Mark = lambda _part, words: words) -> str:
    """The outcome as far as it goes; what is missing is an ellipsis. `mark` may wrap each part."""
    outcome = pilot_map.outcome
    where = mark("measured_in", outcome.measured_in or _OPEN)
    owner = mark("owner", outcome.owner or _OPEN)
    rest = tr("Measured in {where}. Owner: {owner}.", where=where, owner=owner)
    return f"{sentences.outcome_sentence(pilot_map, mark)} {rest}"


def _begun(pilot_map: PilotMap) -> bool:
    return pilot_map.outcome != _EMPTY


def _part(end: End, name: str) -> Callable[[PilotMap, str], object]:
    return lambda pilot_map, _: getattr(getattr(pilot_map.outcome, end), name, None)


def _put(end: End, name: str) -> Callable[[PilotMap, str, Any], PilotMap]:
    def change(pilot_map: PilotMap, _: str, value: Any) -> PilotMap:
        quantity: Quantity = getattr(pilot_map.outcome, end) or Quantity()
        changed: Quantity | None = quantity.replace(**{name: value})
        return edit_outcome(pilot_map, **{end: None if changed == Quantity() else changed})

    return change
