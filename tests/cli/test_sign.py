"""`pilotmap sign` as a stakeholder runs it, and everything that can go wrong before it signs."""

import shutil
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from pilotmap.signing.verify import verify
from pilotmap.storage.lock import Lock
from tests.cli.running import pilotmap, pilotmap_apart, refusal
from tests.cli.signing_files import fill
from tests.signing.certificates import NOW, PASSPHRASE, p12
from tests.signing.files import PLAIN, document, signed


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fill(tmp_path_factory.mktemp("sign"))


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path, dirs_exist_ok=True))


def sign(
    folder: Path, *more: str, source: str = "map.pdf", out: str = "map.pdf", run: Any = pilotmap
) -> Any:
    return run(
        "sign", source, "--seat", "it", "--passphrase-file", "pass.txt", "-o", out, *more,
        cwd=folder,
    )  # fmt: skip


def test_it_signs_a_seat_in_place_and_says_what_that_is_worth(folder: Path) -> None:
    ran = sign(folder, "--p12", "it.p12", run=pilotmap_apart)
    assert ran.returncode == 0, ran.stderr
    assert "Signed map.pdf for IT" in ran.stdout
    assert "did not ask the issuer whether it was withdrawn" in ran.stdout
    assert "Its pages say DRAFT: 0 of 3 seats had approved" in ran.stdout
    data = (folder / "map.pdf").read_bytes()
    assert data.startswith(document())
    assert verify(data, PLAIN).signed == ("it",)
    assert not list(folder.glob(".*")), "nothing is left beside it"


def test_the_last_record_and_the_content_are_named_in_the_signature(folder: Path) -> None:
    sign(folder, "--p12", "it.p12")
    assert b"content " in (folder / "map.pdf").read_bytes()[len(document()) :]


def refused_with(folder: Path, *more: str, **named: str) -> str:
    """The reason of a refusal, after which everything is as it was."""
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    said = refusal(sign(folder, *more, **named))
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    return said


def test_a_wrong_pass_phrase_and_a_damaged_file_are_told_alike(folder: Path) -> None:
    (folder / "pass.txt").write_text("wrong", encoding="utf-8")
    wrong = refused_with(folder, "--p12", "it.p12")
    (folder / "pass.txt").write_text(PASSPHRASE, encoding="utf-8")
    (folder / "it.p12").write_bytes((folder / "it.p12").read_bytes()[:-40])
    damaged = refused_with(folder, "--p12", "it.p12")
    assert wrong == damaged
    assert "the pass phrase is wrong, or the file is damaged" in wrong


def test_a_bad_identity_is_refused_before_anything_is_signed(folder: Path) -> None:
    (folder / "bad.p12").write_bytes(p12("Late", days=(-30, -1)))
    assert "expired on" in refused_with(folder, "--p12", "bad.p12")


def test_a_field_is_signed_once(folder: Path) -> None:
    said = refused_with(folder, "--p12", "it.p12", source="signed.pdf", out="signed.pdf")
    assert "is signed for IT already, by “Holder of it”" in said


def test_a_changed_file_is_not_signed(folder: Path) -> None:
    data = signed("operations").replace(b"/Lang (en)", b"/Lang (xx)", 1)
    (folder / "map.pdf").write_bytes(data)
    said = refused_with(folder, "--p12", "it.p12")
    assert "is not to be signed" in said


def test_a_file_saved_anew_by_another_tool_is_told(folder: Path) -> None:
    (folder / "map.pdf").write_bytes(document().replace(b"%%EOF", b"% saved again\n%%EOF"))
    assert "is not to be signed" in refused_with(folder, "--p12", "it.p12")


def test_copies_that_were_signed_apart_are_not_joined(folder: Path) -> None:
    (folder / "theirs.pdf").write_bytes(signed("operations"))
    said = refused_with(folder, "--p12", "it.p12", out="theirs.pdf")
    assert "copies that were signed apart cannot be joined" in said


def test_a_file_that_is_being_signed_elsewhere_is_left_alone(folder: Path) -> None:
    lock = Lock(folder / ".map.pdf.signing")
    assert lock.take()
    try:
        said = refusal(sign(folder, "--p12", "it.p12"))
    finally:
        lock.remove()
    assert "is being signed by another PilotMap" in said
    assert (folder / "map.pdf").read_bytes() == document()


def test_a_folder_that_is_not_there_is_named(folder: Path) -> None:
    said = refused_with(folder, "--p12", "it.p12", out="nowhere/out.pdf")
    assert "nowhere/out.pdf" in said


def test_a_full_disk_leaves_the_file_as_it_was(folder: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full")
    assert "no space is left" in refused_with(folder, "--p12", "it.p12", out="/dev/full")


def test_an_identity_must_be_named(folder: Path) -> None:
    assert "--p12" in refused_with(folder)


def test_the_first_local_signature_makes_a_key_and_the_second_uses_it(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    arguments = ("--local", "--passphrase-file", "pass.txt", "-o", "map.pdf")
    no_name = pilotmap("sign", "map.pdf", "--seat", "it", *arguments, cwd=folder)
    assert "--name" in refusal(no_name)
    for run, seat, name in ((pilotmap_apart, "it", ("--name", "Ada")), (pilotmap, "business", ())):
        ran = run("sign", "map.pdf", "--seat", seat, *arguments, *name, cwd=folder)
        assert ran.returncode == 0, ran.stderr
        assert "Who holds the key must be confirmed another way" in ran.stdout
    report = verify((folder / "map.pdf").read_bytes(), PLAIN)
    assert report.signed == ("it", "business")
    assert {report.seats[seat].name for seat in report.signed} == {"Ada"}
    kept = next(home.rglob("identity.p12"))
    assert kept.stat().st_mode & 0o077 == 0
    assert timedelta(0) < report.seats["it"].certificate.not_after - NOW  # type: ignore[union-attr]
