"""Which language the window speaks, and Qt's own words in it."""

from typing import Final

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from pilotmap.language import Language, chosen_language, language, speak

SETTING: Final = "language"
"""The key among the settings: `system`, or one of `LANGUAGES`."""

_QT_TEXTS: Final = "qtbase"


def language_set(setting: str) -> Language:
    """The language that a setting means here."""
    return chosen_language(setting, QLocale.system().uiLanguages())


def speak_as_set(setting: str) -> None:
    """Speak the language set, before the first text is said."""
    speak(language_set(setting))


def teach_qt(app: QApplication) -> None:
    """Let Qt say its own texts, such as those of buttons and menus of fields, in the language."""
    # kept in a property: the style is a child of the application, too, and to wrap it takes 7 ms
    before = app.property(_QT_TEXTS)
    if isinstance(before, QTranslator):
        app.removeTranslator(before)
        before.deleteLater()
        app.setProperty(_QT_TEXTS, None)
    QLocale.setDefault(QLocale(language()))
    if language() == "en":
        return
    texts = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if texts.load(f"{_QT_TEXTS}_{language()}", folder):
        app.installTranslator(texts)
        app.setProperty(_QT_TEXTS, texts)
