"""What the map says in numbers, and the card with the verdict on the pilot."""

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from pilotmap.language import tr
from pilotmap.lazy import lazy_imports
from pilotmap.model.map import PilotMap
from pilotmap.ui.analyzer import Analyzer
from pilotmap.ui.fields.field import sentence, set_property
from pilotmap.ui.panels.form import section
from pilotmap.ui.panels.words import counted, hours, share_words, unbroken
from pilotmap.ui.sureness import Sureness

with lazy_imports():  # the first paint does not wait for the analysis
    from pilotmap.analysis import range_words
    from pilotmap.analysis import verdict_words as words

if TYPE_CHECKING:
    from pilotmap.analysis.figures import Figures

_FULL = 0.8
"""The load from which a lane is worth a line."""


class MapSays(QWidget):
    """A few lines of figures, live; a click on a step's name shows the step."""

    wanted = Signal(str)
    """The id of a step to show."""

    def __init__(self, analyzer: Analyzer, sureness: Sureness) -> None:
        super().__init__()
        self._analyzer, self._sureness = analyzer, sureness
        self._lines = _rich()
        self._card = QFrame()
        self._title = sentence("", "title-careful")
        self._why = _rich()
        self._why.linkActivated.connect(self.wanted)
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(10, 9, 10, 9)
        inside.setSpacing(3)
        inside.addWidget(self._title)
        inside.addWidget(self._why)
        self._sure = _rich()
        inside.addWidget(self._sure)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(section(tr("What the map says")))
        column.addWidget(self._lines)
        column.addWidget(self._card)
        self._card.hide()
        self._sure.hide()
        analyzer.ready.connect(self.refresh)
        sureness.changed.connect(self._say_sureness)

    def refresh(self) -> None:
        """Show the figures of the map as it is now."""
        verdict = self._analyzer.verdict
        if verdict is None:
            return
        pilot_map, figures = verdict.map, verdict.figures
        lines = "<br>".join(said(pilot_map, figures))
        self._lines.setText(f"<p style='line-height:165%; margin:0'>{lines}</p>")
        title, tone, why = card(pilot_map, figures, self.palette().text().color().name())
        self._card.setVisible(bool(title))
        set_property(self._card, "kind", f"verdict-{tone}")
        set_property(self._title, "kind", f"title-{tone}")
        self._title.setText(title)
        self._why.setText(f"<p style='line-height:130%; margin:0'>{why}</p>")
        self._say_sureness()

    @property
    def sureness_words(self) -> str:
        """What the card says of how sure the forecast is."""
        return self._sure.text()

    def _say_sureness(self) -> None:
        known = self._sureness.known
        said = () if known is None else range_words.range_sentences(known.map, known.ranges)
        self._sure.setText(" ".join(map(escape, said)))
        self._sure.setVisible(bool(said))


def said(pilot_map: PilotMap, figures: "Figures") -> tuple[str, ...]:
    """The lines of figures as rich text, one fact a line."""
    decisions = sum(step.kind == "decision" for step in pilot_map.steps)
    lines = [
        unbroken(counted(figures.handoffs, "handoff")),
        unbroken(counted(len(pilot_map.systems), "system")),
        unbroken(counted(decisions, "decision")),
    ]
    if figures.expected_elapsed:
        lines.append(tr("A case takes <b>{time}</b>", time=hours(figures.expected_elapsed)))
    if figures.expected_work:
        lines.append(tr("People work <b>{time}</b> on it", time=hours(figures.expected_work)))
    if figures.ai_share:
        lines.append(tr("The AI step takes <b>{time}</b>", time=hours(figures.ai_share)))
    if figures.returns:
        lines.append(tr("What comes back costs <b>{time}</b>", time=hours(figures.returns)))
    lines.extend(_loads(pilot_map, figures))
    return tuple(lines)


def _loads(pilot_map: PilotMap, figures: "Figures") -> Iterator[str]:
    """The lanes that are nearly full or over, today or with the AI."""
    for lane, today in (figures.lane_load or {}).items():
        after = (figures.lane_load_with_ai or {}).get(lane, today)
        if max(today.ratio or 0.0, after.ratio or 0.0) <= _FULL:
            continue
        name = escape(pilot_map.lane_by_id[lane].name)
        now, then = share_words(today.ratio), share_words(after.ratio)
        if now == then:
            yield tr("{lane} is loaded <b>{now}</b>", lane=name, now=now)
        else:
            yield tr(
                "{lane} is loaded <b>{now}</b>, with AI <b>{then}</b>",
                lane=name,
                now=now,
                then=then,
            )


def card(pilot_map: PilotMap, figures: "Figures", ink: str) -> tuple[str, str, str]:
    """The verdict's title, tone and reasons as rich text; empty where nothing asks for one."""
    if figures.verdict is None:
        return "", "careful", ""
    _, _, reason = words.verdict_words(pilot_map, figures).partition(": ")
    parts = [reason[:1].upper() + reason[1:], words.scale_words(pilot_map, figures)]
    text = " ".join(escape(part) for part in parts if part)
    longest, time = figures.longest_remaining, figures.longest_remaining_hours
    if figures.verdict != "reaches" and longest is not None and time is not None:
        name = escape(pilot_map.step_by_id[longest].name)
        link = f"<a href='{longest}' style='color:{ink}'>{name}, {hours(time)}</a>"
        text += " " + tr("Most of the rest on the map: {step}.", step=link)
    return words.title(figures), words.TONES[figures.verdict], text


def _rich() -> QLabel:
    label = sentence("", "soft")
    label.setTextFormat(Qt.TextFormat.RichText)
    flags = Qt.TextInteractionFlag
    label.setTextInteractionFlags(flags.LinksAccessibleByMouse | flags.LinksAccessibleByKeyboard)
    return label
