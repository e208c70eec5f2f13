"""A part of the attacks and honest files; `python -m tests.signing.attack_sweep` runs them all."""

import logging
from collections.abc import Iterator

import pytest

from tests.signing.cases import Case, cases
from tests.signing.controls import Make, controls
from tests.signing.files import ORDER, judged, signed, trust

_OF_EACH = 4


def _some() -> list[Case]:
    """A few of every class, as far apart as they can be."""
    classes: dict[str, list[Case]] = {}
    for case in cases():
        if "encrypt" not in case.name:  # nobody's tool signs behind that
            classes.setdefault(case.family, []).append(case)
    return [
        some[at * (len(some) - 1) // (_OF_EACH - 1)]
        for some in classes.values()
        for at in range(_OF_EACH)
    ]


QUICK = _some()
HONEST = [control for at, control in enumerate(controls()) if at % 4 == 0]


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """The library tells its log what is odd about a file; that it is odd is the point here."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


def test_the_part_holds_something_of_every_class() -> None:
    assert len(QUICK) >= 40
    assert {case.family for case in QUICK} == {case.family for case in cases()}
    assert sum(case.signers > 0 for case in cases()) >= 80


@pytest.mark.parametrize(
    "case", QUICK, ids=lambda case: f"{case.family}-{case.signers}-{case.name}".replace(" ", "_")
)
def test_an_attack_gets_the_verdict_it_must_get(case: Case) -> None:
    report = judged(case.make())
    assert report.verdict == case.verdict, report.reason
    assert report.reason.endswith((".", ")"))
    assert "\n" not in report.reason


@pytest.mark.parametrize(("name", "make"), HONEST, ids=[name for name, _ in HONEST])
def test_an_honest_file_is_accepted(name: str, make: Make) -> None:
    report = judged(make())
    assert report.verdict == "accept", report.reason


def test_the_signers_registered_are_known_again_whatever_the_order() -> None:
    report = judged(signed("business", "operations", "it"), trust=trust())
    assert report.verdict == "accept"
    assert all(report.seats[seat].registered for seat in ORDER)


def test_somebody_else_in_a_seat_outweighs_a_seat_that_is_missing() -> None:
    swapped = {"operations": trust()["it"], "it": trust()["operations"]}
    report = judged(signed("operations", "it"), trust=swapped)
    assert report.verdict == "wrong-signer"
    assert report.seats["it"].state == "wrong signer"


def test_a_refused_file_calls_none_of_its_signatures_good() -> None:
    data = signed(*ORDER)
    report = judged(data + b"\n")
    assert report.verdict == "reject"
    assert all(report.seats[seat].state != "signed" for seat in ORDER)
