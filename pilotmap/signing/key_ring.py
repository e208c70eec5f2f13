"""The system's key ring, where there is one and it is open; PilotMap works without it too."""

from typing import Final, Protocol

from pilotmap.lazy import lazy_imports

with lazy_imports():  # the libraries of every kind of key ring come with it
    import keyring

_SERVICE: Final = "PilotMap"


class KeyRing(Protocol):
    """Where pass phrases are kept between two starts."""

    def read(self, key: str) -> str | None:
        """A pass phrase; None where none is kept, or the ring cannot be asked."""

    def write(self, key: str, secret: str) -> bool:
        """Keep a pass phrase; False where that cannot be done."""


class SystemKeyRing:
    """The key ring of the system; without one, or while it is locked, nothing is kept."""

    def read(self, key: str) -> str | None:
        try:
            return keyring.get_password(_SERVICE, key)
        except Exception:  # noqa: BLE001 (each system's key ring fails in words of its own)
            return None

    def write(self, key: str, secret: str) -> bool:
        try:
            keyring.set_password(_SERVICE, key, secret)
            return keyring.get_password(_SERVICE, key) == secret
        except Exception:  # noqa: BLE001 (as above)
            return False
