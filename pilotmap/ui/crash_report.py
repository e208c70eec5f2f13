"""Writes down a fault of the program: where it was and what called it, with its words or without.

The words of an exception may hold names and texts of the map, so they are left out unless wanted.
"""

import traceback
from collections.abc import Iterator


def report(error: BaseException, *, with_words: bool) -> str:
    """The report of an exception and of those that led to it, the first one first."""
    if with_words:
        return "".join(traceback.format_exception(error))
    return "\n".join(_without_words(error))


def _without_words(error: BaseException) -> Iterator[str]:
    for each in reversed(list(_chain(error))):
        yield "Traceback (most recent call last):"
        yield "".join(traceback.format_tb(each.__traceback__)) + type(each).__name__
        yield ""


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    at: BaseException | None = error
    while at is not None and id(at) not in seen:
        seen.add(id(at))
        yield at
        at = at.__cause__ or (None if at.__suppress_context__ else at.__context__)
