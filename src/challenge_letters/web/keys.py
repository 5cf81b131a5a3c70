"""Keys of one visitor: all derived from the cookie and the server's secret, none of them stored."""

from __future__ import annotations

import base64
import errno
import hashlib
import hmac
import logging
import os
import secrets
import stat
import zlib
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

LOG = logging.getLogger("challenge_letters.web")
COOKIE_BYTES = 32
NONCE_BYTES = 12
SIGNATURE_BYTES = 18
# What the addresses of actions are made of.
OFTEN_IN_LINKS = (
    b'a.has_read_ {"action":"download_file","arguments":{"name":"letters.zip"}} .docx '
    b'{"action":"remove_this","arguments":{"item":"problems/0/ '
    b'{"action":"change_this","arguments":{"row":1"}}}'
)


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
        sealed = nonce + self.cipher.encrypt(nonce, _deflated(text.encode()), self._label("link"))
        return base64.urlsafe_b64encode(sealed).rstrip(b"=").decode()

    def unseal_text(self, sealed: str) -> str:
        """Return what `seal_text` was given. Raises ValueError for anything else."""
        try:
            raw = base64.urlsafe_b64decode(sealed + "=" * (-len(sealed) % 4))
            packed = self.cipher.decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], self._label("link"))
            return _inflated(packed).decode()
        except (InvalidTag, ValueError, zlib.error) as bad:
            raise ValueError("This link is not ours.") from bad

    def _label(self, what: int | str) -> bytes:
        return f"{self.row_id}|{what}".encode()


def _deflated(plain: bytes) -> bytes:
    """Return `plain` packed: a page has dozens of links, and what is sealed cannot be packed after."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15, zdict=OFTEN_IN_LINKS)
    return packer.compress(plain) + packer.flush()


def _inflated(packed: bytes) -> bytes:
    return zlib.decompressobj(-15, zdict=OFTEN_IN_LINKS).decompress(packed)


def _decode(cookie: str) -> bytes:
    if len(cookie) != 43 or not cookie.isascii():
        raise ValueError("This is not one of our cookies.")
    raw = base64.urlsafe_b64decode(cookie + "=")
    if len(raw) != COOKIE_BYTES:
        raise ValueError("This is not one of our cookies.")
    return raw


def private_folder(folder: Path) -> Path:
    """Make `folder`, close it to everybody but its owner, and return it.

    Raises OSError: also for a folder that is there for everybody, like /tmp, which others need open.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    mode = folder.stat().st_mode
    if mode & stat.S_ISVTX:
        raise PermissionError(errno.EPERM, "Everybody uses this folder", str(folder))
    if mode & 0o077:
        folder.chmod(mode & 0o700)
    return folder


def server_secret(folder: Path) -> bytes:
    """Return the server's secret from `folder`, readable by its owner only. Raises OSError.

    It is made on first use, and anew where it is damaged: what was stored under the old one cannot be read
    by anybody then.
    """
    path = folder / "secret"
    found = _whole_secret(path)
    if found is None:
        if path.exists():
            LOG.warning("the secret was damaged and is made anew: the open sessions end")
            path.unlink(missing_ok=True)
        _make_secret(path)
        found = path.read_bytes()
    return found


def _whole_secret(path: Path) -> bytes | None:
    try:
        found = path.read_bytes()
    except FileNotFoundError:
        return None
    if path.stat().st_mode & 0o077:
        path.chmod(0o600)
    return found if len(found) == COOKIE_BYTES else None


def _make_secret(path: Path) -> None:
    """Write a new secret beside `path` and put it there whole: a full disk leaves none, and not a part."""
    beside = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    try:
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(secrets.token_bytes(COOKIE_BYTES))
            file.flush()
            os.fsync(file.fileno())
        _put_first(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def _put_first(beside: Path, path: Path) -> None:
    """Put `beside` in the place of `path`, unless another server on this folder was first."""
    try:
        os.link(beside, path)
    except FileExistsError:
        return
    except OSError:
        # A file system without links.
        beside.replace(path)
