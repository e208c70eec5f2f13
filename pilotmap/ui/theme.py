"""The window's colours in each theme, following the system unless a person chose one."""

from collections.abc import Mapping
from typing import Final, Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from pilotmap.assets import resource
from pilotmap.language import N_
from pilotmap.layout.theme import ThemeName
from pilotmap.layout.theme import theme as picture_theme
from pilotmap.ui.stylesheet import stylesheet

ThemeChoice = Literal["system", "light", "dark", "contrast"]
THEME_WORDS: Final[dict[ThemeChoice, str]] = {
    "system": N_("As the system"),
    "light": N_("Light"),
    "dark": N_("Dark"),
    "contrast": N_("High contrast"),
}
_FONT_FILES: Final = ("Inter-Regular", "Inter-SemiBold", "Inter-Bold")
_TEXT_PX: Final = 13

_WINDOW: Final[tuple[tuple[str, str, str, str], ...]] = (
    # role, light, dark, high contrast: what the picture of a map does not need
    ("surface", "#ffffff", "#0f172a", "#000000"),
    ("panel", "#f8fafc", "#131c31", "#000000"),
    ("line", "#cbd5e1", "#334155", "#ffffff"),
    ("line.faint", "#e8edf3", "#22304a", "#8a8a8a"),
    ("field", "#ffffff", "#1e293b", "#000000"),
    ("field.line", "#cbd5e1", "#475569", "#ffffff"),
    ("ink.faint", "#64748b", "#8fa0ba", "#bdbdbd"),
    ("hover", "#f1f5f9", "#22304a", "#262626"),
    ("link", "#0369a1", "#57c1f7", "#5ecbff"),
    ("focus", "#0369a1", "#57c1f7", "#ffff00"),
    ("strong", "#0f172a", "#e2e8f0", "#ffffff"),
    ("strong.ink", "#ffffff", "#0f172a", "#000000"),
    # the edge of what is chosen: seen only where its ground alone would not tell it
    ("chosen.line", "#f5f3ff", "#2a1f52", "#d9b3ff"),
    ("ai.card", "#f5f3ff", "#1d1838", "#000000"),
)


def window_colours(name: ThemeName) -> Mapping[str, str]:
    """Every colour of the window as `#rrggbb` by role, those of the picture among them."""
    column = {"light": 1, "dark": 2, "contrast": 3}[name]
    colours: dict[str, str] = {}
    colours.update(picture_theme(name).items())
    colours.update((row[0], row[column]) for row in _WINDOW)
    return colours


def load_fonts() -> None:
    """Make the bundled Inter known to Qt, so that the window looks the same everywhere."""
    for name in _FONT_FILES:
        QFontDatabase.addApplicationFont(str(resource(f"fonts/{name}.ttf")))


def window_font() -> QFont:
    """The font of everything in the window that is not the map."""
    font = QFont("PilotMap Inter")
    font.setPixelSize(_TEXT_PX)
    return font


def system_theme(app: QApplication) -> ThemeName:
    """The theme that the system asks for now."""
    hints = app.styleHints()
    # Qt before 6.10 cannot be asked for the contrast: the choice in the menu remains.
    accessibility = getattr(hints, "accessibility", None)
    if accessibility is not None:
        wanted = accessibility().contrastPreference()
        if wanted == Qt.ContrastPreference.HighContrast:
            return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


class Look(QObject):
    """Which theme is shown; applies it to the whole application.

    The style sheet comes with `dress`, when the window is built: with it, Qt looks at a widget and
    all in it anew each time it gets another parent.
    """

    changed = Signal()

    def __init__(self, app: QApplication, choice: ThemeChoice = "system") -> None:
        super().__init__()
        self._app = app
        self._choice: ThemeChoice = choice
        self._is_dressed = False
        self.name: ThemeName = "light"
        self.colours: Mapping[str, str] = {}
        app.styleHints().colorSchemeChanged.connect(self._follow)
        accessibility = getattr(app.styleHints(), "accessibility", None)
        if accessibility is not None:
            accessibility().contrastPreferenceChanged.connect(self._follow)
        self._apply()

    @property
    def choice(self) -> ThemeChoice:
        """What the person asked for."""
        return self._choice

    def choose(self, choice: ThemeChoice) -> None:
        """Show this theme from now on."""
        self._choice = choice
        self._apply()

    def dress(self) -> None:
        """Give the application its style sheet, from now on in every theme."""
        self._is_dressed = True
        rules = stylesheet(self.colours)
        if rules != self._app.styleSheet():  # setting it makes Qt look at every widget again
            self._app.setStyleSheet(rules)

    def _follow(self) -> None:
        if self._choice == "system":
            self._apply()

    def _apply(self) -> None:
        self.name = system_theme(self._app) if self._choice == "system" else self._choice
        self.colours = window_colours(self.name)
        self._app.setPalette(_palette(self.colours))
        if self._is_dressed:
            self.dress()
        self.changed.emit()


def _palette(colours: Mapping[str, str]) -> QPalette:
    roles = QPalette.ColorRole
    palette = QPalette()
    for role, name in (
        (roles.Window, "panel"),
        (roles.Base, "field"),
        (roles.AlternateBase, "panel"),
        (roles.Button, "surface"),
        (roles.ToolTipBase, "strong"),
        (roles.ToolTipText, "strong.ink"),
        (roles.WindowText, "ink"),
        (roles.Text, "ink"),
        (roles.ButtonText, "ink"),
        (roles.PlaceholderText, "ink.faint"),
        (roles.Highlight, "focus"),
        (roles.HighlightedText, "surface"),
        (roles.Link, "link"),
        (roles.Mid, "line"),
    ):
        palette.setColor(role, QColor(colours[name]))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours["ink.faint"]))
    return palette
