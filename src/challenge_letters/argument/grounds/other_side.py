"""What the other side says, and the answer: of how a job ended, and of what was not answered or sent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from challenge_letters.argument.grounds.leaving import ending
from challenge_letters.argument.in_common import before
from challenge_letters.argument.matter import Matter
from challenge_letters.argument.own_word import stands_plain
from challenge_letters.argument.sentences import Paragraph, Sentence
from challenge_letters.argument.typed import flat, in_small, is_sentence, split, stopped, unstopped
from challenge_letters.case.not_answered import not_answered

# A feeling of the employer's, or a name for the end of a job: nothing that somebody did.
NO_ACT = re.compile(
    r"\b(?:(?:(?:loss|lack|breakdown|absence) (?:of|in) |lost )(?:all )?(?:mutual )?"
    r"(?:trust(?: and confidence)?|confidence(?: and trust)?)"
    r"|not (?:a|the right) (?:good )?fit"
    r"|(?:did not|didn['’]t) fit in"
    r"|breakdown (?:of|in) (?:the |our )?(?:working )?relationship(?:s)?"
    r"|some other substantial reason)\b",
    re.IGNORECASE,
)
# Work that was done less well than somebody wanted.
DONE_LESS_WELL = re.compile(
    r"\b(?:(?:poor |under-?|lack of )?performance|lack of capability|capability|(?:too |very )slow(?:ly)?"
    r"|targets?|not up to (?:the )?(?:job|standard)|incapab\w+)\b",
    re.IGNORECASE,
)
# Something that somebody did, or is said to have done: then no feeling stands alone.
AN_ACT = re.compile(
    r"\b(?:misconduct|conduct|behaviou?r\w*|dishonest\w*|theft|thie\w+|steal\w*|stole\w*|fraud\w*|took|taking"
    r"|late(?:ness)?|punctual\w*|time-?keeping|absen\w+|AWOL|attend(?:ance)?|no[- ]?shows?|attitude"
    r"|refus\w+|insubordinat\w+|breach\w*|broke|rules?|polic(?:y|ies)|instructions?|procedures?|violen\w+|fight\w*|fought"
    r"|abus\w+|swear\w*|swore|threat\w*|drunk\w*|alcohol|drugs?|negligen\w+|careless\w*|damag\w+|unsafe"
    r"|harass\w+|lied|lying|falsif\w+|missing|short|unauthori[sz]ed|phone|social media)\b",
    re.IGNORECASE,
)
# The words of which a decision is made that says "misconduct" and no more.
MISCONDUCT_ALONE = re.compile(
    r"(?:(?:an?|and|are|at|because|been|being|by|ceased|decided|department|dismiss(?:al|ed)|due|dwp|employer"
    r"|employment|ended?|for|from|gross|had|has|have|held|in|is|jobs?|last|left|lose|losing|lost|misconduct|my"
    r"|of|on|our|own|paid|pay|reason|sacked|says|serious|that|the|this|through|to|was|we|were|with|work|your?)"
    r"\W+)+",
    re.IGNORECASE,
)
# A word for going that does not say why somebody went.
NO_REASON = re.compile(
    r"\b(?:personal (?:reasons?|circumstances)|mutual (?:agreement|consent)"
    r"|(?:your|his|her|my) own choice)\b",
    re.IGNORECASE,
)
# What follows "My answer is that …": a clause that begins small, or with a word that may.
ENDS_OURS = re.compile(
    r"(?!(?i:because|since|as|so|but|and|that|no|yes|sorry)\b)"
    r"(?:[a-z]|I\b|(?:My|We|Our|The|This|Their|They|He|She|His|Her|It|There|Nobody|Nothing|At|On|In)\b)"
)


def is_an_act(words: str) -> bool:
    """Whether `words` name something that somebody did."""
    return bool(AN_ACT.search(words))


def names_no_act(words: str) -> bool:
    """Whether `words` name a feeling, or work done less well, and nothing that is held against anybody."""
    return not is_an_act(words) and bool(NO_ACT.search(words) or DONE_LESS_WELL.search(words))


def of_a_dismissal(matter: Matter) -> Iterator[Sentence]:
    """Yield the reason that the employer gave for a lost job, what it does not say, and the answer."""
    told = matter.facts.misconduct
    if told and told.reason_given:
        yield matter.say("reason-given", "misconduct.reason_given", words=told.reason_given)
        yield from _what_it_names(told.reason_given, "misconduct.reason_given", matter)
    else:
        yield from _what_it_names(matter.facts.failure.their_words, "failure.their_words", matter)
    yield from answer(matter)


def answer(matter: Matter) -> Iterator[Sentence]:
    """Yield what the person answers: to the employer's words, else to what the decision says."""
    part = "misconduct" if matter.kind == "lost-job" else "job"
    told = matter.facts.misconduct if part == "misconduct" else matter.facts.job
    if told and told.own_answer:
        is_to_you = not told.employers_words and matter.facts.failure.their_words
        row = "my-answer-to-you" if is_to_you else "my-answer"
        yield matter.say(row, f"{part}.own_answer", words=ending(told.own_answer, matter))


def of_no_answer(matter: Matter, *, is_good_reason: bool, has_papers: bool) -> Paragraph:
    """Return the answer to words that nothing was answered, explained or sent; () where none was typed.

    They do not decide: what somebody told too late, or not at all, is before whoever decides now.
    """
    field, said = "why_no_answer", matter.facts.why_no_answer
    words = not_answered(matter.facts.failure.their_words, matter.kind)
    # Of several failures in one decision it is answered once.
    told = any(each.facts.why_no_answer == said for each in before(matter.challenge, matter.letter))
    if not (words and said) or told:
        return ()
    also = matter.say("also-you-write", "failure.their_words", words=words)
    decides = matter.say("a-good-reason-decides" if is_good_reason else "the-failure-decides", field)
    before_you = matter.say(f"the-answer-is-before-you{'-with-papers' if has_papers else ''}", field)
    return (also, *_in_an_answer(said, field, matter), decides, before_you)


def _in_an_answer(text: str, field: str, matter: Matter) -> Iterator[Sentence]:
    """Yield `text` as an answer: the end of a sentence of ours, or as it was typed, if that is a sentence."""
    line = flat(text)
    is_told = is_sentence(stopped(f"{line[:1].upper()}{line[1:]}"))
    if len(split(text)) == 1 and is_told and ENDS_OURS.match(line):
        words = line if line.startswith("I") else in_small(line)
        yield matter.say("my-answer", field, words=ending(words, matter))
    elif is_told and line[:1].isupper():
        said = " ".join(map(stopped, split(text)))
        is_plain = stands_plain(said, matter.voice)
        yield matter.say("typed" if is_plain else "client-says", field, words=said)
    else:
        yield matter.say("my-answer-quoted", field, words=line)


def of_leaving(matter: Matter) -> Iterator[Sentence]:
    """Yield what the employer says of how the person left, what that does not say, and the answer."""
    job = matter.facts.job
    if matter.kind != "left-job":
        return
    if job and job.employer_says:
        yield matter.say("employer-says", "job.employer_says", words=job.employer_says)
        yield from _no_reason(job.employer_says, "job.employer_says", matter)
    else:
        yield from _no_reason(matter.facts.failure.their_words, "failure.their_words", matter)
    yield from answer(matter)


def _what_it_names(words: str, field: str, matter: Matter) -> Iterator[Sentence]:
    """Yield that `words` name no act, or only that work was done less well; or the decision none at all."""
    found = NO_ACT.search(words)
    if found and not is_an_act(words):
        yield _about("names-no-act", found[0], words, field, matter)
    elif names_no_act(words):
        yield matter.say("less-well-is-no-misconduct", field)
    elif field == "failure.their_words" and _is_misconduct_alone(words):
        yield matter.say("no-act-in-the-decision", field)


def _is_misconduct_alone(words: str) -> bool:
    return "misconduct" in words.casefold() and bool(MISCONDUCT_ALONE.fullmatch(f"{words}."))


def _no_reason(words: str, field: str, matter: Matter) -> Iterator[Sentence]:
    found = NO_REASON.search(words)
    if found:
        yield _about("names-no-reason", found[0], words, field, matter)


def _about(row: str, found: str, words: str, field: str, matter: Matter) -> Sentence:
    """Return the row about the words `found`: those just quoted whole are "those words"."""
    is_whole = field != "failure.their_words" and unstopped(flat(words)).casefold() == found.casefold()
    return matter.say(f"{row}-those", field) if is_whole else matter.say(row, field, words=found)
