"""Older files are brought up to date step by step, and each version's frozen file still loads."""

from copy import deepcopy
from typing import Any

import pytest

from pilotmap.model.errors import InvalidMap
from pilotmap.model.map import VERSION
from pilotmap.storage.json_file import load, to_bytes
from pilotmap.storage.migrations import MIGRATIONS, migrated, newest
from pilotmap.storage.schema import schema
from tests.conftest import PROJECT

FROZEN = PROJECT / "tests" / "data"


def _name_to_title(data: dict[str, Any]) -> dict[str, Any]:
    return {("title" if key == "name" else key): value for key, value in data.items()}


def _shout(data: dict[str, Any]) -> dict[str, Any]:
    return data | {"title": data["title"].upper()}


STEPS = (_name_to_title, _shout)


def test_the_steps_lead_to_the_version_of_the_model() -> None:
    assert newest() == VERSION
    assert len(MIGRATIONS) == VERSION - 1


def test_every_version_has_a_frozen_file_that_loads() -> None:
    for version in range(1, VERSION + 1):
        assert load(FROZEN / f"version-{version}.pilotmap.json").version == VERSION


def test_the_newest_frozen_file_keeps_its_bytes() -> None:
    path = FROZEN / f"version-{VERSION}.pilotmap.json"
    assert to_bytes(load(path)) == path.read_bytes()


def test_the_frozen_file_uses_every_key_of_the_format() -> None:
    text = (FROZEN / f"version-{VERSION}.pilotmap.json").read_text(encoding="utf-8")
    made = schema()
    parts = [made, *made["$defs"].values()]
    keys = {key for part in parts for key in part["properties"]}
    assert sorted(key for key in keys if f'"{key}": ' not in text) == []


def test_steps_run_in_order_and_raise_the_version_one_by_one() -> None:
    data = {"format": "pilotmap", "version": 1, "name": "invoices"}
    before = deepcopy(data)
    assert migrated(data, STEPS) == {"format": "pilotmap", "version": 3, "title": "INVOICES"}
    assert data == before


def test_a_file_in_between_takes_only_the_steps_it_lacks() -> None:
    assert migrated({"version": 2, "title": "invoices"}, STEPS)["title"] == "INVOICES"


def test_a_file_of_today_stays_as_it_is() -> None:
    data = {"version": 3, "title": "invoices"}
    assert migrated(data, STEPS) is data


@pytest.mark.parametrize("version", [4, 99, 10**30])
def test_a_newer_file_says_so(version: int) -> None:
    with pytest.raises(InvalidMap, match="made by a newer PilotMap"):
        migrated({"version": version}, STEPS)


@pytest.mark.parametrize("version", [0, -1, True, False, None, "1", 1.0, [1], {}])
def test_a_version_that_never_was(version: object) -> None:
    with pytest.raises(InvalidMap, match="must be a whole number from 1 on"):
        migrated({"version": version}, STEPS)
