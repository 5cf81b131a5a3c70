"""A file is made when asked for, kept nowhere, and saved by the browser under a name that tells nothing."""

from __future__ import annotations

import re
from typing import Any, NoReturn

import pytest

from challenge_letters.interview.download import TYPES, hand_over
from challenge_letters.places import interviews
from tests.interview.walker import blocks

LINK = re.compile(
    r"<a ([^>]*?)href=\"\$\{ url_action\('(download_\w+)'(?:, place=i)?(?:, name=([^}]*))?\) \}\""
)
NAME = re.compile(r'download="(?:\$\{ (?P<made>[^}]*) \}|(?P<plain>[a-z]+(-[a-z]+)*\.[a-z]+))" $')


class Responded(Exception):  # noqa: N818
    """What docassemble's response() raises."""

    def __init__(self, **sent: Any) -> None:
        super().__init__()
        self.sent = sent


def _respond(**sent: Any) -> NoReturn:
    raise Responded(**sent)


@pytest.mark.parametrize(("ending", "content_type"), list(TYPES.items()))
def test_the_bytes_are_the_answer_and_the_name_goes_with_their_type(ending: str, content_type: str) -> None:
    with pytest.raises(Responded) as responded:
        hand_over(_respond, f"complaint.{ending}", b"words")
    named = f"{content_type}; name=complaint.{ending}"
    assert responded.value.sent == {"binaryresponse": b"words", "content_type": named}


def test_a_file_without_a_known_ending_is_refused() -> None:
    with pytest.raises(KeyError):
        hand_over(_respond, "complaint.exe", b"")


def _codes() -> dict[str, str]:
    return {block["event"]: str(block.get("code", "")) for block in blocks() if "event" in block}


def test_every_download_is_handed_over_and_called_a_download() -> None:
    handing = {name for name, code in _codes().items() if "hand_over(" in code}
    # What is kept to go on later is offered on every page, and is no letter.
    assert handing == {name for name in _codes() if name.startswith("download_")} | {
        "keep_answers",
        "keep_locked",
    }
    assert handing
    assert not [name for name, code in _codes().items() if "response(" in code]


def test_a_download_is_no_step_that_back_would_undo() -> None:
    codes = [code for name, code in _codes().items() if name.startswith("download_")]
    assert all(code.startswith("set_save_status('overwrite')\n") for code in codes)


def test_every_link_to_a_download_gives_it_its_name() -> None:
    """A docassemble server sends no name. One before `href` also keeps its script off the link."""
    everything = "\n".join(path.read_text(encoding="utf-8") for path in sorted(interviews().glob("*.yml")))
    links = LINK.findall(everything)
    assert len(links) == everything.count("url_action('download_")
    for attributes, _, wanted in links:
        name = NAME.search(attributes)
        assert name, attributes
        if wanted:
            assert wanted in (name["made"], f"'{name['plain']}'")
