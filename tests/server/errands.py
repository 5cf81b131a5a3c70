"""Things people do on the way that a straight walk never does, each told once and run on both hosts."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from tests import examples
from tests.examples import AS_AT
from tests.interview.test_going_back import MOST_STEPS, back, forward
from tests.interview.test_keeping import DOWNLOAD, KEEP
from tests.interview.walker import CARRY_ON, CHECK, NO_DAY, NO_MONTH
from tests.interview.walking import journey_for
from tests.server.walks import Watching

ILL = "missed-appointment-ill"


def _up_to(walker: Watching, page: str, example: str = ILL) -> None:
    walker.answer_all(journey_for(examples.case_of(example), AS_AT), until=page)


def _to_the_check_page(walker: Watching, example: str) -> None:
    walker.answer_all(journey_for(examples.case_of(example), AS_AT), is_pressing_on=False)


def _try(walker: Watching, answers: dict[str, Any] | Any, name: str) -> None:
    walker.phone.answer(answers)
    walker.note(name)


def a_date_twice_or_not_at_all(walker: Watching) -> None:
    """The day of the decision is needed, once."""
    _up_to(walker, "problems/0/decision-when")
    _try(walker, {"Date of the decision": NO_DAY, "How did it come?": "By letter"}, "no day")
    twice = {"Date of the decision": date(2026, 11, 2), "Or only the month": "November 2026"}
    _try(walker, {**twice, "How did it come?": "By letter"}, "day and month")
    _try(walker, {"Or only the month": NO_MONTH, "How did it come?": "By letter"}, "put right")


def several_things_wrong(walker: Watching) -> None:
    """Every wrong answer of a page is named at once."""
    _up_to(walker, "name")
    wrong = {"National Insurance": "hello", "E-mail": "nobody", "Phone": "12", "^Name$": "Jo"}
    _try(walker, wrong, "three wrong")


def a_number_of_days_that_cannot_be(walker: Watching) -> None:
    """A number is a number."""
    _up_to(walker, "problems/0/decision-says")
    for typed in ("about a month", "0", "2000"):
        _try(walker, {"How many days": typed}, typed)


def an_end_before_its_beginning(walker: Watching) -> None:
    """Two days of one page that cannot both be."""
    _up_to(walker, "problems/0/reason/ill/reason")
    days = {"When did it start": date(2026, 11, 4), "When was it over": date(2026, 11, 3)}
    _try(walker, days, "over before it began")


def none_of_these_and_one_of_them(walker: Watching) -> None:
    """Ticks that exclude each other."""
    _up_to(walker, "problems/0/situation")
    _try(walker, {"Tick all": ["None of these", "I was self-employed"]}, "both")


def a_password(walker: Watching) -> None:
    """Somebody types a password all the same."""
    _up_to(walker, "problems/0/demand-words", "password-demanded")
    told = {"Their words when they asked": "Type it in. My password is Hunter22", "say that you must": "No"}
    _try(walker, told, "with a password")


def very_hard_words(walker: Watching) -> None:
    """Words that need somebody to ask back."""
    _up_to(walker, "problems/0/own-words")
    _try(walker, {"What happened": "I wanted to END it  all."}, "help")
    walker.phone.follow("change these words")
    walker.note("words again")
    _try(walker, {"What happened": "I wanted to END it  all."}, "after")


def what_could_mean_something_else(walker: Watching) -> None:
    """Signs that Markdown, Mako, HTML and docassemble give a meaning are shown as they were typed."""
    _up_to(walker, "problems/0/own-words")
    typed = (
        "<b>bold</b> *star* ${ 1 } [FILE 1] [YOUTUBE x] :heart: {{ 1 }} # ~ | \\n\n% if True:\nlast & line"
    )
    walker.phone.answer({"What happened": typed, "play a part": ["I was ill or hurt"]})
    for one in journey_for(examples.case_of(ILL), AS_AT).visited:
        if one.visit.key not in walker.told and one.visit.page.id != "own-words":
            walker.answer(one)
    walker.expect(CHECK)
    walker.phone.press(CARRY_ON)
    walker.open_last_links()


def answers_that_may_not_fit(walker: Watching) -> None:
    """Two answers that fight each other are asked about."""
    _to_the_check_page(walker, ILL)
    walker.phone.follow("Change : Your side")
    walker.note("side again")
    walker.phone.answer(["I did it", "Something stopped me"])
    _try(walker, {"What you did": "I came."}, "query")
    walker.phone.follow("Change: Your side")
    walker.note("side once more")
    walker.phone.press("Back")
    walker.note("query after Back")
    _try(walker, "It is right. I would like to explain", "explain")
    _try(walker, "I came, but late.", "explained")
    walker.phone.press(CARRY_ON)
    walker.open_last_links()


def an_item_removed(walker: Watching) -> None:
    """A stretch of time is taken out of the middle of a list."""
    _to_the_check_page(walker, "late-in-hospital")
    removing = [link for link in walker.page.soup.select("dl.rows a") if "Remove" in link.get_text()]
    walker.phone.get(str(removing[0]["href"]))
    walker.note("without the first")
    walker.phone.press("Back")
    walker.note("with it again")


def a_look_at_the_help_pages(walker: Watching) -> None:
    """The pages for hard moments lead back to where somebody was."""
    _up_to(walker, "safe")
    for link in ("No money for food, heating or medicine", "Not safe, or thinking of ending your life"):
        walker.phone.follow(link)
        walker.note(link)
        walker.phone.press("Back to my letter")
        walker.note(f"after {link}")


def the_wrong_benefit(walker: Watching) -> None:
    """An end of the road can be left again."""
    _up_to(walker, "for-whom")
    claim = {"Who is it for": "For me", "Which country": "England"}
    _try(walker, {**claim, "Which benefit": "Income Support, or an older kind of JSA or ESA"}, "end")
    walker.phone.follow("I chose the wrong benefit")
    walker.note("benefit again")
    _try(walker, {"Which benefit": "Universal Credit"}, "after")


def back_and_forth(walker: Watching) -> None:
    """Back shows what was answered, page by page, and the way forward asks for it again."""
    _to_the_check_page(walker, ILL)
    last = journey_for(examples.case_of(ILL), AS_AT).visited[-6:]
    for one in reversed(last):
        walker.phone.press("Back")
        walker.note(f"back at {one.visit.key}")
    for one in last:
        walker.answer(one)
        walker.note(f"after {one.visit.key}")
    walker.phone.press(CARRY_ON)
    walker.open_last_links()


def another_letter_after_an_edit(walker: Watching) -> None:
    """A letter that was downloaded once is not the letter after an edit."""
    walker.tell(examples.case_of(ILL))
    walker.note("last")
    walker.phone.follow("Check or change your answers")
    walker.phone.follow("Change : Name")
    walker.phone.answer({"^Name$": "Somebody Else"})
    walker.phone.press(CARRY_ON)
    walker.note("last after the edit")


LOOK = "See the letter so far"


def the_letter_so_far(walker: Watching) -> None:
    """Somebody looks at the letter in the middle, puts a sentence right, and goes on where they were."""
    _up_to(walker, "problems/0/evidence")
    walker.phone.follow(LOOK)
    walker.note("letter so far")
    walker.phone.follow(re.compile("My neighbour brought me water"))
    walker.note("its question")
    (label,) = [name for name, value in walker.page.values.items() if "neighbour" in str(value)]
    _try(walker, {label: "I was sick all day."}, "letter after the change")
    walker.phone.press("Back to the questions")
    walker.note("where they were")


def a_sentence_of_several_answers(walker: Watching) -> None:
    """A sentence that rests on several answers names each; another letter can be looked at."""
    _to_the_check_page(walker, ILL)
    walker.phone.follow(LOOK)
    walker.phone.follow(re.compile("^A migraine kept me from coming, I told you the same day"))
    walker.note("where it comes from")
    walker.phone.press("Back to the letter so far")
    walker.note("letter again")
    walker.phone.follow(re.compile("^See another letter"))
    walker.note("another letter")
    walker.phone.press("Back to the questions")
    walker.note("check page again")


def a_file_to_go_on_with(walker: Watching) -> None:
    """Somebody stops in the middle, begins anew, and goes on with the text of their file."""
    _up_to(walker, "problems/0/situation")
    walker.phone.follow(KEEP)
    kept = walker.phone.download(DOWNLOAD).decode()
    walker.phone.begin()
    walker.phone.follow("I have a file with my answers")
    _try(walker, {"All the text": "{"}, "no file of ours")
    _try(walker, {"All the text": kept}, "where they stopped")


def a_locked_file_to_go_on_with(walker: Watching) -> None:
    """The same with a file that six words lock: each time others."""
    _up_to(walker, "problems/0/situation")
    walker.phone.follow(KEEP)
    walker.phone.follow(re.compile("^Lock the file first"))
    words = walker.page.soup.select_one(".deadline")
    locked = walker.phone.download("Download my answers as a locked file").decode()
    assert words is not None
    walker.phone.begin()
    walker.phone.follow("I have a file with my answers")
    walker.phone.answer({"All the text": locked, "six words": "maple"})
    assert walker.page.errors
    _try(walker, {"All the text": locked, "six words": words.get_text(" ", strip=True)}, "where they stopped")


def all_the_way_back(walker: Watching) -> None:
    """Back to the first page, and forward again as each page stands."""
    _to_the_check_page(walker, "late-in-hospital")
    back(walker, MOST_STEPS)
    walker.note("the first page again")
    forward(walker)
    walker.phone.press(CARRY_ON)
    walker.open_last_links()


ERRANDS: dict[str, Callable[[Watching], None]] = {
    errand.__name__: errand
    for errand in (
        *(a_date_twice_or_not_at_all, several_things_wrong, a_number_of_days_that_cannot_be),
        *(an_end_before_its_beginning, none_of_these_and_one_of_them, a_password, very_hard_words),
        *(what_could_mean_something_else, answers_that_may_not_fit, an_item_removed),
        *(a_look_at_the_help_pages, the_wrong_benefit, back_and_forth, another_letter_after_an_edit),
        *(the_letter_so_far, a_sentence_of_several_answers, all_the_way_back),
        *(a_file_to_go_on_with, a_locked_file_to_go_on_with),
    )
}
