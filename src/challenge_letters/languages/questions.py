"""The questions in other languages, as docassemble takes a translation: one XLIFF file for both hosts.

The English words stand in `interviews/`, where they are asked. A language says its own in `interview.yaml` of
its folder, under the id of each question: a list of `english`, copied from the question with its tags, and
`words`. Where the English has changed since, the question is asked in English until somebody looks again.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from challenge_letters.languages import ENGLISH, HERE, folder
from challenge_letters.yaml_files import read_yaml

FILE = "interview.yaml"
# The name under which the interview asks docassemble for its translations.
XLIFF = "questions.xlf"
NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"


def interface_language() -> str:
    """Return the name of the language that this process speaks, as docassemble's set_language() wants it."""
    return folder().name


def questions_in(language: Path) -> Iterator[tuple[str, str]]:
    """Yield each English text of a question with what the folder `language` says for it, where it does."""
    path = language / FILE
    records = (read_yaml(path) or {}) if path.is_file() else {}
    for texts in records.values():
        yield from ((text["english"], text["words"]) for text in texts if text.get("words"))


def xliff() -> bytes:
    """Return the questions in every language beside English, and in the one chosen, as XLIFF 1.2."""
    root = ET.Element("xliff", {"version": "1.2", "xmlns": NAMESPACE})
    for language in sorted({*HERE.iterdir(), folder()} - {ENGLISH}):
        if (language / FILE).is_file():
            root.append(_file(language))
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _file(language: Path) -> ET.Element:
    file = ET.Element("file", {"source-language": ENGLISH.name, "target-language": language.name})
    file.attrib.update({"original": "questions", "datatype": "plaintext"})
    body = ET.SubElement(file, "body")
    for number, (english, words) in enumerate(questions_in(language), start=1):
        unit = ET.SubElement(body, "trans-unit", {"id": str(number)})
        ET.SubElement(unit, "source").text = english
        ET.SubElement(unit, "target").text = words
    return file
