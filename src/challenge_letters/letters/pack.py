"""Puts many files into one: the same files always give the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from challenge_letters.letters.package import member


def pack(files: Mapping[str, bytes]) -> bytes:
    """Return a .zip with `files`, by name, in their order.

    Nothing in it says when or where it was made. Files are stored as they are: the Word files in it would
    hardly shrink, and two versions of a compressor give different bytes.
    """
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as package:
        for name, content in files.items():
            package.writestr(member(name), content)
    return target.getvalue()
