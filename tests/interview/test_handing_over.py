"""A file is handed over by name where the host keeps files, and as bare bytes where it keeps none."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any, NoReturn

import pytest

from challenge_letters.interview.handing_over import TYPES, hand_over, nothing_kept
from tests.interview.walker import blocks


class Responded(Exception):  # noqa: N818
    """What docassemble's response() raises."""

    def __init__(self, **sent: Any) -> None:
        super().__init__()
        self.sent = sent


@dataclass
class File:
    """A file as docassemble keeps one with a session."""

    written: list[tuple[str, bytes]] = field(default_factory=list)
    name: str = ""

    def initialize(self, *, filename: str) -> None:
        self.name = filename

    def write(self, content: bytes, *, binary: bool) -> None:
        assert binary
        self.written.append((self.name, content))

    def commit(self) -> None:
        self.written.append((self.name, b"committed"))

    def url_for(self, *, attachment: bool) -> str:
        return f"/kept/{self.name}" + ("?as=attachment" if attachment else "")


def _respond(**sent: Any) -> NoReturn:
    raise Responded(**sent)


def _handed(answers: Any, name: str, content: bytes) -> dict[str, Any]:
    with pytest.raises(Responded) as responded:
        hand_over(answers, _respond, name, content)
    return responded.value.sent


def test_where_files_are_kept_the_browser_is_sent_to_the_file_of_that_name() -> None:
    answers = SimpleNamespace(files=defaultdict(File))
    assert _handed(answers, "complaint.docx", b"old") == {"url": "/kept/complaint.docx?as=attachment"}
    _handed(answers, "complaint.docx", b"new")
    assert list(answers.files) == ["complaint.docx"]
    assert answers.files["complaint.docx"].written[-2:] == [
        ("complaint.docx", b"new"),
        ("complaint.docx", b"committed"),
    ]


@pytest.mark.parametrize(("ending", "content_type"), list(TYPES.items()))
def test_where_nothing_is_kept_the_bytes_are_the_answer(ending: str, content_type: str) -> None:
    answers = SimpleNamespace(files=defaultdict(File))
    with nothing_kept():
        sent = _handed(answers, f"complaint.{ending}", b"words")
    assert sent == {
        "binaryresponse": b"words",
        "content_type": f"{content_type}; name=complaint.{ending}",
    }
    assert not answers.files


def test_keeping_nothing_ends_with_its_block() -> None:
    with nothing_kept():
        pass
    assert "url" in _handed(SimpleNamespace(files=defaultdict(File)), "complaint.docx", b"")


def test_a_file_without_a_known_ending_is_refused() -> None:
    with pytest.raises(KeyError):
        hand_over(SimpleNamespace(), _respond, "complaint.exe", b"")


def test_every_download_is_handed_over_and_called_a_download() -> None:
    events = {block["event"]: str(block.get("code", "")) for block in blocks() if "event" in block}
    handing = {name for name, code in events.items() if "hand_over(" in code}
    assert handing == {name for name in events if name.startswith("download_")}
    assert handing
    assert not [name for name, code in events.items() if "response(" in code]


def test_a_download_is_no_step_that_back_would_undo() -> None:
    codes = [str(block.get("code", "")) for block in blocks() if "hand_over(" in str(block.get("code", ""))]
    assert all(code.startswith("set_save_status('overwrite')") for code in codes)
