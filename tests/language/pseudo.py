"""A language in which every text stands in brackets: what stands outside was never translated."""

import gettext
import re
from collections.abc import Iterator
from contextlib import contextmanager

from pilotmap import language

OPEN, CLOSE = "⟦", "⟧"


class Bracketed(gettext.NullTranslations):
    def gettext(self, message: str) -> str:
        return f"{OPEN}{message}{CLOSE}"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"{OPEN}{msgid1 if n == 1 else msgid2}{CLOSE}"

    def pgettext(self, context: str, message: str) -> str:
        return f"{OPEN}{message}{CLOSE}"


@contextmanager
def speaking_in_brackets() -> Iterator[None]:
    """Every text that goes through `tr` and its like stands in brackets within the block."""
    token = language._catalog.set(Bracketed())
    try:
        yield
    finally:
        language._catalog.reset(token)


def outside(text: str) -> str:
    """What of a text stands outside all brackets, markup left out."""
    text = re.sub(r"<[^<>]*>", " ", text)
    before = None
    while before != text:
        before = text
        text = re.sub(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}", " ", text)
    return text


def untranslated(text: str) -> str | None:
    """A word of Latin letters outside the brackets, or None."""
    found = re.search(r"[A-Za-zÀ-ÿ]{3,}", outside(text))
    return found[0] if found else None
