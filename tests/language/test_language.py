"""The language is chosen once, follows into threads that are told to, and costs next to nothing."""

import cProfile
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context

import pytest

from pilotmap.language import N_, in_figures, language, speaking, tr, trn


def test_english_needs_no_catalog() -> None:
    assert tr("Nobody wrote this {what} down", what="text") == "Nobody wrote this text down"
    assert trn("{number} step", "{number} steps", 1) == "1 step"
    assert trn("{number} step", "{number} steps", 1200) == "1,200 steps"
    assert N_("a table's text") == "a table's text"


def test_braces_in_values_and_in_plain_texts_are_no_placeholders() -> None:
    assert tr("Named {name}", name="{0} {x}") == "Named {0} {x}"
    assert tr("{") == "{"


@pytest.mark.parametrize("spoken", ["en", "de"])
def test_the_empty_text_stays_empty(spoken: str) -> None:
    with speaking(spoken):  # type: ignore[arg-type]
        assert tr("") == ""


def test_a_text_without_a_translation_is_said_in_english() -> None:
    with speaking("de"):
        assert tr("Nobody wrote this down") == "Nobody wrote this down"
        assert trn("{number} such", "{number} suches", 2) == "2 suches"


def test_a_block_speaks_its_language_and_no_longer() -> None:
    with speaking("de"):
        assert language() == "de"
        assert in_figures("1,200.5") == "1.200,5"
        with speaking("en"):
            assert in_figures("1,200.5") == "1,200.5"
        assert language() == "de"
    assert language() == "en"


def test_a_thread_speaks_english_unless_it_runs_in_a_copy_of_the_context() -> None:
    with speaking("de"), ThreadPoolExecutor(1) as pool:
        assert pool.submit(language).result() == "en"
        assert pool.submit(copy_context().run, language).result() == "de"


def test_an_error_in_a_block_does_not_leave_its_language_behind() -> None:
    with pytest.raises(ValueError, match="stop"), speaking("de"):
        raise ValueError("stop")
    assert language() == "en"


def test_saying_a_text_costs_next_to_nothing() -> None:
    """Counted in calls, since a busy machine says nothing true of time."""
    work = cProfile.Profile()
    with speaking("de"):
        tr("Gate 1 has {n} parts", n=3)
        work.runcall(tr, "Gate 1 has {n} parts", n=3)
    assert sum(entry.callcount for entry in work.getstats()) <= 10
