"""OpenDocument spreadsheets as LibreOffice saves them, written by hand."""

from __future__ import annotations

import zipfile
from pathlib import Path

NAMESPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
)


def open_document(path: Path, body: str, styles: str = "", office_styles: str = "") -> Path:
    """Write a spreadsheet with the sheets `body`; `styles` stand beside them, `office_styles` in a part of their own."""
    xml = (
        f'<?xml version="1.0"?><office:document-content {NAMESPACES}>'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{body}</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", xml)
        if office_styles:
            package.writestr(
                "styles.xml", f"<office:document-styles {NAMESPACES}>{office_styles}</office:document-styles>"
            )
    return path


def text_cell(text: str) -> str:
    """Return a cell with words in it."""
    return f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
