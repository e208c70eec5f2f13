"""Who may sign: own certificates, and the key that PilotMap keeps on this computer."""

from pathlib import Path

import pytest

from pilotmap.model.errors import CannotSign, UnreadableFile
from pilotmap.signing.certificate import certificate_in, in_one_line
from pilotmap.signing.identity import check, first_line, from_p12
from pilotmap.signing.key_ring import SystemKeyRing
from pilotmap.signing.local_identity import BITS, LocalIdentity
from tests.conftest import PROJECT
from tests.signing.certificates import PASSPHRASE, ec_key, p12, p12_without_key, rsa_key


class NoKeyRing:
    """A computer that has none."""

    def read(self, key: str) -> str | None:
        return None

    def write(self, key: str, secret: str) -> bool:
        return False


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (lambda: p12("Late", days=(-30, -1)), "expired on"),
        (lambda: p12("Early", days=(2, 30)), "is not valid before"),
        (lambda: p12("Small", rsa_key(1024)), "1024 bits"),
        (
            lambda: (PROJECT / "tests/data/signing/made-with-sha1.p12").read_bytes(),
            "SHA1, which can be forged",
        ),
        (lambda: p12_without_key("Half"), "holds no private key"),
        (lambda: b"no key file", "the pass phrase is wrong, or the file is damaged"),
        (lambda: p12("Good")[:-40], "the pass phrase is wrong, or the file is damaged"),
        (lambda: p12("Good", passphrase="x"), "the pass phrase is wrong, or the file is damaged"),
        (lambda: b"0" * (2 << 20), "too large to be an identity"),
    ],
    ids=[
        "expired", "not yet valid", "RSA-1024", "SHA-1", "no key", "no file", "damaged",
        "wrong pass phrase", "too large",
    ],
)  # fmt: skip
def test_a_bad_identity_is_told_before_signing(data: object, said: str) -> None:
    with pytest.raises(CannotSign, match=said):
        check(from_p12(data(), PASSPHRASE, "me.p12"))  # type: ignore[operator]


@pytest.mark.parametrize("key", [rsa_key, ec_key])
def test_a_good_identity_says_what_it_is_worth(key: object) -> None:
    identity = from_p12(p12("Ada", key()), PASSPHRASE, "me.p12")  # type: ignore[operator]
    check(identity)
    assert identity.certificate.subject == "Ada"
    assert "names “Ada” as its issuer, not checked" in identity.worth
    assert "did not ask the issuer" in identity.worth


def test_a_file_without_a_pass_phrase_opens_without_one() -> None:
    assert from_p12(p12("Ada", passphrase=""), "", "me.p12").certificate.subject == "Ada"


class Ring:
    """A key ring that is open, and forgets at the end of the test."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def read(self, key: str) -> str | None:
        return self.kept.get(key)

    def write(self, key: str, secret: str) -> bool:
        self.kept[key] = secret
        return True


def test_with_a_key_ring_nobody_is_asked(tmp_path: Path) -> None:
    ring = Ring()
    kept = LocalIdentity(tmp_path / "identity", ring, lambda _: pytest.fail("was asked"))
    made = kept.make("Ada Lovelace")
    opened = kept.open()
    assert made.certificate == opened.certificate
    assert opened.local
    assert "must be confirmed another way" in opened.worth
    assert len(next(iter(ring.kept.values()))) >= 24
    assert kept.path.stat().st_mode & 0o077 == 0
    key = opened.certificate.der
    assert len(key) > BITS // 8


def test_without_a_key_ring_it_asks_each_time_and_keeps_nothing(tmp_path: Path) -> None:
    asked: list[bool] = []

    def ask(new: bool) -> str:
        asked.append(new)
        return PASSPHRASE

    kept = LocalIdentity(tmp_path, NoKeyRing(), ask)
    kept.make("Ada")
    kept.open()
    kept.open()
    assert asked == [True, False, False]
    assert PASSPHRASE.encode() not in kept.path.read_bytes()
    assert [path.name for path in tmp_path.iterdir()] == ["identity.p12"]


def test_a_key_is_never_made_over_another(tmp_path: Path) -> None:
    kept = LocalIdentity(tmp_path, Ring(), lambda _: None)
    kept.make("Ada")
    before = kept.path.read_bytes()
    with pytest.raises(CannotSign, match="has a key already"):
        kept.make("Grace")
    assert kept.path.read_bytes() == before


@pytest.mark.parametrize(
    ("answer", "said"), [(None, "no pass phrase was given"), ("short", "at least 8 characters")]
)
def test_no_key_is_made_without_a_pass_phrase(
    tmp_path: Path, answer: str | None, said: str
) -> None:
    kept = LocalIdentity(tmp_path / "identity", NoKeyRing(), lambda _: answer)
    with pytest.raises(CannotSign, match=said):
        kept.make("Ada")
    assert not kept.exists


def test_a_missing_or_locked_key_ring_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    import keyring
    from keyring.backends import fail

    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())  # as on a server, and as a locked one behaves
    try:
        assert SystemKeyRing().read("x") is None
        assert SystemKeyRing().write("x", "y") is False
    finally:
        keyring.set_keyring(before)


def test_a_certificate_is_read_as_text_and_as_bytes() -> None:
    one = from_p12(p12("Ada"), PASSPHRASE, "x").certificate
    assert certificate_in(one.pem(), "a.pem") == one
    assert certificate_in(one.der, "a.cer") == one
    with pytest.raises(UnreadableFile, match="holds no certificate"):
        certificate_in(b"hello", "a.pem")


def test_a_name_cannot_move_other_text_about() -> None:
    assert in_one_line("Ada\u202egro\n  x\x00") == "Ada gro x"
    assert len(in_one_line("a" * 1000)) == 120


def test_a_key_ring_with_another_pass_phrase_is_no_end(tmp_path: Path) -> None:
    LocalIdentity(tmp_path, NoKeyRing(), lambda _: PASSPHRASE).make("Ada")
    ring = Ring()
    ring.kept["identity on this computer"] = "another pass phrase"
    assert LocalIdentity(tmp_path, ring, lambda _: PASSPHRASE).open().certificate.subject == "Ada"
    with pytest.raises(CannotSign, match="pass phrase is wrong"):
        LocalIdentity(tmp_path, ring, lambda _: "also wrong").open()


def test_a_key_signs_for_nobody_else(tmp_path: Path) -> None:
    kept = LocalIdentity(tmp_path, Ring(), lambda _: None)
    kept.make("Ada Lovelace")
    assert kept.open("Ada Lovelace").certificate.subject == "Ada Lovelace"
    with pytest.raises(CannotSign, match="is that of “Ada Lovelace”"):
        kept.open("Grace")


def test_only_its_owner_gets_at_a_key(tmp_path: Path) -> None:
    folder = tmp_path / "identity"
    folder.mkdir(mode=0o755)
    kept = LocalIdentity(folder, Ring(), lambda _: None)
    kept.make("Ada")
    kept.path.chmod(0o644)
    folder.chmod(0o755)
    kept.open()
    assert [path.stat().st_mode & 0o077 for path in (folder, kept.path)] == [0, 0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_pass_phrase_is_the_same_in_whatever_way_an_editor_saved_it(encoding: str) -> None:
    assert first_line("kö rrect\r\nmore".encode(encoding), "pass.txt") == "kö rrect"
    with pytest.raises(CannotSign, match="no text in UTF-8"):
        first_line(b"\xff\x00\xfe", "pass.txt")
