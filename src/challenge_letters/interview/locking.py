"""Locks a file with answers under six words that this program makes, and opens it again (decision 0051).

The words become a key by Scrypt, and the key locks by Fernet: both are of pyca's cryptography. Where that is
not installed, everything but this works.
"""

from __future__ import annotations

import base64
import json
import re
import secrets
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from challenge_letters.case.case_files import LOCKED, UnreadableCase, facts_in
from challenge_letters.interview.texts import sentence
from challenge_letters.law.data_files import read_yaml

HERE = Path(__file__).parent
WORDS = 6
VERSION = 1
SALT_BYTES = 16
# What one guess costs: 32 MB and about a tenth of a second.
COST = {"n": 2**15, "r": 8, "p": 1}
LONGEST_LOCKED = 2_000_000


class StaysLocked(ValueError):  # noqa: N818 - it is about a file, not a fault
    """A locked file that these words do not open; the message is for the person."""


@cache
def lock_words() -> tuple[str, ...]:
    """Return the words that can lock a file."""
    return tuple(str(read_yaml(HERE / "lock_words.yaml")["words"]).split())


def can_lock() -> bool:
    """Say whether what locks a file is installed."""
    return find_spec("cryptography") is not None


def words_for_lock(answers: Any) -> str:
    """Return the six words of these answers: made once, and kept and deleted with them."""
    return str(vars(answers).setdefault("lock_words", new_words()))


def new_words() -> str:
    """Return six words by chance."""
    return " ".join(secrets.choice(lock_words()) for _ in range(WORDS))


def locked(content: bytes, words: str) -> bytes:
    """Return the file `content` locked with `words`: readable JSON around what nobody can read."""
    from cryptography.fernet import Fernet  # noqa: PLC0415 - only who locks a file needs it

    salt = secrets.token_bytes(SALT_BYTES)
    # The day of locking stands in no file: Fernet's time is set to nought.
    box = Fernet(_key(words, salt)).encrypt_at_time(content, 0).decode()
    made = {"version": VERSION, "salt": base64.urlsafe_b64encode(salt).decode(), "box": box}
    return json.dumps({"format": 1, LOCKED: made}, indent=2).encode() + b"\n"


def is_locked(text: str) -> bool:
    """Say whether the file `text` is locked."""
    try:
        return len(text) <= LONGEST_LOCKED and LOCKED in facts_in(text.removeprefix("\ufeff"))
    except UnreadableCase:
        return False


def unlocked(text: str, words: str) -> str:
    """Return the file `text` as it was before it was locked, any other as it is. Raises `StaysLocked`."""
    if not is_locked(text):
        return text
    from cryptography.fernet import Fernet, InvalidToken  # noqa: PLC0415

    if not _bare(words):
        raise StaysLocked(sentence("file-locked"))
    salt, box = _parts(facts_in(text.removeprefix("\ufeff"))[LOCKED])
    try:
        return Fernet(_key(words, salt)).decrypt(box).decode()
    except (InvalidToken, UnicodeDecodeError) as error:
        raise StaysLocked(sentence("file-stays-locked")) from error


def _parts(made: Any) -> tuple[bytes, bytes]:
    """Return the salt and the locked part of a file. Raises `StaysLocked`."""
    if isinstance(made, dict) and isinstance(made.get("version"), int) and made["version"] > VERSION:
        raise StaysLocked(sentence("file-newer"))
    try:
        salt, box = base64.urlsafe_b64decode(made["salt"]), made["box"].encode("ascii")
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise StaysLocked(sentence("file-not-ours")) from error
    if len(salt) != SALT_BYTES:
        raise StaysLocked(sentence("file-not-ours"))
    return salt, box


def _key(words: str, salt: bytes) -> bytes:
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt  # noqa: PLC0415

    return base64.urlsafe_b64encode(Scrypt(salt=salt, length=32, **COST).derive(_bare(words).encode()))


def _bare(words: str) -> str:
    """Return `words` as they are compared: small letters with one space between them."""
    return " ".join(re.findall(r"[a-z]+", words.casefold()))
