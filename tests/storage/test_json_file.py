"""A map's file: the same map gives the same bytes; what is wrong with one is said plainly."""

import json
import os
import random
from pathlib import Path

import pytest
from hypothesis import given, settings

from pilotmap.model.errors import InvalidMap, PilotMapError, UnreadableFile
from pilotmap.model.map import VERSION, PilotMap
from pilotmap.storage.json_file import MOST_BYTES, from_bytes, load, save, to_bytes
from tests.conftest import EXAMPLES, PROJECT, SAMPLES
from tests.model.strategies import maps

START = '{"format": "pilotmap", "version": 3'


def refusal(text: str | bytes) -> str:
    data = text if isinstance(text, bytes) else text.encode("utf-8")
    with pytest.raises(UnreadableFile) as caught:
        from_bytes(data, "a.pilotmap.json")
    return caught.value.message


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.json")), ids=lambda path: path.name)
def test_loading_and_saving_gives_identical_bytes(path: Path, tmp_path: Path) -> None:
    save(load(path), tmp_path / "copy.pilotmap.json")
    assert (tmp_path / "copy.pilotmap.json").read_bytes() == path.read_bytes()


def test_the_example_says_the_same_when_saved() -> None:
    """Its key order is not that of the format, so its bytes are not kept."""
    path = EXAMPLES / "tier1-support-2.pilotmap.json"
    told = json.loads(path.read_bytes()) | {"version": VERSION}
    assert json.loads(to_bytes(load(path))) == told


@given(maps())
@settings(max_examples=60, deadline=None)
def test_what_is_saved_is_what_is_loaded(pilot_map: PilotMap) -> None:
    data = to_bytes(pilot_map)
    again = from_bytes(data, "a")
    assert again == pilot_map
    assert to_bytes(again) == data


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("48.0", "48"),
        ("-0", "0"),
        ("-0.0", "0"),
        ("1e21", "1e+21"),
        ("1E20", "100000000000000000000"),
        ("0.0000001", "1e-7"),
        ("0.000001", "0.000001"),
        ("1e-5", "0.00001"),
        ("0.1", "0.1"),
        ("333333333.33333329", "333333333.3333333"),
        ("5e-324", "5e-324"),
        ("1.7976931348623157e308", "1.7976931348623157e+308"),
        ("9007199254740993", "9007199254740992"),
    ],
)
def test_numbers_are_written_as_rfc_8785_does(written: str, canonical: str) -> None:
    data = f'{START}, "volume": {{"value": {written}, "unit": "per day"}}}}'.encode()
    saved = to_bytes(from_bytes(data, "a"))
    assert f'    "value": {canonical},\n'.encode() in saved
    assert to_bytes(from_bytes(saved, "a")) == saved


def test_the_text_is_plain_utf_8_with_defaults_left_out() -> None:
    title = "Größe 写 “q” \\u00e9 \\ud83d\\ude00"
    data = f'{START}, "organisation": "", "notes": [], "title": "{title}"}}'
    assert to_bytes(from_bytes(data.encode(), "a")) == (
        '{\n  "format": "pilotmap",\n  "version": 3,\n  "title": "Größe 写 “q” é 😀"\n}\n'.encode()
    )


@pytest.mark.parametrize("text", ["\ufeff" + START + "}", START + "}\r\n", "\n\n " + START + " } "])
def test_marks_and_line_ends_of_other_systems_are_taken_in(text: str) -> None:
    saved = to_bytes(from_bytes(text.encode("utf-8"), "a"))
    assert saved == b'{\n  "format": "pilotmap",\n  "version": 3\n}\n'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"", "is empty"),
        (b" \n\n", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"\xff\xfe{\x00", "is text in UTF-16"),
        (b'{"a": "\xe9"}', "not text in UTF-8 (byte E9 in line 1)"),
        (b'{"a": "\x00"}', "zero byte at position 7"),
        (START, "ends in the middle, at line 1, column 36"),
        (START + ',\n  "title": "Tier', "ends in the middle, at line 2, column 17"),
        (START + ',\n  "title": 1 2}', "at line 2, column 14 (a comma or a closing bracket"),
        (START + ', "title": "a\nb"}', "line break or control character stands inside a text"),
        (START + "}}", "something follows after the end of the map"),
        ("hello", "is not a PilotMap file"),
        ("%PDF-1.7", "is not a PilotMap file"),
        ("[]", "is not a PilotMap file"),
        ("{}", "is not a PilotMap file"),
        ('{"format": "bpmn", "version": 1}', "is not a PilotMap file"),
        ('{"format": "pilotmap"}', "$.version: this key is missing"),
        ('{"format": "pilotmap", "version": 4}', "made by a newer PilotMap"),
        ('{"format": "pilotmap", "version": 0}', "whole number from 1 on (found 0)"),
        ('{"format": "pilotmap", "version": "1"}', 'whole number from 1 on (found "1")'),
        ('{"format": "pilotmap", "version": true}', "whole number from 1 on (found true)"),
        ('{"format": "pilotmap", "version": 1.0}', "whole number from 1 on (found 1.0)"),
        (START + ', "titel": "x"}', "$.titel: this key is not known"),
        (START + ', "outcome": {"mesure": ""}}', "$.outcome.mesure: this key is not known"),
        (START + ', "title": "a", "title": "b"}', "has the key “title” twice"),
        (START + ', "lanes": [{"id": "x", "name": "a", "name": "b"}]}', "in the part “x”"),
        (
            START + ', "volume": {"value": 1e400, "unit": "per day"}}',
            "too big to count with, 1e400, at line 1",
        ),
        (START + ', "volume": {"value": 1' + "0" * 5000 + "}}", "a number too big to count with"),
        (START + ', "volume": {"value": NaN, "unit": "per day"}}', "holds NaN"),
        (START + ', "volume": {"value": -Infinity}}', "holds -Infinity"),
        (START + ', "title": "\\ud800"}', "half a character (a lone surrogate) in $.title"),
        (START + ', "lanes": [{"id": "\\udc00"}]}', "surrogate) in $.lanes[0].id"),
        (START + ', "title": "\\u0007"}', "$.title: text must not hold control characters"),
        (START + ', "title": ' + "[" * 65 + "]" * 65 + "}", "nested more than 64 levels deep"),
        ("[" * 200_000, "nested more than 64 levels deep at line 1, column 65"),
        ('{"a":' * 200_000, "nested more than 64 levels deep"),
        (
            START + ', "steps": [{"id": "a", "kind": "step", "lane": "x"}]}',
            "$.steps[0].lane: a step",
        ),
        (b" " * (MOST_BYTES + 1), "is larger than 20 MB"),
    ],
)
def test_what_is_wrong_is_one_sentence(text: str | bytes, said: str) -> None:
    message = refusal(text)
    assert message.startswith("a.pilotmap.json")
    assert said in message
    assert "\n" not in message
    assert message.endswith(".")
    assert ": " in message


def test_conflict_marks_of_git_are_named() -> None:
    text = START + ',\n<<<<<<< HEAD\n"title": "a"\n=======\n"title": "b"\n>>>>>>> theirs\n}'
    assert "holds unresolved merge conflict marks at line 2: resolve" in refusal(text)


def test_conflict_marks_inside_a_text_are_a_text() -> None:
    data = f'{START}, "title": "<<<<<<< HEAD"}}'.encode()
    assert from_bytes(data, "a").title == "<<<<<<< HEAD"


def test_a_text_of_quotes_and_escapes_does_not_slow_the_check() -> None:
    assert "is not a PilotMap file" in refusal('"' + '\\"' * 1_000_000)


def test_the_rule_broken_and_its_place_stay_with_the_error() -> None:
    with pytest.raises(UnreadableFile) as caught:
        from_bytes(f'{START}, "titel": ""}}'.encode(), "a")
    assert isinstance(caught.value.__cause__, InvalidMap)
    assert caught.value.__cause__.place == "$.titel"


def test_every_cut_of_a_file_is_refused_cleanly(support_map: PilotMap) -> None:
    data = to_bytes(support_map)
    for end in range(0, len(data.rstrip()), 61):
        with pytest.raises(PilotMapError):
            from_bytes(data[:end], "a")


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("missing.pilotmap.json", "does not exist"),
        ("", "is a folder"),
        ("here.json/there.json", "a part of its path is a file"),
        ("x" * 300, "name too long"),
        ("a\0b", "no name that a file can have"),
        ("round", "leads round in a circle"),
    ],
)
def test_files_that_cannot_be_read(tmp_path: Path, path: str, said: str) -> None:
    (tmp_path / "here.json").write_text("{}")
    (tmp_path / "round").symlink_to("round")
    with pytest.raises(UnreadableFile) as caught:
        load(f"{tmp_path}/{path}")
    assert said in caught.value.message


def test_a_file_without_the_right_to_read(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("the administrator may read everything")
    path = tmp_path / "a.pilotmap.json"
    path.write_text(START + "}")
    path.chmod(0)
    with pytest.raises(UnreadableFile, match="may not be read by you"):
        load(path)


def test_a_big_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "big.pilotmap.json"
    with path.open("wb") as file:
        file.truncate(200 * 1024**3)  # a sparse file: reading it would fill the memory
    with pytest.raises(UnreadableFile, match="larger than 20 MB"):
        load(path)
    with pytest.raises(UnreadableFile, match="larger than 20 MB"):
        load("/dev/zero")


def test_a_file_of_just_the_size_allowed_is_read() -> None:
    data = (START + "}").encode().ljust(MOST_BYTES)
    assert from_bytes(data, "a").title == ""


def test_keys_of_the_file_stand_in_the_order_of_the_model(support_map: PilotMap) -> None:
    backwards = dict(reversed(json.loads(to_bytes(support_map)).items()))
    assert to_bytes(from_bytes(json.dumps(backwards).encode(), "a")) == to_bytes(support_map)


PIECES = (
    b'"',
    b"{",
    b"[",
    b"}",
    b"]",
    b",",
    b"null",
    b"1e999",
    b"-",
    b"\\u",
    b"\\ud800",
    b"\xff",
    b"\0",
)


@pytest.mark.parametrize("seed", range(300))
def test_a_damaged_file_is_refused_in_one_line_or_read_right(seed: int) -> None:
    dice = random.Random(seed)
    data = bytearray((PROJECT / "tests" / "data" / "version-1.pilotmap.json").read_bytes())
    for _ in range(dice.randint(1, 3)):
        at, length = dice.randrange(len(data)), dice.choice((0, 1, 1, 40))
        data[at : at + length] = dice.choice((b"", *PIECES, bytes(data[:200])))
    read, told = None, "a."
    try:
        read = from_bytes(bytes(data), "a")
    except UnreadableFile as error:
        told = error.message
    assert told.endswith(".")
    assert "\n" not in told
    assert read is None or from_bytes(to_bytes(read), "a") == read
