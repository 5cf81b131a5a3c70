"""Keys of one visitor: all derived from the cookie and the server's secret, none of them stored."""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

COOKIE_BYTES = 32
NONCE_BYTES = 12
SIGNATURE_BYTES = 18


def new_cookie() -> str:
    """Return a fresh cookie value: 32 random bytes in URL-safe letters."""
    return secrets.token_urlsafe(COOKIE_BYTES)


@dataclass(frozen=True)
class VisitorKeys:
    """What one cookie opens: the row id, the cipher of its rows, and the key of its signatures."""

    row_id: str
    cipher: AESGCM
    signing: bytes

    @classmethod
    def derive(cls, cookie: str, server_secret: bytes) -> VisitorKeys:
        """Return the keys for `cookie`. Raises ValueError when it cannot be one of our cookies."""
        raw = _decode(cookie)
        info = b"challenge-letters session v1"
        stretched = HKDF(algorithm=hashes.SHA256(), length=80, salt=server_secret, info=info).derive(raw)
        return cls(row_id=stretched[:16].hex(), cipher=AESGCM(stretched[16:48]), signing=stretched[48:])

    def seal(self, step: int, plain: bytes) -> bytes:
        """Return `plain` encrypted so that it only opens for this visitor and this step."""
        nonce = os.urandom(NONCE_BYTES)
        return nonce + self.cipher.encrypt(nonce, plain, self._label(step))

    def unseal(self, step: int, sealed: bytes) -> bytes:
        """Return what `seal` was given. Raises cryptography's InvalidTag for anything else."""
        return self.cipher.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], self._label(step))

    def sign(self, purpose: str, text: str = "") -> str:
        """Return a signature of `text` for one `purpose`, bound to this visitor."""
        made = hmac.new(self.signing, f"{purpose}\n{text}".encode(), hashlib.sha256).digest()
        return base64.urlsafe_b64encode(made[:SIGNATURE_BYTES]).decode()

    def has_signed(self, purpose: str, text: str, signature: str) -> bool:
        """True when `signature` is ours for this visitor, purpose and text."""
        return hmac.compare_digest(self.sign(purpose, text).encode(), signature.encode(errors="replace"))

    def seal_text(self, text: str) -> str:
        """Return `text` encrypted for an address: only this visitor's requests can bring it back."""
        nonce = os.urandom(NONCE_BYTES)
        sealed = nonce + self.cipher.encrypt(nonce, text.encode(), self._label("link"))
        return base64.urlsafe_b64encode(sealed).rstrip(b"=").decode()

    def unseal_text(self, sealed: str) -> str:
        """Return what `seal_text` was given. Raises ValueError for anything else."""
        try:
            raw = base64.urlsafe_b64decode(sealed + "=" * (-len(sealed) % 4))
            return self.cipher.decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], self._label("link")).decode()
        except (InvalidTag, ValueError) as bad:
            raise ValueError("This link is not ours.") from bad

    def _label(self, what: int | str) -> bytes:
        return f"{self.row_id}|{what}".encode()


def _decode(cookie: str) -> bytes:
    if len(cookie) != 43 or not cookie.isascii():
        raise ValueError("This is not one of our cookies.")
    raw = base64.urlsafe_b64decode(cookie + "=")
    if len(raw) != COOKIE_BYTES:
        raise ValueError("This is not one of our cookies.")
    return raw


def private_folder(folder: Path) -> Path:
    """Make `folder`, open to its owner only, and return it."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    return folder


def server_secret(folder: Path) -> bytes:
    """Return the server's secret from `folder`, made on first use and readable by its owner only."""
    path = folder / "secret"
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return _read_secret(path)
    with os.fdopen(handle, "wb") as file:
        file.write(secrets.token_bytes(COOKIE_BYTES))
    return _read_secret(path)


def _read_secret(path: Path) -> bytes:
    path.chmod(0o600)
    found = path.read_bytes()
    if len(found) != COOKIE_BYTES:
        raise ValueError(f"The file {path} is damaged. Delete it: open sessions end, nothing else is lost.")
    return found
