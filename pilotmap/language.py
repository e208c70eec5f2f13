"""Says a text in the language spoken: the English text is the key, a catalog has the others.

Catalogs are gettext's, `resources/languages/CODE/LC_MESSAGES/pilotmap.mo`. The language is a
context variable and no argument: it belongs to a run of the program or to one export, and to no
text in particular. A thread begins with English: start it in a copy of the context.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final, Literal

from pilotmap.assets import resource
from pilotmap.lazy import lazy_imports

with lazy_imports():  # who speaks English needs no catalogs
    import gettext

Language = Literal["en", "de"]

LANGUAGES: Final[dict[Language, str]] = {"en": "English", "de": "Deutsch"}
"""The languages there are, each named in itself."""

_POINT_AND_COMMA: Final = str.maketrans(".,", ",.")
_DOMAIN: Final = "pilotmap"
_spoken: ContextVar[Language] = ContextVar("spoken", default="en")
_catalog: ContextVar["gettext.NullTranslations | None"] = ContextVar("catalog", default=None)


def tr(text: str, /, **values: object) -> str:
    """The text in the language spoken, with the values in their places: `tr("{n} left", n=2)`."""
    catalog = _catalog.get()
    # gettext keeps the head of the catalog under the empty text
    said = catalog.gettext(text) if catalog and text else text
    return said.format(**values) if values else said


def trn(one: str, many: str, number: int, /, **values: object) -> str:
    """The same where the words follow a number, which stands at `{number}` in figures."""
    catalog = _catalog.get()
    said = catalog.ngettext(one, many, number) if catalog else one if number == 1 else many
    return said.format(number=in_figures(f"{number:,}"), **values)


def trc(context: str, text: str, /, **values: object) -> str:
    """The same for a word that other languages say differently by context: `trc("severity", …)`."""
    catalog = _catalog.get()
    said = catalog.pgettext(context, text) if catalog else text
    return said.format(**values) if values else said


def in_figures(number: str) -> str:
    """A number written the English way, as this language writes it: 1,200.5 is 1.200,5 in German.

    For what people read; files and text that is read back keep the point.
    """
    return number if _spoken.get() == "en" else number.translate(_POINT_AND_COMMA)


def N_(text: str) -> str:  # noqa: N802 (what gettext calls it everywhere)
    """Mark a text of a table for the catalog; `tr` says it when it is shown."""
    return text


def language() -> Language:
    """The language spoken."""
    return _spoken.get()


def chosen_language(setting: str, wanted: Iterable[str]) -> Language:
    """The language set, or else the first of the system's that PilotMap speaks.

    `wanted` are names such as `de-AT` or `de_AT.UTF-8`, the one liked best first.
    """
    for name in (setting, *wanted):
        spoken = re.split(r"[-_.@]", name.lower())[0]
        for code in LANGUAGES:
            if spoken == code:
                return code
    return "en"


def speak(wanted: Language) -> None:
    """Speak a language from now on."""
    _spoken.set(wanted)
    _catalog.set(_read(wanted))


@contextmanager
def speaking(wanted: Language) -> Iterator[None]:
    """Speak a language within a block, such as one export."""
    before = language()
    speak(wanted)
    try:
        yield
    finally:
        speak(before)


def _read(wanted: Language) -> "gettext.NullTranslations | None":
    if wanted == "en":
        return None
    return gettext.translation(_DOMAIN, resource("languages"), [wanted])
