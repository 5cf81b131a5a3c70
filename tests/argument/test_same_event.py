"""What is said twice is printed once, and whatever a sentence has of its own stays."""

from __future__ import annotations

import pytest

from challenge_letters.argument.same_event import says
from challenge_letters.argument.typed import kept

LONGER = "He had an interview at a depot {} but didn't get it, and on Sunday 20 September the truck was still going."
WRITTEN = ("on the 18th", "on 18 September", "on Friday 18th", "on the 18th of September", "on 18th Sept")


def _left_out(one: str, other: str) -> int:
    return len(kept([("account", one), ("job.tried", other)]).left_out)


@pytest.mark.parametrize("day", WRITTEN)
@pytest.mark.parametrize("longer", WRITTEN)
def test_a_day_is_the_same_in_each_way_it_is_written(day: str, longer: str) -> None:
    assert _left_out(LONGER.format(longer), f"He had an interview at a depot {day} but didn’t get it.") == 1


def test_a_call_is_the_same_in_each_word_for_it() -> None:
    account = "I rang the Example line on Monday 9 November at 15.52 the day before."
    assert _left_out(account, "I telephoned the Example line the day before.") == 1
    assert _left_out(account, "I telephoned the Sample line the day before.") == 0


def test_what_has_the_same_day_and_time_is_one_event() -> None:
    account = 'On Saturday 24th October at 20:15 I wrote in the journal "can I rebook".'
    again = "I wrote in the journal after we got home, Saturday 24 October at 20:15, and asked to rebook."
    assert _left_out(account, again) == 1
    assert _left_out(account, again.replace("20:15", "21:15")) == 0


def test_a_day_without_a_month_is_of_the_month_named_before_it() -> None:
    account = "I wrote on 14 September. HR said on the 16th they would look into it, and never did."
    assert _left_out(account, "HR said on 16 September they would look into it.") == 1
    assert _left_out(account, "HR said on 16 October they would look into it.") == 0
    # After a higher number it may be of the next month.
    assert (
        _left_out(account.replace("14 Sep", "30 Sep"), "HR said on 16 September they would look into it.")
        == 0
    )


@pytest.mark.parametrize(
    "own",
    [
        "He had an interview at a depot on 19 September but didn't get it.",
        "He had an interview at a depot on 18 October but didn't get it.",
        "Gareth had an interview at a depot on 18 September but didn't get it.",
        "His sister had an interview at a depot on 18 September.",
        "She had an interview at a depot on 18 September.",
        "He had two interviews at a depot on 18 September.",
        "He had no interview at a depot on 20 September.",
        'He had an interview at a depot on 18 September: "Not this time."',
    ],
)
def test_what_a_sentence_has_of_its_own_stays(own: str) -> None:
    assert not says(LONGER.format("on 18 September"), own)


def test_that_no_answer_came_is_not_told_by_an_answer_to_something_else() -> None:
    account = "On 17 September I asked for a phone call and they answered. My sister got me. I did not sleep."
    assert not says(account, "I got no answer.")


def test_what_two_other_boxes_tell_between_them_is_told() -> None:
    quoted = '"Please can my appointments be by phone."'
    boxes = [
        ("account", f"On 17 September I put in the journal {quoted} and they answered."),
        ("done", f"I handed in Dr Sample’s letter and I put it in the journal too: {quoted}"),
        ("why", "I handed in Dr Sample’s letter, it says that crowds are a trigger."),
    ]
    assert [each.answer for each in kept(boxes).left_out] == ["done"]
    assert not kept(
        [boxes[0], (boxes[1][0], boxes[1][1].replace("Dr S", "Bronagh’s note and Dr S")), boxes[2]]
    ).left_out


def test_a_long_box_is_compared_sentence_by_sentence() -> None:
    account = (
        "On the 23rd the police brought my mother home. I rang the shift line at 5.40 and left a message for "
        "the leader. On the 24th I rang again at six and spoke to Dai, and he said that I should look after "
        "her. On the 25th the manager handed me a letter. It said that I was dismissed for not reporting my "
        "absence under the rule of two hours, which was new to me and to everybody else on that shift."
    )
    again = "I rang the shift line at 5.40 and left a message. On the 24th I rang again and spoke to Dai. "
    added = "My contract has no such rule, and the works council has never been asked about one. "
    told = kept([("account", account), ("words", (again + added) * 1 + "It hangs on no wall of the bakery.")])

    assert [each.words for each in told.of("words")] == [added.strip(), "It hangs on no wall of the bakery."]
    assert len(told.of("account")) == 1


def test_what_goes_on_from_a_sentence_left_out_goes_with_it() -> None:
    account = "On 3 October I rang the hotel and asked whether I could finish at 11. The woman said no."
    box = "On 3 October I rang the hotel and asked if I could finish at 11. She said no, woman to woman."
    told = kept([("account", account), ("what", box)])

    assert told.of("what") == ()
    assert len(told.left_out) == 2


def test_what_the_account_tells_in_several_sentences_is_told_once() -> None:
    account = "On 3 November I rang the jobcentre. Martin moved me to Friday because of my biopsy."
    told = kept(
        [("account", account), ("knew", "Martin knew on 3 November that I rang because of my biopsy.")]
    )

    assert told.of("knew") == ()


def test_a_day_of_ones_own_is_never_told_by_the_account() -> None:
    account = "On 3 November I rang the jobcentre. Martin moved me to Friday because of my biopsy."
    told = kept([("account", account), ("knew", "Martin rang on 5 November because of my biopsy.")])

    assert len(told.of("knew")) == 1
