"""Signing a file on the disk while things go wrong: nothing is lost, and each is told."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from pilotmap.model.errors import CannotSign, PilotMapError
from pilotmap.signing.fill import Task, Tools, sign_file
from pilotmap.signing.seal import DrawStamp
from tests.signing.files import PLAIN, document, draw, identity, judged
from tests.signing.readers import quick_readers

__all__ = ["quick_readers"]


def task(path: Path) -> Task:
    return Task(path, path, "it", datetime.now(UTC).replace(microsecond=0))


def tools(stamp: DrawStamp | None = None) -> Tools:
    return Tools(PLAIN, stamp or draw("Holder of it"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "map.pdf"
    file.write_bytes(document())
    return file


def test_what_was_written_is_what_was_verified(path: Path) -> None:
    report = sign_file(task(path), identity("it"), tools())
    assert report.signed == ("it",)
    assert judged(path.read_bytes()).seats["it"].certificate == identity("it").certificate
    assert [each.name for each in path.parent.iterdir()] == ["map.pdf"]


def test_a_second_click_is_refused_and_changes_nothing(path: Path) -> None:
    sign_file(task(path), identity("it"), tools())
    once = path.read_bytes()
    with pytest.raises(CannotSign, match="signed for IT already, by “Holder of it”"):
        sign_file(task(path), identity("it"), tools())
    assert path.read_bytes() == once


def test_a_file_exchanged_while_it_is_signed_is_not_written_over(path: Path) -> None:
    def exchanged(width: float, height: float) -> bytes:
        path.write_bytes(document() + b"\n")
        return draw("Holder of it")(width, height)

    with pytest.raises(CannotSign, match="was changed while it was signed"):
        sign_file(task(path), identity("it"), tools(exchanged))
    assert path.read_bytes() == document() + b"\n"


def test_two_clicks_at_once_sign_once(path: Path) -> None:
    refusals: list[str] = []

    def clicks_again(width: float, height: float) -> bytes:
        try:
            sign_file(task(path), identity("it"), tools())
        except PilotMapError as error:
            refusals.append(error.message)
        return draw("Holder of it")(width, height)

    sign_file(task(path), identity("it"), tools(clicks_again))
    assert len(refusals) == 1
    assert "is being signed by another PilotMap" in refusals[0]
    assert judged(path.read_bytes()).signed == ("it",)


def test_a_stamp_that_cannot_be_drawn_leaves_the_file_alone(path: Path) -> None:
    def broken(width: float, height: float) -> bytes:
        return b"no PDF"

    with pytest.raises(CannotSign, match="could not be signed"):
        sign_file(task(path), identity("it"), tools(broken))
    assert path.read_bytes() == document()


def test_a_damaged_file_is_not_signed(path: Path) -> None:
    path.write_bytes(document()[:-200])
    with pytest.raises(CannotSign, match="is not to be signed"):
        sign_file(task(path), identity("it"), tools())
