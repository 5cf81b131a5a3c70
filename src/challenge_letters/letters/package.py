"""Puts a filled letter together as a Word file: the same letter always gives the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import date

FIRST_MEMBER = "[Content_Types].xml"
ZIP_DAY = (1980, 1, 1, 0, 0, 0)
MADE_ON_UNIX = 3
READABLE_BY_ALL = 0o644 << 16
REVISION_HISTORY = re.compile(rb"<w:rsids>.*?</w:rsids>", re.DOTALL)

# What somebody noted beside a template stays in the house; nothing refers to it once a letter is filled.
COMMENTS = re.compile(r"word/(comments\w*|people)\.xml")
COMMENT_PARTS = re.compile(
    rb'<(Relationship|Override) [^>]*(Target|PartName)="[^"]*(comments\w*|people)\.xml"[^>]*/>'
)

CORE = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title>\
<dcterms:created xsi:type="dcterms:W3CDTF">{on}T00:00:00Z</dcterms:created>\
<dcterms:modified xsi:type="dcterms:W3CDTF">{on}T00:00:00Z</dcterms:modified>\
<dc:language>en-GB</dc:language></cp:coreProperties>"""
APP = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>"""


def packed(template: Mapping[str, bytes], filled: Mapping[str, str], *, title: str, on: date) -> bytes:
    """Return the Word file made of `template` with its members in `filled` replaced.

    The properties say no more than `title`, the language and the day `on`: never who wrote it or what about.
    Members are stored as they are, because two versions of a compressor give different bytes.
    """
    content = {name: data for name, data in template.items() if not COMMENTS.match(name)}
    content |= {name: xml.encode("utf-8") for name, xml in filled.items()}
    content["docProps/core.xml"] = CORE.format(title=title, on=on.isoformat()).encode("utf-8")
    if "docProps/app.xml" in content:
        content["docProps/app.xml"] = APP.encode("utf-8")
    for name in ("[Content_Types].xml", "word/_rels/document.xml.rels"):
        content[name] = COMMENT_PARTS.sub(b"", content[name])
    content["word/settings.xml"] = REVISION_HISTORY.sub(b"", content["word/settings.xml"])
    return zipped(content)


def zipped(content: Mapping[str, bytes]) -> bytes:
    """Return the Word file that holds the files in `content`."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as package:
        for name in sorted(content, key=lambda name: (name != FIRST_MEMBER, name)):
            package.writestr(member(name), content[name])
    return target.getvalue()


def member(name: str) -> zipfile.ZipInfo:
    """Return the entry for a file called `name` that says nothing of its time or its maker."""
    info = zipfile.ZipInfo(name, date_time=ZIP_DAY)
    info.create_system = MADE_ON_UNIX
    info.external_attr = READABLE_BY_ALL
    return info
