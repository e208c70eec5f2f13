"""The certificates registered for a project: kept in git, read back, never half read."""

from datetime import date
from pathlib import Path

import pytest

from pilotmap.model.errors import UnreadableFile
from pilotmap.storage.trust import TrustFile, load_trust, save_trust, trust_file_for

DAY = date(2027, 3, 12)


def test_without_a_file_nobody_is_registered(tmp_path: Path) -> None:
    assert load_trust(tmp_path / "pilotmap-trust.json").fingerprints() == {}


def test_what_was_registered_is_read_back_and_written_alike(tmp_path: Path) -> None:
    path = trust_file_for(tmp_path / "map.pdf")
    trust = TrustFile().with_registered("it", "a" * 64, "Ada", by="facilitator", on=DAY)
    trust = trust.with_registered("it", "b" * 64, "Grace", on=DAY)
    save_trust(trust, path)
    first = path.read_bytes()
    assert load_trust(path) == trust
    assert load_trust(path).fingerprints() == {"it": ("a" * 64, "b" * 64)}
    save_trust(load_trust(path), path)
    assert path.read_bytes() == first
    assert first.decode().startswith('{\n  "format": "pilotmap-trust",\n  "version": 1,\n')


def test_registering_twice_changes_nothing() -> None:
    once = TrustFile().with_registered("it", "a" * 64, "Ada", on=DAY)
    assert once.with_registered("it", "a" * 64, "Another name", on=date(2028, 1, 1)) == once


@pytest.mark.parametrize(
    "text",
    [
        "", "[]", "{}", "null", '{"format": "pilotmap-trust", "version": 2, "seats": {}}',
        '{"format": "pilotmap-trust", "version": 1, "seats": {"boss": []}}',
        '{"format": "pilotmap-trust", "version": 1, "seats": {"it": [{"name": "x"}]}}',
        '{"format": "pilotmap-trust", "version": 1, "seats": {}, "more": 1}',
    ],
)  # fmt: skip
def test_a_broken_file_is_told_and_never_half_read(tmp_path: Path, text: str) -> None:
    path = tmp_path / "pilotmap-trust.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableFile, match="no list of registered certificates"):
        load_trust(path)
