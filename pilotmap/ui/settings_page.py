"""The settings, on a sheet that stops nobody: what is chosen holds at once and later."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pilotmap.language import LANGUAGES, N_, tr
from pilotmap.ui.comfort import WHEEL_WORDS, Comfort
from pilotmap.ui.fields.choice import ChoiceField, YesNoField
from pilotmap.ui.fields.field import sentence
from pilotmap.ui.panels.form import section
from pilotmap.ui.settings import Settings
from pilotmap.ui.sheet import Sheet
from pilotmap.ui.spoken import SETTING
from pilotmap.ui.theme import THEME_WORDS, Look, ThemeChoice

_SYSTEM: Final = "system"
_AS_THE_SYSTEM: Final = N_("As the system")
_WIDTH_PX, _HEIGHT_PX = 420, 430


class SettingsPage(Sheet):
    """Look, language, wheel, motion, small map."""

    language_chosen = Signal()
    """Another language is set; the window is to speak it."""

    def __init__(self, window: QWidget, settings: Settings, look: Look, comfort: Comfort) -> None:
        super().__init__(window, _WIDTH_PX, _HEIGHT_PX)
        self._settings, self._look, self._comfort = settings, look, comfort
        self.theme = ChoiceField(
            tr("Look"), [(each, tr(words)) for each, words in THEME_WORDS.items()]
        )
        self.language = ChoiceField(
            tr("Language"), [(_SYSTEM, tr(_AS_THE_SYSTEM)), *LANGUAGES.items()]
        )
        self.wheel = ChoiceField(
            tr("Mouse or trackpad"), [(each, tr(words)) for each, words in WHEEL_WORDS.items()]
        )
        self.motion = YesNoField(tr("Less motion"))
        self.minimap = YesNoField(tr("Small map in the corner"))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(12)
        column.addWidget(section(tr("Settings")))
        for widget in (self.theme, self.language, self.wheel, self.motion, self.minimap):
            column.addWidget(widget)
        column.addStretch(1)
        column.addWidget(sentence(tr("Esc closes this page."), "small"))
        self._connect()

    def open(self) -> None:
        self.theme.show_value(self._look.choice)
        self.language.show_value(self._settings.text(SETTING) or _SYSTEM)
        self.wheel.show_value(self._comfort.wheel)
        self.motion.show_value(self._comfort.less_motion)
        self.minimap.show_value(self._comfort.shows_minimap)
        super().open()
        self.theme.stop.setFocus()

    def _connect(self) -> None:
        self.theme.edited.connect(self._set_theme)
        self.language.edited.connect(self._set_language)
        self.wheel.edited.connect(self._comfort.set_wheel)
        self.motion.edited.connect(lambda less: self._comfort.set_less_motion(less=bool(less)))
        self.minimap.edited.connect(lambda shown: self._comfort.set_minimap(shown=bool(shown)))

    def _set_theme(self, choice: ThemeChoice) -> None:
        self._look.choose(choice)
        self._settings.remember("theme", choice)

    def _set_language(self, choice: object) -> None:
        self._settings.remember(SETTING, str(choice))
        self.language_chosen.emit()
