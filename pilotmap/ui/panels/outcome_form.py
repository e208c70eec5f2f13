"""Part 1 of Gate 1: one sentence that cannot be vague, built up from its parts."""

from collections.abc import Callable
from typing import Any, Final, Literal

from pilotmap.model.edits.fields import edit_outcome
from pilotmap.model.map import PilotMap
from pilotmap.model.outcome import Outcome
from pilotmap.model.quantity import Quantity
from pilotmap.ui.fields.choice import ChoiceField
from pilotmap.ui.fields.field import sentence
from pilotmap.ui.fields.fields import amount_field, date_field, text_field
from pilotmap.ui.panels.form import Form, side_by_side
from pilotmap.ui.panels.known import basis_and_source
from pilotmap.ui.panels.writing import reader, writer
from pilotmap.ui.session import Session

End = Literal["baseline", "target"]
_CHANGES: Final = (("reduce", "Reduce"), ("increase", "Increase"))
_EMPTY: Final = Outcome()


class OutcomeForm(Form):
    """The parts of the outcome, with the sentence over them as it stands."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "1 Outcome")
        self._sentence = sentence("", "built")
        self.column.addWidget(self._sentence)
        self.column.addSpacing(4)
        self.add("outcome", "change", ChoiceField("Change", _CHANGES, "Choose"), needed=_begun)
        self.add("outcome", "measure", text_field("Measure", "average time to resolution"))
        self.add("outcome", "population", text_field("Of what", "Tier 1 support tickets"))
        self._add_end("baseline", "From", "48")
        self._add_end("target", "To", "4")
        self.add("outcome", "by", date_field("By when"), needed=_begun)
        self.add("outcome", "measured_in", text_field("Measured where", "Zendesk, weekly"))
        self.add("outcome", "owner", text_field("Owner", "who answers for it"))

    def refresh(self) -> None:
        super().refresh()
        for key in ("measure", "population", "baseline", "target", "measured_in", "owner"):
            self.field(key).want(_begun(self.session.map))
        self._sentence.setText(spoken(self.session.map))

    def _add_end(self, end: End, words: str, example: str) -> None:
        number, unit = amount_field(words, example), text_field("Unit", "h, %, EUR ...")
        self.bind(end, number, _part(end, "value"), _put(end, "value"))
        self.bind(f"{end}.unit", unit, _part(end, "unit"), _put(end, "unit"))
        self.column.addLayout(side_by_side(number, unit))
        basis, source = basis_and_source(
            self, end, words, reader("outcome", end), writer("outcome", end)
        )
        self.column.addLayout(side_by_side(basis, source))


def spoken(pilot_map: PilotMap) -> str:
    """The outcome as far as it goes; what is missing is an ellipsis."""
    # the analysis brings numpy, which must not delay the first paint
    from pilotmap.analysis.sentences import outcome_sentence  # noqa: PLC0415

    outcome = pilot_map.outcome
    rest = f"Measured in {outcome.measured_in or '…'}. Owner: {outcome.owner or '…'}."
    return f"{outcome_sentence(pilot_map)} {rest}"


def _begun(pilot_map: PilotMap) -> bool:
    return pilot_map.outcome != _EMPTY


def _part(end: End, name: str) -> Callable[[PilotMap, str], object]:
    return lambda m, _: getattr(getattr(m.outcome, end), name, None)


def _put(end: End, name: str) -> Callable[[PilotMap, str, Any], PilotMap]:
    def change(m: PilotMap, _: str, value: Any) -> PilotMap:
        quantity: Quantity = getattr(m.outcome, end) or Quantity()
        changed: Quantity | None = quantity.replace(**{name: value})
        return edit_outcome(m, **{end: None if changed == Quantity() else changed})

    return change
