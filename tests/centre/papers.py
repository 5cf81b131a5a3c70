"""Letterheads as people have them."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable
from typing import Any

from docx import Document
from docx.shared import Cm, Pt

# A picture of one point.
POINT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def paper(change: Callable[[Any], None] = lambda _: None) -> bytes:
    """Return a letterhead with a logo, a header, a footer and a font of its own, after `change`."""
    made = Document()
    section = made.sections[0]
    section.left_margin = Cm(3.3)
    section.header.paragraphs[0].add_run().add_picture(io.BytesIO(POINT), width=Cm(4))
    section.header.add_paragraph("Testtown Advice Centre, 2 Market Square")
    section.footer.paragraphs[0].text = "Registered charity"
    made.styles["Normal"].font.name = "Georgia"
    made.styles["Normal"].font.size = Pt(13)
    made.core_properties.author = "Jo Designer"
    change(made)
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()
