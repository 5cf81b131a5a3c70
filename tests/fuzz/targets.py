"""What is fuzzed, besides the pages: each target takes one odd input and raises where a promise is broken."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, Protocol

from docx import Document
from flask import Flask
from flask.testing import FlaskClient
from openpyxl import Workbook

from challenge_letters.batch.columns import UnreadableBatch
from challenge_letters.batch.sheets import rows_of
from challenge_letters.case.case import Case
from challenge_letters.case.case_files import UnreadableCase, file_of, read_case
from challenge_letters.case.spreadsheets import Reading, rows_of_file
from challenge_letters.case.work_search_rows import UnreadableRecord, entries_of
from challenge_letters.letter_kinds.kinds import LETTER_KINDS
from challenge_letters.letters.context import letter_context
from challenge_letters.letters.environment import make_environment
from challenge_letters.letters.errors import LettersError
from challenge_letters.letters.filling import filled_text
from challenge_letters.letters.sources import filled_members, members_of, sound, source, template_path
from challenge_letters.letters.writing import letter_file
from challenge_letters.plan.planning import make_plan
from challenge_letters.web.json_api import Pace, api
from challenge_letters.web.protection import LARGEST_REQUEST
from tests import examples
from tests.fuzz import odd


class Target(Protocol):
    """One thing that reads what others wrote."""

    def one(self, rng: Random) -> None:
        """Try one input. Raises whatever must not happen."""


@cache
def facts(example: str) -> Any:
    """The JSON of an example."""
    return json.loads((examples.FOLDER / f"{example}.json").read_text(encoding="utf-8"))


def some_facts(rng: Random) -> Any:
    """An example, spoilt."""
    return odd.spoilt(facts(rng.choice(examples.names())), rng)


# The first letters of a run, for a closer look at all of them together.
KEPT_LETTERS = 60
_kept: list[bytes] = []


def opens(docx: bytes) -> None:
    """Open a letter as a word processor does."""
    Document(io.BytesIO(docx))
    if len(_kept) < KEPT_LETTERS:
        _kept.append(docx)


def kept_letters() -> list[bytes]:
    """Return the letters that were kept, and keep others from now on."""
    found, _kept[:] = list(_kept), []
    return found


def is_told(mistakes: Sequence[object]) -> None:
    """Raise unless there are sentences that say what is wrong, none of them endless."""
    assert mistakes
    assert all(0 < len(str(mistake)) < 1000 for mistake in mistakes)


class CaseFiles:
    """A case file is read, or refused in sentences; nothing in it is lost; its letters open."""

    def one(self, rng: Random) -> None:
        text = json.dumps(some_facts(rng), ensure_ascii=rng.random() < 0.5)
        if rng.random() < 0.2:
            text = odd.bytes_of(text.encode("utf-8", "surrogatepass"), rng).decode("utf-8", "replace")
        try:
            case = read_case(text)
        except UnreadableCase as refused:
            is_told(refused.mistakes)
        else:
            assert read_case(file_of(case).decode()) == case
            self._write(case)

    def _write(self, case: Case) -> None:
        plan = make_plan(case, on=examples.AS_AT)
        for letter in plan.letters[:2]:
            try:
                opens(letter_file(plan, letter.kind))
            except LettersError:
                continue


class Sheets:
    """A spreadsheet is read or refused, whatever stands in its cells or became of its bytes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def one(self, rng: Random) -> None:
        ending = rng.choice(("csv", "csv", "xlsx", "ods"))
        path = self.folder / f"sheet.{ending}"
        path.write_bytes(getattr(self, f"_{ending}")(rng))
        try:
            entries_of(rows_of_file(path), today=examples.AS_AT)
        except UnreadableRecord as refused:
            is_told(refused.mistakes)
        try:
            for row in rows_of(path, Reading())():
                assert row.number
        except UnreadableBatch as refused:
            is_told(refused.mistakes)

    def _csv(self, rng: Random) -> bytes:
        separator = rng.choice(",;\t")
        lines = [["Date", "What", "Result"], *self._rows(rng)]
        text = "\n".join(separator.join(map(str, line)) for line in lines)
        made = text.encode(rng.choice(("utf-8", "utf-8-sig", "utf-16", "cp1252")), "replace")
        return odd.bytes_of(made, rng) if rng.random() < 0.5 else made

    def _rows(self, rng: Random) -> list[list[Any]]:
        day = rng.choice(("2026-11-03", "3 November 2026", odd.text(rng)))
        return [[day, odd.text(rng), odd.text(rng)] for _ in range(rng.randrange(4))]

    def _xlsx(self, rng: Random) -> bytes:
        return _repacked(_a_workbook(), rng)

    def _ods(self, rng: Random) -> bytes:
        return _repacked(_an_open_document(), rng)


@cache
def _a_workbook() -> bytes:
    book, held = Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    for row in (["Date", "What", "Result"], ["2026-11-03", "Applied", "No answer"], [3.5, True, "=1+1"]):
        sheet.append(row)
    book.save(held)
    return held.getvalue()


@cache
def _an_open_document() -> bytes:
    names = "office:1.0", "table:1.0", "text:1.0"
    spaces = " ".join(f'xmlns:{n[:-4]}="urn:oasis:names:tc:opendocument:xmlns:{n}"' for n in names)
    cells = "".join(
        f'<table:table-cell office:value-type="{kind}" {more}><text:p>{said}</text:p></table:table-cell>'
        for kind, more, said in (
            ("date", 'office:date-value="2026-11-03"', "3 Nov"),
            ("string", "", "Applied"),
            ("float", 'office:value="3.5"', "3.5"),
        )
    )
    row = f'<table:table-row table:number-rows-repeated="2">{cells}</table:table-row>'
    body = f'<office:spreadsheet><table:table table:name="S">{row}</table:table></office:spreadsheet>'
    return _zipped(
        {"content.xml": f"<office:document-content {spaces}>{body}</office:document-content>".encode()}
    )


def _zipped(content: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in content.items():
            package.writestr(name, data)
    return held.getvalue()


def _repacked(content: bytes, rng: Random) -> bytes:
    """`content` with the bytes of one member changed, or of the package."""
    if rng.random() < 0.3:
        return odd.bytes_of(content, rng)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        members = {name: package.read(name) for name in package.namelist()}
    name = rng.choice(sorted(members))
    members[name] = odd.bytes_of(members[name], rng)
    return _zipped(members)


SNIPPETS = (
    "{{ nothing }}",
    "{{ 'a' * 10**9 }}",
    "{{ 9**9**9 }}",
    "{{ 1 // 0 }}",
    "{{ [][1] }}",
    "{{ {}['a'] }}",
    "{{ ''.__class__ }}",
    "{{ on_day.__globals__ }}",
    "{{ '%*d' % (9**9, 1) }}",
    "{{ 'a'.center(10**9) }}",
    "{{ '{0.__class__}'.format(1) }}",
    "{{ range(10**9) }}",
    "{% for x in %}",
    "{% include 'complaint.docx' %}",
    "{% include name %}",
    "{% set a = 'x' %}",
    "{{ cite('nowhere') }}",
    "{{ day('x') }}",
    "{{ quoted(1) }}",
    "{{ pounds('x') }}",
    "{% endif %}",
    "{%",
    "{{ }}",
    "{#",
    "{{ '²'|length }}",
    "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}",
)


class Templates:
    """A template of a centre fills a letter that opens, or is refused with a sentence."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def one(self, rng: Random) -> None:
        plan = examples.plan_of(rng.choice(examples.names()[:12]))
        letter = plan.letters[0]
        file = f"{letter.kind}.docx"
        try:
            if rng.random() < 0.5:
                self._words(rng, file, letter_context(letter, plan.case, on=plan.on))
            else:
                self._bytes(rng, file)
        except LettersError as refused:
            is_told([refused])

    def _words(self, rng: Random, file: str, context: Any) -> None:
        name = f"{file}/{filled_members(file)[0]}"
        own = source(name)
        at = rng.choice([place for place, sign in enumerate(own) if sign == "<"])
        own = own[:at] + rng.choice((*SNIPPETS, odd.text(rng))) + own[at:]
        engine = make_environment(lambda wanted: own if wanted == name else source(wanted))
        filled_text(engine, file, context)

    def _bytes(self, rng: Random, file: str) -> None:
        path = self.folder / "own.docx"
        path.write_bytes(_repacked(template_path(file).read_bytes(), rng))
        for name, content in members_of(path, "own.docx").items():
            if name == "word/document.xml":
                sound(content, "own.docx", name)


class JsonApi:
    """The API answers with JSON or a letter that opens, and never with a fault."""

    def __init__(self) -> None:
        app = Flask("fuzz")
        app.config["MAX_CONTENT_LENGTH"] = LARGEST_REQUEST
        app.register_blueprint(api("t" * 30, pace=Pace(most=10**9)))
        self.client: FlaskClient = app.test_client()

    def one(self, rng: Random) -> None:
        path = rng.choice(("validate", "plan", "letter"))
        body: Any = {"case": some_facts(rng)}
        if rng.random() < 0.7:
            body["on"] = rng.choice(("2026-11-23", odd.value(rng)))
        if path == "letter":
            body["kind"] = rng.choice((*LETTER_KINDS, odd.value(rng)))
            body["form"] = rng.choice(("docx", "docx", "text", odd.value(rng)))
        if rng.random() < 0.1:
            body = odd.spoilt(body, rng)
        sent = json.dumps(body).encode()
        sent = odd.bytes_of(sent, rng) if rng.random() < 0.1 else sent
        answer = self.client.post(
            f"/api/v1/{path}", data=sent, headers={"Authorization": f"Bearer {'t' * 30}"}
        )
        assert answer.status_code in (200, 400, 422), (answer.status_code, answer.get_data()[:200])
        if answer.data[:2] == b"PK":
            opens(answer.data)
