"""Whoever answers for somebody else is asked about that person: "you" never means the client on such a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from bs4 import BeautifulSoup

from challenge_letters.interview.pages import PAGES
from challenge_letters.interview.texts import page_texts
from challenge_letters.interview.voices import CALLED, OWN_WORDS, of_the_client
from challenge_letters.languages import texts as all_of
from tests import examples
from tests.interview.phones import new_walker
from tests.interview.test_yaml import questions
from tests.interview.walker import CHECK, TO_WHOM
from tests.interview.walking import journey_for

# Here "you" is whoever types, whoever it is for: their pen, their device, what they signed up for.
OF_WHOEVER_TYPES = {
    "what-happened": "whom it is for is not known yet",
    "for-whom": "whom it is for is asked here",
    "writer": "the adviser's own name and office",
    "appointee": "the appointee's own name and address",
    "keeping": "a file on this device",
    "open-file": "a file on this device",
    "lock-answers": "a file on this device",
    "preview": "whoever reads the letter so far",
    "sent-to": "the appointee, and nobody else",
    "whose-slip": "the appointee, and nobody else",
    "law": "whoever reads the law",
    "letter-page": "whoever prints",
    "calendar-first": "whoever has the calendar",
    "not-safe": "whoever is in danger",
}
YOU = re.compile(r"\b[Yy]ou\b|\b[Yy]our\b(?! client)|\b[Yy]ours\b|\b[Yy]ourself\b")
QUOTED = re.compile(r"“[^”]*”")
# Lines that say themselves whom they mean.
FOR_ONE_VOICE = (
    "as it should stand in your letter",
    "What you write with",
    "these are your words",
    "the person you act for",
    "the person you help",
)
NOBODY_IN_PARTICULAR = (
    *(
        "You said",
        "You told us",
        "of people you know",
        "for your area",
        "You can talk to somebody at any time",
    ),
    *("Nobody is told that you opened", "Please follow your centre", "words of yours stand in no letter"),
    *("if you want", "If you want", "have you told us"),
)


def _whoever_types() -> re.Pattern[str]:
    words = all_of("advisers")
    kept = (*words["about_whoever_types"], *words["about_the_adviser"], *FOR_ONE_VOICE, *NOBODY_IN_PARTICULAR)
    return re.compile("|".join(map(re.escape, kept)), re.IGNORECASE)


def _left(text: str) -> list[str]:
    """Return the lines of a page's text that say "you" of somebody else than whoever types."""
    bare = re.sub(r"<%.*?%>|\$\{[^}]*\}|<[^>]*>", "", text, flags=re.DOTALL)
    lines = [line for line in bare.split("\n") if not line.lstrip().startswith("%")]
    return [line.strip() for line in lines if YOU.search(_whoever_types().sub("", QUOTED.sub("", line)))]


def _fixed_texts(question: Mapping[str, Any]) -> Iterator[str]:
    yield from (question.get(name, "") for name in ("question", "subquestion"))
    for each in question.get("fields", ()):
        yield from (str(each.get(name, "")) for name in ("label", "help", "hint", "note"))


@pytest.mark.parametrize("who", CALLED)
@pytest.mark.parametrize("page", questions())
def test_no_page_leaves_open_who_you_is(page: str, who: str) -> None:
    """A page that is new asks about the client, too: `to_whom`, or a reason above why "you" is whoever types."""
    if page in OF_WHOEVER_TYPES:
        return

    def asked(found: re.Match[str]) -> str:
        said = of_the_client(found.group(1) or found.group(2), CALLED[who])
        return said if who == "helper" else OWN_WORDS.sub("", said)

    texts = (TO_WHOM.sub(asked, text) for text in _fixed_texts(questions()[page]))
    assert [line for text in texts for line in _left(text)] == []


def test_every_page_of_whoever_types_is_there() -> None:
    assert OF_WHOEVER_TYPES.keys() <= questions().keys()


def test_what_python_asks_and_shows_is_about_the_client_too() -> None:
    """Choices stand in the person's own voice or in nobody's; what is not goes through `to_whom`."""
    texts = page_texts()
    shown_by_name = {"letter"}
    choices = [
        label
        for name, held in texts["choices"].items()
        if name not in shown_by_name
        for label in held.values()
    ]
    assert [line for label in choices for line in _left(str(label))] == []
    turned = [
        *texts["choices"]["letter"].values(),
        *(answer.label for page in PAGES.values() for answer in page.answers),
        *(each["ask"] for each in texts["reasons"].values()),
        *(text for held in texts["by_nation"].values() for text in held.values()),
        *all_of("queries").values(),
    ]
    asked = (OWN_WORDS.sub("", of_the_client(str(each))) for each in turned)
    assert [line for text in asked for line in _left(text)] == []


def test_no_refusal_says_you_of_the_client() -> None:
    """What is wrong with an answer is said to whoever typed it."""
    about_the_person = re.compile(
        r"\byour (?!answers|own words)|\byou (?!can|are|only|mean|know|will|ticked|wanted)"
    )
    assert [text for text in all_of("case").values() if about_the_person.search(text)] == []


def _pages(*names: str) -> dict[str, list[str]]:
    """Return the sentences with "you" on each page of these examples."""
    found: dict[str, list[str]] = {}
    for name in names:
        walker = new_walker()
        for one in journey_for(examples.case_of(name), examples.AS_AT).visited:
            if walker.page.h1 == CHECK:
                break
            main = BeautifulSoup(walker.page.html, "html.parser").select_one("main")
            assert main is not None
            # The strip under each page is about the letter and about help for anybody.
            for strip in main.select(".strip"):
                strip.decompose()
            lines = re.split(r"(?<=[.?!])\s|\n", main.get_text("\n"))
            found[one.visit.page.id] = [line.strip() for line in lines if YOU.search(line)]
            walker.answer(one)
    return found


def test_the_pages_of_an_adviser_say_who_is_meant() -> None:
    """Every page says it in its first line, once it is known whom it is for, and asks by it."""
    advisers = _pages("two-decisions-adviser", "adviser-warned-child-ill")
    for page in set(advisers) - {"what-happened", "for-whom"}:
        assert "“You” means your client." in advisers[page], page


def test_an_appointee_is_asked_about_the_person() -> None:
    found = _pages("appointee-warned")
    assert "“You” means the person you act for." in found["situation"]
    assert "Was any of this true for the person you act for on that day?" in found["situation"]
    # The words are the appointee's own: the letter says so.
    assert "What happened, in your own words?" in found["own-words"]


@pytest.mark.parametrize(
    ("asked", "of_a_client", "of_a_person"),
    [
        (
            "Were you told, and have you seen it?",
            "Was your client told, and has your client seen it?",
            "Was the person you act for told, and has the person seen it?",
        ),
        ("Do you need it?", "Does your client need it?", "Does the person you act for need it?"),
        ("Your name", "Your client's name", "The person's name"),
        ("What did you do?", "What did your client do?", "What did the person you act for do?"),
        (
            "Will you keep your appointments?",
            "Will your client keep their appointments?",
            "Will the person you act for keep their appointments?",
        ),
        (
            "While you were out, had they decided anything about your health?",
            "While your client was out, had they decided anything about your client's health?",
            "While the person you act for was out, had they decided anything about the person's health?",
        ),
        (
            "“You must ring us” is no decision.",
            "“You must ring us” is no decision.",
            "“You must ring us” is no decision.",
        ),
        ("You need not wait.", "Your client need not wait.", "The person you act for need not wait."),
        ("In your own words", "In your own words", "In your own words"),
        (
            "If you speak another language",
            "If your client speaks another language",
            "If the person you act for speaks another language",
        ),
    ],
)
def test_the_verb_goes_with_the_person(asked: str, of_a_client: str, of_a_person: str) -> None:
    assert of_the_client(asked) == of_a_client
    assert of_the_client(asked, CALLED["appointee"]) == of_a_person


ASKING = r"(?:did|do|does|can|could|may|might|must|shall|should|will|would|has|have|had|is|was)"
# What may stand after "your client" as it is: verbs of the past, "may" and its like, and what is no verb.
STAYS = frozenset(
    re.findall(
        r"\w+",
        """
        about against and at by can cannot could first from in may might more must on or other than the to when
        came did doing had heard knew left lost made money paid put rang said saw sent slept thought told took
        waiting
        """,
    )
)


def test_no_verb_is_left_as_it_goes_with_you() -> None:
    """A new verb after "you" needs its form in `advisers.yaml`, or a place above."""
    asked = [of_the_client(found) for found in _asked_of_the_person()]
    said = re.compile(
        rf"(?<!\w)(?:({ASKING}) )?\byour client(?: not| also| still)? ([a-z]+)\b", re.IGNORECASE
    )
    follows = {verb for text in asked for before, verb in said.findall(text) if not before}
    assert {verb for verb in follows if not verb.endswith(("s", "ed"))} - STAYS == set()


def _asked_of_the_person() -> Iterator[str]:
    for question in questions().values():
        for text in _fixed_texts(question):
            yield from (found[0] or found[1] for found in TO_WHOM.findall(text))


def test_no_reason_is_asked_of_the_adviser() -> None:
    asked = [of_the_client(each["ask"]) for each in page_texts()["reasons"].values()]
    assert [each for each in asked if YOU.search(each)] == []


def test_own_words_and_quoted_ones_keep_their_places() -> None:
    turned = of_the_client("In your own words. For example, “I was ill.” Leave it empty if nothing.")

    assert turned == "In your own words. For example, “Ms Sample was ill.” Leave it empty if nothing."
