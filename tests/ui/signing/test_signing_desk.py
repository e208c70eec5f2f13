"""Signing and judging PDFs in the real window: what a person sees, and what is then on the disk."""

import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pilotmap.model.signoff import SEATS
from pilotmap.storage.json_file import load, save
from pilotmap.ui.signing.check_sheet import CheckSheet
from pilotmap.ui.signing.desk import SigningDesk
from pilotmap.ui.signing.sign_sheet import SignSheet
from tests.signing.certificates import PASSPHRASE, p12
from tests.signing.files import ORDER, document, judged, signed, support
from tests.ui.robot import Robot


class Desk:
    """The signing part of the window, and how to wait for it."""

    def __init__(self, robot: Robot, qtbot: QtBot) -> None:
        self.robot = robot
        self.qtbot = qtbot
        self.desk: SigningDesk = robot.window.signing  # type: ignore[attr-defined]

    def wait(self) -> None:
        self.qtbot.waitUntil(lambda: not self.desk.jobs.busy)
        self.qtbot.wait(50)

    def open(self, path: Path) -> None:
        assert self.robot.window.files.open(path)  # type: ignore[attr-defined]
        self.wait()

    @property
    def check(self) -> CheckSheet:
        assert self.desk.check is not None
        return self.desk.check

    @property
    def sheet(self) -> SignSheet:
        assert self.desk.sign is not None
        return self.desk.sign


@pytest.fixture
def desk(robot: Robot, qtbot: QtBot) -> Desk:
    return Desk(robot, qtbot)


@pytest.fixture
def open_map(robot: Robot, tmp_path: Path) -> Path:
    """The support map, open from its file."""
    path = tmp_path / "support.pilotmap.json"
    save(support(), path)
    assert robot.window.files.open(path)  # type: ignore[attr-defined]
    return path


def written(folder: Path, data: bytes, name: str = "support.pdf") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_an_unsigned_pdf_opens_as_before(desk: Desk, tmp_path: Path) -> None:
    desk.open(written(tmp_path, document()))
    assert desk.desk.check is None
    assert desk.robot.map.title == support().title


def test_a_signed_pdf_says_what_each_seat_is_worth(desk: Desk, tmp_path: Path) -> None:
    desk.open(written(tmp_path, signed(*ORDER)))
    check = desk.check
    assert check.isVisible()
    assert "All three seats signed" in check.title.text()
    for seat in SEATS:
        row = check.seats[seat]
        assert row.isVisible()
        assert f"Holder of {seat}" in row.name.text()
        assert "nobody else vouches for" in row.words.text()
        assert "Not yet confirmed" in row.words.text()
    assert "exactly those" in check.pages.text()
    assert not check.sign.isVisible()


def test_a_changed_pdf_is_told_and_cannot_be_signed_or_recorded(
    desk: Desk, open_map: Path, tmp_path: Path
) -> None:
    data = signed("operations").replace(b"/DisplayDocTitle true", b"/DisplayDocTitle fals", 1)
    desk.open(written(tmp_path, data))
    assert "Do not rely on this file" in desk.check.title.text()
    assert not desk.check.sign.isVisible()
    assert not desk.check.record.isVisible()


def test_a_pdf_of_the_open_map_goes_on_record_and_replaces_nothing(
    desk: Desk, open_map: Path, tmp_path: Path
) -> None:
    desk.open(written(tmp_path, signed("operations", "it")))
    assert desk.robot.session.file.path == open_map
    desk.check.record.click()
    records = desk.robot.map.signoffs
    assert [record.seat for record in records] == ["operations", "it"]
    assert [record.name for record in records] == ["Holder of operations", "Holder of it"]
    assert all("Signature in the PDF" in record.statement for record in records)
    assert not desk.check.record.isVisible(), "once is enough"
    assert "on record" in desk.check.said.text()


def test_a_confirmed_certificate_is_kept_beside_the_map(
    desk: Desk, open_map: Path, tmp_path: Path
) -> None:
    desk.open(written(tmp_path, signed(*ORDER)))
    desk.check.seats["it"].confirm.click()
    desk.wait()
    kept = json.loads((tmp_path / "pilotmap-trust.json").read_text(encoding="utf-8"))
    assert kept["seats"]["it"][0]["name"] == "Holder of it"
    assert "registered for this seat" in desk.check.seats["it"].words.text()
    assert not desk.check.seats["it"].confirm.isVisible()
    assert desk.check.seats["business"].confirm.isVisible()


def test_a_pdf_of_another_version_is_told(desk: Desk, open_map: Path, tmp_path: Path) -> None:
    desk.robot.session.commit(support().replace(title="Another title"), "Rename")
    desk.desk.judge(written(tmp_path, signed(*ORDER)))
    desk.wait()
    assert "another version of the map" in desk.check.title.text()
    assert not desk.check.record.isVisible()


def test_a_seat_signs_with_a_certificate_of_its_own(desk: Desk, tmp_path: Path) -> None:
    path = written(tmp_path, signed("operations"))
    (tmp_path / "me.p12").write_bytes(p12("Ada Lovelace"))
    desk.open(path)
    desk.check.sign.click()
    sheet = desk.sheet
    assert sheet.isVisible()
    assert [seat for seat, _ in sheet.seat._options] == ["it", "business"]
    sheet.p12.show_value(str(tmp_path / "me.p12"))
    sheet.passphrase.line.setText("wrong")
    sheet.seat.show_value("business")
    sheet._follow()
    sheet.go.click()
    desk.wait()
    assert "the pass phrase is wrong, or the file is damaged" in sheet.said.text()
    assert path.read_bytes() == signed("operations")
    sheet.passphrase.line.setText(PASSPHRASE)
    sheet.go.click()
    assert not sheet.go.isEnabled(), "a second click does nothing"
    sheet.go.click()
    desk.wait()
    desk.wait()
    assert judged(path.read_bytes()).signed == ("operations", "business")
    assert not sheet.isVisible()
    assert sheet.passphrase.line.text() == ""
    assert "Ada Lovelace" in desk.check.seats["business"].name.text()


def test_a_key_of_this_computer_is_made_at_the_first_signature(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import keyring
    from keyring.backends import fail

    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())
    try:
        path = written(tmp_path, document())
        desk.desk.ask_to_sign(path)
        sheet = desk.sheet
        sheet.kind.show_value("local")
        sheet._follow()
        assert not sheet.passphrase.isVisible()
        assert "must be confirmed another way" in sheet.worth.text()
        sheet.name.show_value("Grace Hopper")
        sheet._follow()
        sheet.go.click()
        desk.wait()
        assert sheet.passphrase.isVisible(), "no key ring: the pass phrase is asked for"
        sheet.passphrase.line.setText("a long pass phrase")
        sheet.go.click()
        desk.wait()
        desk.wait()
    finally:
        keyring.set_keyring(before)
    assert judged(path.read_bytes()).seats["operations"].name == "Grace Hopper"


def test_the_record_is_saved_with_the_map(desk: Desk, open_map: Path, tmp_path: Path) -> None:
    desk.open(written(tmp_path, signed(*ORDER)))
    desk.check.record.click()
    assert desk.robot.window.files.save()  # type: ignore[attr-defined]
    assert len(load(open_map).signoffs) == 3
