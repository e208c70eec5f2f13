from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilotmap.language import Language, speaking
from pilotmap.model.quantity import Duration
from pilotmap.ui.fields import reading
from pilotmap.ui.fields.field import NotUnderstood


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("  ", None),
        ("48", 48.0),
        ("4,5", 4.5),
        (".5", 0.5),
        ("3 412", 3412.0),
        ("3,412", 3412.0),
        ("1,234,567.5", 1234567.5),
        ("3.412", 3.412),
        ("0,125", 0.125),
        ("0", 0.0),
    ],
)
def test_numbers(text: str, value: float | None) -> None:
    assert reading.read_number(text) == value


@pytest.mark.parametrize("text", ["many", "-1", "1e5", "4.5.6", "9" * 400, "NaN", "inf"])
def test_no_numbers(text: str) -> None:
    with pytest.raises(NotUnderstood):
        reading.read_number(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [("60", 0.6), ("60%", 0.6), ("60 %", 0.6), ("0", 0.0), ("100 %", 1.0), ("33.3", 0.333)],
)
def test_shares(text: str, value: float) -> None:
    assert reading.read_share(text) == value


@pytest.mark.parametrize("text", ["101", "-5 %", "half", "60 % or so"])
def test_no_shares(text: str) -> None:
    with pytest.raises(NotUnderstood, match="share"):
        reading.read_share(text)


@pytest.mark.parametrize(
    "text",
    [
        "30 Jun 2027",
        "30. June 2027",
        "30 jun 2027",
        "2027-06-30",
        "2027-6-30",
        "30 Jun, 2027",
        "30.6.2027",
        "30.06.2027",
        "30. Juni 2027",
    ],
)
def test_dates(text: str) -> None:
    assert reading.read_date(text) == date(2027, 6, 30)


@pytest.mark.parametrize("text", ["31 Jun 2027", "6/30/2027", "soon", "30 Foo 2027", "2027-13-01"])
def test_no_dates(text: str) -> None:
    with pytest.raises(NotUnderstood, match="30 Jun 2027"):
        reading.read_date(text)


def test_amounts_keep_words_for_a_finding_to_ask_about() -> None:
    assert reading.read_amount("-4,5") == -4.5
    assert reading.read_amount("about 50") == "about 50"
    assert reading.read_amount(" ") is None


@given(st.text())
def test_text_is_always_fit_for_the_file(text: str) -> None:
    read = reading.read_text(text)
    assert read == reading.read_text(read)
    assert Duration(value=1, unit="h", source=read).source == read


@given(st.floats(0, 1))
def test_a_share_shown_and_read_again_is_the_same(share: float) -> None:
    again = reading.read_share(reading.share_text(share))
    assert again == share


@given(st.floats(0, allow_nan=False, allow_infinity=False))
def test_a_number_shown_and_read_again_is_the_same(number: float) -> None:
    assert reading.read_number(reading.amount_text(number)) == number


@given(st.dates())
def test_a_date_shown_and_read_again_is_the_same(day: date) -> None:
    if day.year >= 1000:
        assert reading.read_date(reading.date_text(day)) == day


@given(st.floats(0, 1e6, allow_nan=False), st.sampled_from(["s", "min", "h", "d", "wd"]))
def test_a_time_shown_and_read_again_is_the_same(value: float, unit: str) -> None:
    shown = reading.duration_text(Duration(value=value, unit=unit))  # type: ignore[arg-type]
    again = reading.read_duration(shown)
    assert again is not None
    assert (again.value, again.unit) == (value, unit)


def test_german_fields_show_and_read_german_figures() -> None:
    with speaking("de"):
        assert reading.read_number("3.412,5") == 3412.5
        assert reading.read_number("3,412") == 3.412
        assert reading.read_amount("-1.200") == -1200.0
        assert reading.amount_text(1234.5) == "1234,5"
        assert reading.share_text(0.125) == "12,5 %"
        assert reading.duration_text(Duration(value=2.5, unit="wd")) == "2,5 AT"
        assert reading.read_duration("2,5 AT") == Duration(value=2.5, unit="wd")
        assert reading.read_duration("3 Stunden") == Duration(value=3.0, unit="h")
        assert reading.date_text(date(2027, 3, 1)) == "1. März 2027"


@given(st.dates(min_value=date(1900, 1, 1)))
@pytest.mark.parametrize("spoken", ["en", "de"])
def test_days_are_read_as_they_are_shown(spoken: Language, day: date) -> None:
    with speaking(spoken):
        assert reading.read_date(reading.date_text(day)) == day


@given(st.floats(min_value=0, max_value=1e9, allow_nan=False))
@pytest.mark.parametrize("spoken", ["en", "de"])
def test_amounts_are_read_as_they_are_shown(spoken: Language, amount: float) -> None:
    with speaking(spoken):
        assert reading.read_amount(reading.amount_text(amount)) == amount
