"""A folder as a user has it: an exported PDF, three identities, their certificates."""

from pathlib import Path

from cryptography.hazmat.primitives.serialization import Encoding, pkcs12

from tests.signing.certificates import PASSPHRASE, ec_key, p12, rsa_key
from tests.signing.files import document, signed

KEYS = {"operations": rsa_key, "it": ec_key, "business": rsa_key}


def fill(folder: Path) -> Path:
    """Put them there; returns the folder."""
    (folder / "map.pdf").write_bytes(document())
    (folder / "signed.pdf").write_bytes(signed("operations", "it", "business"))
    (folder / "pass.txt").write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    for seat, key in KEYS.items():
        data = p12(f"Holder of {seat}", key())
        (folder / f"{seat}.p12").write_bytes(data)
        _, certificate, _ = pkcs12.load_key_and_certificates(data, PASSPHRASE.encode())
        assert certificate is not None
        (folder / f"{seat}.pem").write_bytes(certificate.public_bytes(Encoding.PEM))
    return folder
