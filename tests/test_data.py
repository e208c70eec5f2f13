"""What was copied for the tests is what it was copied from, where that is at hand."""

import csv
from hashlib import sha1
from pathlib import Path

import pytest

from tests.conftest import CORPUS, EXAMPLES


@pytest.mark.parametrize("name", sorted(path.name for path in EXAMPLES.iterdir()))
def test_an_example_is_the_designs_own(shared: Path, name: str) -> None:
    assert (EXAMPLES / name).read_bytes() == (shared / "examples" / name).read_bytes()


def test_every_file_of_others_is_unchanged_and_says_where_it_is_from() -> None:
    with (CORPUS / "manifest.csv").open(encoding="utf-8", newline="") as manifest:
        rows = {row["file"]: row for row in csv.DictReader(manifest)}
    assert set(rows) == {f"files/{path.name}" for path in (CORPUS / "files").iterdir()}
    licences = {path.name for path in (CORPUS / "licences").iterdir()}
    for file, row in rows.items():
        assert sha1((CORPUS / file).read_bytes(), usedforsecurity=False).hexdigest() == row["sha1"]
        owner = row["source"].removeprefix("https://github.com/").split(" @ ")[0]
        assert owner.replace("/", "+") in licences
        assert row["licence"]
