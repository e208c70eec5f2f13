"""What the map says in numbers, and the red card when the target is out of reach."""

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from pilotmap.language import tr
from pilotmap.model.map import PilotMap
from pilotmap.ui.fields.field import sentence
from pilotmap.ui.judgement import Judgement
from pilotmap.ui.panels.form import section
from pilotmap.ui.panels.words import counted, hours, unbroken

if TYPE_CHECKING:  # numpy comes with the analysis: it must not delay the first paint
    from pilotmap.analysis.figures import Figures


class MapSays(QWidget):
    """A few lines of figures, live; a click on a step's name shows the step."""

    wanted = Signal(str)
    """The id of a step to show."""

    def __init__(self, judgement: Judgement) -> None:
        super().__init__()
        self._judgement = judgement
        self._lines = _rich()
        self._card = QFrame()
        self._card.setProperty("kind", "alarm")
        self._title = sentence("", "complaint")
        self._why = _rich()
        self._why.linkActivated.connect(self.wanted)
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(10, 9, 10, 9)
        inside.setSpacing(1)
        inside.addWidget(self._title)
        inside.addWidget(self._why)
        self._title.setText(f"<b style='font-size:13px'>{tr('Out of reach')}</b>")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(section(tr("What the map says")))
        column.addWidget(self._lines)
        column.addWidget(self._card)
        self._card.hide()
        judgement.ready.connect(self.refresh)

    def refresh(self) -> None:
        """Show the figures of the map as it is now."""
        verdict = self._judgement.verdict
        if verdict is None:
            return
        pilot_map, figures = verdict.map, verdict.figures
        lines = "<br>".join(said(pilot_map, figures))
        self._lines.setText(f"<p style='line-height:165%; margin:0'>{lines}</p>")
        why = out_of_reach(pilot_map, figures, self.palette().text().color().name())
        self._card.setVisible(bool(why))
        self._why.setText(f"<p style='line-height:120%; margin:0'>{why}</p>")


def said(pilot_map: PilotMap, figures: "Figures") -> tuple[str, ...]:
    """The lines of figures as rich text."""
    decisions = sum(step.kind == "decision" for step in pilot_map.steps)
    lines = [
        " · ".join(
            (
                counted(figures.handoffs, "handoff"),
                counted(len(pilot_map.systems), "system"),
                counted(decisions, "decision"),
            )
        )
    ]
    lines[0] = unbroken(lines[0])
    if figures.expected_elapsed:
        lines.append(_expected(figures.expected_elapsed, figures.stated_baseline))
        if figures.ai_share is not None:
            share = 100 * figures.ai_share / figures.expected_elapsed
            lines.append(
                tr(
                    "AI step’s share <b>{time} · {share} %</b>",
                    time=hours(figures.ai_share),
                    share=f"{share:.0f}",
                )
            )
    return tuple(lines)


def _expected(time: float, stated: float | None) -> str:
    if stated is None:
        return tr("Expected time <b>{time}</b>", time=hours(time))
    said = tr("(stated {time})", time=hours(stated)).replace(" ", "\N{NO-BREAK SPACE}")
    return tr("Expected time <b>{time}</b> {stated}", time=hours(time), stated=said)


def out_of_reach(pilot_map: PilotMap, figures: "Figures", ink: str) -> str:
    """Why the target cannot be reached by this step, as rich text; nothing where it can."""
    if figures.reachable is not False or figures.floor is None or figures.stated_target is None:
        return ""
    text = tr(
        "With this step at zero the process still takes <b>{floor}</b>. The target is {target}.",
        floor=hours(figures.floor),
        target=hours(figures.stated_target),
    )
    longest = figures.longest_remaining
    if longest is None or figures.visits is None:
        return text
    step = pilot_map.step_by_id[longest]
    remains = hours(figures.visits[longest] * step.hours)
    link = f"<a href='{longest}' style='color:{ink}'>{escape(step.name)}, {remains}</a>"
    return f"{text} " + tr("Most of it: {step}.", step=link)


def _rich() -> QLabel:
    label = sentence("", "soft")
    label.setTextFormat(Qt.TextFormat.RichText)
    flags = Qt.TextInteractionFlag
    label.setTextInteractionFlags(flags.LinksAccessibleByMouse | flags.LinksAccessibleByKeyboard)
    return label
