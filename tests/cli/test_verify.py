"""`pilotmap verify` as CI and a stakeholder's assistant run it."""

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from pilotmap.model.meaning import meaning
from pilotmap.storage.json_file import save
from pilotmap.storage.trust import TrustFile, own_trust_file_for, save_trust
from tests.cli.running import pilotmap, pilotmap_apart, refusal
from tests.cli.signing_files import fill
from tests.signing.files import ORDER, identity, signed, support


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = fill(tmp_path_factory.mktemp("verify"))
    for seat in ORDER:
        (folder / f"{seat}.pem").write_bytes(identity(seat).certificate.pem())
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path, dirs_exist_ok=True))


def verified(
    folder: Path, *more: str, file: str = "signed.pdf", run: Any = pilotmap
) -> tuple[int, dict[str, Any]]:
    ran = run("verify", file, "--format", "json", *more, cwd=folder)
    assert ran.stderr == ""
    return ran.returncode, json.loads(ran.stdout)


def test_three_signatures_with_the_registered_certificates_are_accepted(folder: Path) -> None:
    trust = [part for seat in ORDER for part in ("--trust", f"{seat}={seat}.pem")]
    code, told = verified(folder, *trust, run=pilotmap_apart)
    assert code == 0
    keys = {"verdict", "reason", "seats", "gate", "meaning", "pages_match", "revisions"}
    assert set(told) == keys
    assert told["gate"] == "ready"
    assert told["verdict"] == "accept"
    assert told["pages_match"] is True
    assert told["meaning"] == meaning(support())
    for seat in ORDER:
        assert told["seats"][seat] == {
            "state": "signed",
            "name": f"Holder of {seat}",
            "time": told["seats"][seat]["time"],
            "fingerprint": identity(seat).certificate.fingerprint,
            "registered": True,
        }
    assert [each["kind"] for each in told["revisions"]] == ["document", *["signature"] * 3]


def test_without_trust_the_verdict_speaks_of_integrity_alone(folder: Path) -> None:
    code, told = verified(folder)
    assert (code, told["verdict"]) == (1, "accept")
    assert told["reason"] == "Three signatures hold; who signed is not confirmed."
    assert all(told["seats"][seat]["registered"] is None for seat in ORDER)


def test_another_certificate_than_the_registered_one_is_a_wrong_signer(folder: Path) -> None:
    code, told = verified(folder, "--trust", "it=business.pem")
    assert (code, told["verdict"]) == (1, "wrong-signer")
    assert told["seats"]["it"]["state"] == "wrong signer"
    assert told["reason"].startswith("IT:")


def test_missing_seats_are_named(folder: Path) -> None:
    (folder / "one.pdf").write_bytes(signed("it"))
    code, told = verified(folder, file="one.pdf")
    assert (code, told["verdict"]) == (1, "incomplete")
    assert "Operations, Business stakeholder" in told["reason"]


def test_an_unsigned_document_is_incomplete(folder: Path) -> None:
    assert verified(folder, file="map.pdf")[1]["verdict"] == "incomplete"


def test_a_signature_for_another_version_of_the_map_is_stale(folder: Path) -> None:
    save(support().replace(title="Another title"), folder / "m.pilotmap.json")
    code, told = verified(folder, "--map", "m.pilotmap.json")
    assert (code, told["verdict"]) == (1, "stale")
    save(support(), folder / "m.pilotmap.json")
    assert verified(folder, "--map", "m.pilotmap.json")[1]["verdict"] == "accept"


def test_a_changed_byte_is_told_in_plain_words(folder: Path) -> None:
    data = bytearray(signed(*ORDER))
    at = data.index(b"/Lang (en)") + 7
    data[at] ^= 1
    (folder / "bad.pdf").write_bytes(bytes(data))
    code, told = verified(folder, file="bad.pdf")
    assert (code, told["verdict"]) == (1, "reject")
    assert told["reason"].endswith(".")
    assert {told["seats"][seat]["state"] for seat in ORDER} <= {"broken", "open"}


def test_a_registered_certificate_is_kept_beside_the_document(folder: Path) -> None:
    verified(folder, "--register", "it=it.pem")
    kept = json.loads((folder / "pilotmap-trust.json").read_text(encoding="utf-8"))
    assert kept["seats"]["it"][0]["name"] == "Holder of it"
    assert verified(folder)[1]["seats"]["it"]["registered"] is True
    kept["seats"]["it"][0]["fingerprint"] = "0" * 64
    (folder / "pilotmap-trust.json").write_text(json.dumps(kept), encoding="utf-8")
    assert verified(folder)[1]["seats"]["it"]["registered"] is True, "the own list comes first"
    own_trust_file_for(folder / "signed.pdf").unlink()
    assert verified(folder)[1]["verdict"] == "wrong-signer"


def test_a_list_that_came_with_the_file_confirms_nobody(folder: Path) -> None:
    listed = TrustFile()
    for seat in ORDER:
        print_ = identity(seat).certificate.fingerprint
        listed = listed.with_registered(seat, print_, f"Holder of {seat}", by="Mallory")
    save_trust(listed, folder / "pilotmap-trust.json")
    code, told = verified(folder)
    assert (code, told["verdict"]) == (1, "accept")
    assert [told["seats"][seat]["registered"] for seat in ORDER] == [None] * 3
    said = pilotmap("verify", "signed.pdf", cwd=folder).stdout
    assert said.count("only a list that came with the file") == len(ORDER)
    assert "by “Mallory”" in said
    assert verified(folder, "--trust-file", "pilotmap-trust.json")[0] == 0


def test_a_list_that_cannot_be_read_keeps_nobody_from_looking(folder: Path) -> None:
    deep = "[" * 200_000 + "]" * 200_000
    (folder / "pilotmap-trust.json").write_text(f'{{"seats": {deep}}}', encoding="utf-8")
    ran = pilotmap("verify", "signed.pdf", cwd=folder)
    assert (ran.returncode, ran.stderr) == (1, "")
    assert "Not used: " in ran.stdout


def test_a_pipe_is_no_file(folder: Path) -> None:
    os.mkfifo(folder / "pipe.pdf")
    assert "no file but a pipe" in refusal(pilotmap("verify", "pipe.pdf", cwd=folder))
    assert "no file but a pipe" in refusal(
        pilotmap("verify", "signed.pdf", "--trust", "it=pipe.pdf", cwd=folder)
    )


def test_the_text_says_no_more_than_was_found(folder: Path) -> None:
    ran = pilotmap("verify", "signed.pdf", cwd=folder)
    assert ran.returncode == 1
    for said in ("Operations:", "nobody else vouches for", "exactly those that PilotMap makes"):
        assert said in ran.stdout
    for never in ("legally", "certified", "qualified", "proves"):
        assert never not in ran.stdout.lower()


def test_bad_usage_is_one_line(folder: Path) -> None:
    for bad in ("it", "it=", "nobody=it.pem"):
        ran = pilotmap("verify", "signed.pdf", "--trust", bad, cwd=folder)
        assert "must be a seat" in refusal(ran)
    assert "no certificate" in refusal(
        pilotmap("verify", "signed.pdf", "--trust", "it=map.pdf", cwd=folder)
    )
    assert "cannot be read" in refusal(pilotmap("verify", "gone.pdf", cwd=folder))


def test_what_is_no_document_is_refused_and_no_crash(folder: Path) -> None:
    (folder / "text.pdf").write_bytes(b"hello")
    code, told = verified(folder, file="text.pdf")
    assert (code, told["verdict"]) == (2, "reject")


def test_a_refused_file_is_not_called_unsigned(folder: Path) -> None:
    data = bytearray(signed(*ORDER))
    data[5_000] ^= 1
    (folder / "bad.pdf").write_bytes(bytes(data))
    ran = pilotmap("verify", "bad.pdf", cwd=folder)
    assert ran.returncode == 1
    assert "not signed" not in ran.stdout
    assert ran.stdout.count("no signature that can be relied on") == len(ORDER)
