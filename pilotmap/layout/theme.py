"""The one table of colours: roles on the left, a colour for each theme on the right."""

from collections.abc import Mapping
from typing import Final, Literal

ThemeName = Literal["light", "dark", "contrast"]
Role = Literal[
    "ground",
    "lane.plain",
    "lane.tint",
    "lane.head",
    "lane.line",
    "ink",
    "ink.soft",
    "step.fill",
    "step.line",
    "start.line",
    "end.fill",
    "end.ink",
    "decision.fill",
    "decision.line",
    "flow.line",
    "handoff.fill",
    "handoff.line",
    "system.fill",
    "system.line",
    "ai.fill",
    "ai.line",
    "ai.badge",
    "ai.ink",
    "label.ground",
    "pain.fill",
    "pain.line",
    "question.fill",
    "question.line",
    "note.fill",
    "note.line",
    "new.line",
    "changed.line",
    "good",
    "good.fill",
    "warning",
    "warning.fill",
    "error",
    "error.fill",
]

_TABLE: Final[tuple[tuple[Role, str, str, str], ...]] = (
    # role, light, dark, high contrast
    ("ground", "#ffffff", "#0f172a", "#000000"),
    ("lane.plain", "#ffffff", "#0f172a", "#000000"),
    ("lane.tint", "#f8fafc", "#131c31", "#000000"),
    ("lane.head", "#f1f5f9", "#1e293b", "#000000"),
    ("lane.line", "#cbd5e1", "#334155", "#ffffff"),
    ("ink", "#0f172a", "#f1f5f9", "#ffffff"),
    ("ink.soft", "#475569", "#a3b1c6", "#ffffff"),
    ("step.fill", "#ffffff", "#1e293b", "#000000"),
    ("step.line", "#94a3b8", "#64748b", "#ffffff"),
    ("start.line", "#0f172a", "#e2e8f0", "#ffffff"),
    ("end.fill", "#0f172a", "#e2e8f0", "#ffffff"),
    ("end.ink", "#ffffff", "#0f172a", "#000000"),
    ("decision.fill", "#fffbeb", "#2f2410", "#000000"),
    ("decision.line", "#b45309", "#fbbf24", "#ffd75e"),
    ("flow.line", "#475569", "#a3b1c6", "#ffffff"),
    ("handoff.fill", "#e0f2fe", "#0c2f47", "#000000"),
    ("handoff.line", "#0369a1", "#57c1f7", "#5ecbff"),
    ("system.fill", "#f0fdfa", "#0f2a2a", "#000000"),
    ("system.line", "#0f766e", "#4fd1c0", "#5fffe6"),
    ("ai.fill", "#f5f3ff", "#2a1f52", "#000000"),
    ("ai.line", "#6d28d9", "#b49cff", "#d9b3ff"),
    ("ai.badge", "#6d28d9", "#6d28d9", "#d9b3ff"),
    ("ai.ink", "#ffffff", "#ffffff", "#000000"),
    ("label.ground", "#ffffff", "#0f172a", "#000000"),
    ("pain.fill", "#fef2f2", "#3b1518", "#000000"),
    ("pain.line", "#b91c1c", "#fb8a8a", "#ff9b9b"),
    ("question.fill", "#fffbeb", "#2f2410", "#000000"),
    ("question.line", "#b45309", "#fbbf24", "#ffd75e"),
    ("note.fill", "#f1f5f9", "#1e293b", "#000000"),
    ("note.line", "#475569", "#a3b1c6", "#ffffff"),
    ("new.line", "#15803d", "#5fd68a", "#7dffa8"),
    ("changed.line", "#b45309", "#fbbf24", "#ffd75e"),
    ("good", "#15803d", "#5fd68a", "#7dffa8"),
    ("good.fill", "#f0fdf4", "#0f2a1a", "#000000"),
    ("warning", "#b45309", "#fbbf24", "#ffd75e"),
    ("warning.fill", "#fffbeb", "#2f2410", "#000000"),
    ("error", "#b91c1c", "#fb8a8a", "#ff9b9b"),
    ("error.fill", "#fef2f2", "#3b1518", "#000000"),
)


def theme(name: ThemeName) -> Mapping[Role, str]:
    """The colours of a theme, as `#rrggbb` by role."""
    column = {"light": 1, "dark": 2, "contrast": 3}[name]
    return {row[0]: row[column] for row in _TABLE}
