"""What the host refuses at start, each with the block's id."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask

from challenge_letters.web.check import UnsupportedInterview, refusals
from tests.phone import Phone
from tests.web.conftest import INTERVIEWS

FIELD = "id: here\nquestion: Q\nfields:\n  - Label: var\n"


def reasons(folder: Path, yaml: str) -> list[str]:
    """What the check says about `yaml`."""
    (folder / "small.yml").write_text(yaml, encoding="utf-8")
    return [str(one) for one in refusals(folder, "small.yml")]


def test_the_test_interview_is_accepted() -> None:
    assert list(refusals(INTERVIEWS, "everything.yml")) == []


@pytest.mark.parametrize(
    ("yaml", "reason"),
    [
        (FIELD + "    show if: other\n", "field with 'show if'"),
        (FIELD + "    show if:\n      code: True\n", "field with 'show if'"),
        (FIELD + "    hide if: other\n", "field with 'hide if'"),
        (FIELD + "    js show if: val('x')\n", "field with 'js show if'"),
        (FIELD + "    enable if: other\n", "field with 'enable if'"),
        (FIELD + "    datatype: file\n", "datatype 'file'"),
        (FIELD + "    datatype: camera\n", "datatype 'camera'"),
        (FIELD + "    datatype: range\n", "datatype 'range'"),
        (FIELD + "    datatype: password\n", "datatype 'password'"),
        (FIELD + "    datatype: object_radio\n", "datatype 'object_radio'"),
        (FIELD + "    datatype: ml\n", "datatype 'ml'"),
        (FIELD + "    input type: ajax\n", "input type 'ajax'"),
        (FIELD + "    input type: combobox\n", "input type 'combobox'"),
        (FIELD + "    address autocomplete: True\n", "field with 'address autocomplete'"),
        (FIELD + "    uncheck others: True\n", "field with 'uncheck others'"),
        (FIELD + "    invented: True\n", "field with 'invented'"),
        (FIELD + "    datatype: date\n    min: 2027-01-01\n", "date with 'min'; use validate"),
        (FIELD + "    datatype: checkboxes\n    validate: f\n", "checkboxes with 'validate'"),
        ("id: here\nquestion: Q\nfields:\n  - code: f()\n", "fields made by code"),
        ("id: here\nquestion: Q\nsignature: s\n", "'signature'"),
        ("id: here\nquestion: Q\nattachment:\n  name: x\n", "'attachment'"),
        ("id: here\nquestion: Q\nreview:\n  - a: b\n", "'review'"),
        ("id: here\nquestion: Q\nscript: alert(1)\n", "'script'"),
        ("id: here\nquestion: Q\nreload: 5\n", "'reload'"),
        ("id: here\nquestion: Q\nlist collect: True\n", "'list collect'"),
        ("id: here\nquestion: Q\ndecoration: x\n", "'decoration'"),
        ("id: here\nquestion: Q\naction buttons: []\n", "'action buttons'"),
        ("id: here\nquestion: Q\nterms:\n  a: b\n", "'terms'"),
        ("id: here\ntable: t\n", "'table'"),
        ("id: here\nresponse: x\n", "'response'"),
        ("id: here\nquestion: Q\nfield: f\n", "'field' without choices or buttons"),
        ("id: here\nquestion: Q\nbuttons:\n  - In: signin\n", "button that does 'signin'"),
        ("id: here\nfeatures:\n  progress bar: True\n", "feature 'progress bar' set to True"),
        ("id: here\nfeatures:\n  cache documents: True\n", "feature 'cache documents' set to True"),
        ("id: here\nfeatures:\n  javascript: x.js\n", "feature 'javascript'"),
        ("id: here\ndefault screen parts:\n  right: x\n", "default screen parts: 'right'"),
    ],
)
def test_refusals(tmp_path: Path, yaml: str, reason: str) -> None:
    assert reasons(tmp_path, yaml) == [f"here: {reason}"]


def test_all_of_them_are_listed_with_a_place_when_there_is_no_id(tmp_path: Path) -> None:
    found = reasons(tmp_path, f"question: Q\nsignature: s\n---\n{FIELD}    datatype: file\n")
    assert found == ["small.yml, block 1: 'signature'", "here: datatype 'file'"]


@pytest.mark.parametrize("address", ["other.yml", "docassemble.challenge_letters:data/questions/other.yml"])
def test_included_files_are_checked(tmp_path: Path, address: str) -> None:
    (tmp_path / "other.yml").write_text("id: inside\nquestion: Q\nscript: x\n", encoding="utf-8")
    assert reasons(tmp_path, f"include:\n  - {address}\n") == ["inside: 'script'"]


@pytest.mark.parametrize(
    ("yaml", "reason"),
    [
        ("include: missing.yml\n", "missing.yml: there is no such file in "),
        ("# use jinja\nquestion: Q\n", "small.yml: Jinja in the YAML file"),
        ("question: [\n", "small.yml: cannot be read as YAML: "),
    ],
)
def test_files_that_cannot_be_read(tmp_path: Path, yaml: str, reason: str) -> None:
    assert [found[: len(reason)] for found in reasons(tmp_path, yaml)] == [reason]


def test_the_application_does_not_start(small_app: Callable[[str], Flask]) -> None:
    with pytest.raises(UnsupportedInterview) as caught:
        small_app(FIELD + "    datatype: file\n")
    assert str(caught.value) == "This server cannot run the interview:\n  here: datatype 'file'"


INCLUDES = """
include:
  - docassemble.challenge_letters:data/questions/other.yml
  - sibling.yml
---
mandatory: True
code: |
  one
  two
"""


def test_files_are_included_under_either_name(small_app: Callable[[str], Flask], tmp_path: Path) -> None:
    folder = tmp_path / "interviews"
    folder.mkdir()
    (folder / "other.yml").write_text("question: One\nyesno: one\n", encoding="utf-8")
    (folder / "sibling.yml").write_text("question: Two\nyesno: two\n", encoding="utf-8")
    phone = Phone(small_app(INCLUDES).test_client())
    assert phone.begin().h1 == "One"
    assert phone.press("Yes").h1 == "Two"


TRANSLATED = """
translations:
  - cy.xlf
---
initial: True
code: |
  set_language('cy')
---
mandatory: True
id: hello
question: Good morning
"""
XLIFF = """<?xml version="1.0" encoding="utf-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
<file id="f1" original="docassemble.challenge_letters:data/questions/small.yml" source-language="en"
 target-language="cy" datatype="plaintext"><body>
<trans-unit id="0"><source xml:space="preserve">Good morning</source>
<target xml:space="preserve">Bore da</target></trans-unit></body></file></xliff>
"""


def test_translations_are_found_beside_the_interviews(
    small_app: Callable[[str], Flask], tmp_path: Path
) -> None:
    sources = tmp_path / "interviews" / "sources"
    sources.mkdir(parents=True)
    (sources / "cy.xlf").write_text(XLIFF, encoding="utf-8")
    phone = Phone(small_app(TRANSLATED).test_client())
    phone.begin()
    assert phone.page.h1 == "Bore da"
    assert phone.page.soup.html["lang"] == "cy"
