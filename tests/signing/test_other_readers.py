"""What is not refused reads the same in every other reader; `differential` tries many more."""

import logging
import random
from collections.abc import Iterator

import pytest

from tests.signing.attacks import contents
from tests.signing.attacks.by_hand import validation_data
from tests.signing.differential import contradictions, made, twin
from tests.signing.files import ORDER, judged, signed
from tests.signing.other_readers import readers

_TRIED = 12


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


def test_what_is_not_refused_reads_the_same_everywhere() -> None:
    chance = random.Random(20)
    tried = 0
    while tried < _TRIED:
        try:
            kind, data, plain = made(chance)
        except ValueError:  # the change took away the place of the signature
            continue
        tried += 1
        if judged(data).verdict != "reject":
            assert contradictions(data, plain(), drawn=False) == [], kind


@pytest.mark.skipif("poppler, text" not in dict(readers()), reason="poppler's tools are not here")
def test_a_page_that_only_repairing_readers_show_is_seen_by_them_and_refused() -> None:
    saving = validation_data(signed(*ORDER))
    contents.with_page(saving)
    data = saving.written()
    assert "poppler, text" in contradictions(data, twin(3, ""), drawn=False)
    assert judged(data).verdict == "reject"
