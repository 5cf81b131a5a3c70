"""Writes an empty spreadsheet of clients: headings, lists to choose from, and what goes where."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection
from pathlib import Path
from typing import Any

from challenge_letters.batch.columns import Column, UnreadableBatch, columns, said
from challenge_letters.batch.sheets import CLIENTS
from challenge_letters.case.work_search_rows import said as said_of_a_file
from challenge_letters.languages import texts

LISTS = "Lists"
WIDTH = 24
ROWS = 2000
IN_PARTS = frozenset({"first name", "last name", "town", "county", "postcode"})
IN_PARTS |= {"address 1", "address 2", "address 3"}


def columns_for(kinds: Collection[str]) -> tuple[Column, ...]:
    """Return the columns of a template for the letters `kinds`: the address and the name in one cell each."""
    return tuple(each for each in columns().values() if each.is_for(kinds) and each.name not in IN_PARTS)


def template(kinds: Collection[str], *, suffix: str) -> bytes:
    """Return an empty spreadsheet for `kinds` as .xlsx or .csv. Raises `UnreadableBatch` for another."""
    wanted = columns_for(kinds)
    if suffix == ".csv":
        text = io.StringIO(newline="")
        csv.writer(text).writerow(each.title for each in wanted)
        return text.getvalue().encode("utf-8-sig")
    if suffix == ".xlsx":
        return _workbook(wanted)
    raise UnreadableBatch(said("template-ending"))


def _workbook(wanted: tuple[Column, ...]) -> bytes:
    try:
        from openpyxl import Workbook  # noqa: PLC0415
    except ModuleNotFoundError:
        raise UnreadableBatch(said_of_a_file("file-library")) from None
    book = Workbook()
    sheet = book.active
    sheet.title = CLIENTS
    _explain(book.create_sheet(said("template.what-goes-where")), wanted)
    lists = book.create_sheet(LISTS)
    lists.sheet_state = "hidden"
    sheet.freeze_panes = "A2"
    for at, column in enumerate(wanted, 1):
        _put(sheet, lists, at, column)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _put(sheet: Any, lists: Any, at: int, column: Column) -> None:
    from openpyxl.styles import Font  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415

    letter = get_column_letter(at)
    head = sheet.cell(row=1, column=at, value=column.title)
    head.font = Font(bold=True)
    sheet.column_dimensions[letter].width = WIDTH
    # As text, so that no reference or telephone number loses its first 0.
    style = "yyyy-mm-dd" if column.form in ("day", "month") else "General" if column.form == "number" else "@"
    sheet.column_dimensions[letter].number_format = style
    choices = _choices(column)
    if choices:
        for row, choice in enumerate(choices, 1):
            lists.cell(row=row, column=at, value=choice)
        source = f"{LISTS}!${letter}$1:${letter}${len(choices)}"
        rule = DataValidation(type="list", formula1=source, allow_blank=True, showErrorMessage=False)
    else:
        rule = DataValidation(allow_blank=True)
    rule.promptTitle, rule.prompt, rule.showInputMessage = column.title[:32], column.help[:255], True
    rule.add(f"{letter}2:{letter}{ROWS}")
    sheet.add_data_validation(rule)


def _choices(column: Column) -> tuple[str, ...]:
    if column.choices:
        return tuple(column.choices)
    return ("yes", "no") if column.form in ("yes-no", "flag") else ()


def _explain(sheet: Any, wanted: tuple[Column, ...]) -> None:
    headings = ("column", "what-goes-there", "how", "also-called")
    sheet.append([said(f"template.{heading}") for heading in headings])
    for column in wanted:
        choices = ", ".join(_choices(column))
        how = said("template.one-of", choices=choices) if choices else _form(column)
        sheet.append((column.title, column.help, how, ", ".join(column.names)))
    for letter, width in zip("ABCD", (26, 70, 60, 60), strict=True):
        sheet.column_dimensions[letter].width = width


def _form(column: Column) -> str:
    forms = texts("batch")["template"]["forms"]
    return str(forms.get(column.form, forms["words"]))


def write_template(kinds: Collection[str], path: Path) -> None:
    """Write an empty spreadsheet for `kinds` to `path`. Raises `UnreadableBatch`, `OSError`."""
    content = template(kinds, suffix=path.suffix.casefold())
    if path.exists():
        raise UnreadableBatch(said("in-the-way", path=path))
    path.write_bytes(content)
