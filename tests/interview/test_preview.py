"""The letter so far, from any page: what it shows, where its sentences lead, and that nothing is lost by looking."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from bs4 import BeautifulSoup

from challenge_letters.interview.journey import Journey, Visit
from challenge_letters.interview.preview import Preview
from challenge_letters.interview.saving import Stopped, as_far_as_it_goes
from challenge_letters.interview.so_far import may_preview
from challenge_letters.letters.filling import fill
from challenge_letters.letters.page import page_html
from tests import examples
from tests.interview.phones import app, new_walker
from tests.interview.states import filled_up, noise
from tests.interview.test_keeping import kept, told
from tests.interview.walker import CHECK
from tests.interview.walking import answers_for, journey_for

ILL = "missed-appointment-ill"
LOOK = "See the letter so far"
# A reminder that nobody has answered, until it is told what they answered.
ANSWERED = "reconsideration-refused"
BACK = "Back to the questions"
# Follows from what was told, or was left at what most people have: there is no answer to lead back to.
LEADS_NOWHERE = 17


def link_to(action: str, **arguments: int) -> str:
    return f"/{action}?{'&'.join(f'{name}={number}' for name, number in arguments.items())}"


def words_of(markup: str) -> str:
    return " ".join(BeautifulSoup(markup, "html.parser").get_text().split())


def half_told(example: str) -> Iterator[Journey]:
    """Yield the journey through an example up to each of its pages."""
    whole = journey_for(examples.case_of(example), examples.AS_AT)
    values = {one.visit.key: one.values for one in whole.visited}
    for pages in range(1, len(values) + 1):
        known = dict(list(values.items())[:pages])

        def read(visit: Visit, known: dict[str, Any] = known) -> Any:
            if visit.key not in known:
                raise Stopped
            return known[visit.key]

        yield as_far_as_it_goes(Journey(read, whole.today, whole.wants_records, whole.wants_complaint))


@pytest.mark.parametrize("example", [name for name in examples.names() if name != ANSWERED])
def test_from_where_there_is_a_letter_every_page_has_one(example: str) -> None:
    possible = [may_preview(journey) for journey in half_told(example)]
    assert possible == sorted(possible)


@pytest.mark.parametrize("example", examples.names())
def test_the_page_says_what_the_letter_says(example: str) -> None:
    journey = journey_for(examples.case_of(example), examples.AS_AT)
    for number, letter in enumerate(Preview(journey).letters):
        preview = Preview(journey, number)
        assert preview.so_far
        plain = page_html(fill(letter, preview.so_far.plan.case, on=journey.today))
        assert words_of(preview.page(link_to)) == words_of(plain)


def test_nearly_every_sentence_leads_back_to_its_question() -> None:
    nowhere = set()
    for example in examples.names():
        journey = journey_for(examples.case_of(example), examples.AS_AT)
        for number in range(len(Preview(journey).letters)):
            preview = Preview(journey, number)
            links = preview.page(link_to)
            for place, said in enumerate(preview.sentences):
                rows = preview.rows(place) if said.answers else ()
                if said.answers and not rows:
                    nowhere.add(said.wording)
                if len(rows) > 1:
                    assert f"sentence={place}&" in f"{links}&".replace('"', "&")
    assert len(nowhere) <= LEADS_NOWHERE, sorted(nowhere)


@pytest.mark.parametrize(
    ("words", "heading"),
    [
        ("My neighbour brought me water", "In your own words"),
        ("At 10:20 I could not stand up", "I was ill"),
        ("National Insurance number: QQ 12 34 56 C", "Who are you"),
        ("Ada Example", "Who are you"),
        ("Mail Handling Site A", "address"),
    ],
)
def test_a_sentence_opens_the_page_it_comes_from(words: str, heading: str) -> None:
    walker = told(ILL)
    walker.phone.follow(LOOK)
    (link,) = [link for link in walker.page.soup.select("article a") if words in link.get_text()][:1]
    walker.phone.get(str(link["href"]))
    assert any(words.rsplit(": ", maxsplit=1)[-1] in str(value) for value in walker.page.values.values()), (
        heading
    )


def test_somebody_looks_changes_a_sentence_and_goes_on_where_they_were() -> None:
    walker = told(ILL, until="problems/0/evidence")
    due, before = walker.page.h1, kept(walker)
    walker.phone.press("Back to my letter")
    walker.phone.follow(LOOK)
    assert walker.page.h1 == "The letter so far"
    assert "It is not finished" in walker.page.text
    assert "Still to be asked" in walker.page.text
    walker.phone.press(BACK)
    assert walker.page.h1 == due
    assert kept(walker) == before
    walker.phone.press("Back to my letter")
    walker.phone.get()
    assert walker.page.h1 == due
    walker.phone.follow(LOOK)
    walker.phone.follow(re.compile("My neighbour brought me water"))
    (label,) = [name for name, value in walker.page.values.items() if "neighbour" in str(value)]
    walker.phone.answer({label: "I was sick all day."})
    assert walker.page.h1 == LOOK.replace("See t", "T")
    assert "I was sick all day." in walker.page.text
    assert "neighbour" not in walker.page.text
    walker.phone.press(BACK)
    assert walker.page.h1 == due


def test_a_sentence_of_several_answers_names_each() -> None:
    walker = told(ILL)
    walker.phone.follow(LOOK)
    walker.phone.follow(re.compile("^A migraine kept me from coming, I told you the same day"))
    assert walker.page.h1 == "Where this sentence comes from"
    changes = [link for link in walker.page.links if link.startswith("Change: ")]
    assert changes == [
        "Change: I was ill or hurt",
        "Change: Day it was done, or booked for",
        "Change: When you told them",
    ]
    walker.phone.get()
    assert [link for link in walker.page.links if link.startswith("Change: ")] == changes
    walker.phone.press("Back to the letter so far")
    assert walker.page.h1 == "The letter so far"
    walker.phone.press(BACK)
    assert walker.page.h1 == CHECK


def test_there_are_other_letters_to_look_at() -> None:
    walker = told(ILL)
    walker.phone.follow(LOOK)
    first = walker.page.soup.article.get_text()
    walker.phone.follow(re.compile("^See another letter"))
    second = walker.page.soup.article.get_text()
    assert second != first
    walker.phone.get()
    assert walker.page.soup.article.get_text() == second
    walker.phone.press(BACK)
    assert walker.page.h1 == CHECK


def test_there_is_nothing_to_look_at_before_there_is_a_letter() -> None:
    assert LOOK not in new_walker().page.links
    assert LOOK not in told(ILL, until="problems/0/failure").page.links
    assert LOOK in told(ILL, until="problems/0/situation").page.links


def test_an_adviser_speaks_of_the_client_before_they_are_named() -> None:
    walker = told("two-decisions-adviser", until="writer")
    walker.phone.follow(LOOK)
    letter = walker.page.soup.article.get_text()
    assert "my client" in letter.lower()


@pytest.mark.parametrize("example", [name for name in examples.names() if "appointee" in name])
def test_an_appointee_can_look_too(example: str) -> None:
    walker = told(example)
    walker.phone.follow(LOOK)
    assert walker.page.soup.article.find("a")


def test_what_stays_out_of_the_letter_is_not_shown() -> None:
    out = ("problems/0/told", "problems/0/reason/ill/reason")
    whole = Preview(journey_for(examples.case_of(ILL), examples.AS_AT)).page(link_to)
    page = Preview(_without(out)).page(link_to)
    assert "migraine with vomiting" in whole
    assert "migraine with vomiting" not in page
    assert "Please give me a new appointment" not in page


def _without(keys: tuple[str, ...]) -> Journey:
    """Return the road of somebody who keeps what they told on the pages `keys` out of the letter."""
    told_on = answers_for(examples.case_of(ILL), examples.AS_AT)
    state: dict[str, Any] = {key: dict(values) for key, values in told_on.items()}
    state |= {"problems/0/more": {"more": ("keep-out",)}, "keep-out": {"keep_out": keys}}
    return filled_up(state, noise, examples.AS_AT, (False, False))


def test_somebody_at_risk_sees_the_letter_without_what_is_not_safe() -> None:
    walker = told("not-safe-at-home")
    walker.phone.follow(LOOK)
    street = examples.case_of("not-safe-at-home").claimant.address[0]
    assert walker.page.soup.article.find("a")
    assert street not in walker.page.soup.article.get_text()


def test_signs_that_mean_something_elsewhere_mean_nothing() -> None:
    walker = told(ILL, until="problems/0/own-words")
    words = "<script>alert(1)</script> ${ 1 / 0 } {{ 7*7 }} [FILE 1] <a href='x'>y</a>"
    first = walker.page.labels[0]
    walker.phone.answer({first: words})
    walker.phone.follow(LOOK)
    assert words in walker.page.soup.article.get_text()


def test_nothing_of_it_is_stored_or_logged(caplog: pytest.LogCaptureFixture) -> None:
    walker = told(ILL, until="problems/0/evidence")
    walker.phone.follow(LOOK)
    site = app().extensions["challenge_letters"]
    cookie = walker.phone.client.get_cookie(site._cookie)
    keys = site.store.visitor(cookie.value)
    _, saved = site.store.load(keys)
    assert "No reduction should be made" in walker.page.text
    assert "No reduction should be made" not in repr(saved.variables)
    assert "migraine" not in caplog.text
