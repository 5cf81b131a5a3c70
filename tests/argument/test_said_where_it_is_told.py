"""What was said at the time stands behind the sentence of the account that leads to it, and not after later days."""

from __future__ import annotations

from typing import Any

from tests.argument.test_lost_contests import _letter
from tests.facts import sanction, threat

TASK = {"kind": "specific-task", "their_day": "2026-11-20"}
ASKED = {"day": "2026-11-18", "how": "journal", "words": "It wants my passport. Is there another way?"}
STORY = (  # of more than sixty words: a shorter one is one paragraph
    "I began on the 13th. The e-mail and the CV went in fine, and I thought that I would be done in an hour. "
    "Then it stopped.\n"
    "On 18 November I asked in the journal for another way. I got no reply.\n"
    "On the 19th I went to two other firms instead, and both of them took me on over the counter."
)
MISSED = {"kind": "missed-appointment", "happened": "2026-10-29"}


def _of_a_task(**facts: Any) -> str:
    told = {"failure": TASK, "account": STORY, "told_them": ASKED, "sides": ["had-reason"]}
    return _letter("", threat(**{**told, **facts}))


def test_a_message_is_quoted_where_the_account_tells_of_it() -> None:
    assert (
        "On 18 November I asked in the journal for another way. My message was: “It wants my passport. "
        "Is there another way?” I got no reply."
    ) in _of_a_task()


def test_an_account_keeps_its_own_lines_as_paragraphs() -> None:
    letter = _of_a_task()

    assert "Then it stopped.\n\nOn 18 November" in letter
    assert "I got no reply. On the 19th" in letter  # one short sentence alone is no paragraph


def test_a_line_that_breaks_a_sentence_begins_no_paragraph() -> None:
    letter = _of_a_task(account=STORY.replace("over the counter", "over\nthe counter"))

    assert "took me on over the counter." in letter


def test_what_was_said_at_the_desk_follows_the_refusal() -> None:
    account = (
        "On 29 October I set off for the jobcentre. The bus never came. I was at the desk at 10.50. "
        "Mr Pell would not see me. That night I wrote that I could come on any day."
    )
    there = {"office_did": "sent-away", "their_words": "You have missed it."}
    letter = _letter("", sanction(failure=MISSED, sides=["did-it"], account=account, arrival=there))

    assert "Mr Pell would not see me. The words to me were: “You have missed it.” That night" in letter
    assert letter.count("You have missed it") == 1


def test_a_client_is_not_interrupted() -> None:
    adviser = {"kind": "adviser", "name": "R. Example"}
    letter = _letter("", threat(failure=TASK, account=STORY, told_them=ASKED), writer=adviser)

    assert "My message was" not in letter
    assert letter.count("It wants my passport") == 1


def test_a_message_that_the_account_names_is_not_announced_before_it() -> None:
    told = {"told_by": "to-do", "told_on": "2026-11-11", "seen": "before"}
    account = f"The to-do came on 11 November. {STORY}"

    assert "dated 11 November" not in _of_a_task(account=account, requirement=told)
    assert "dated 11 November" in _of_a_task(requirement=told)
