"""Sentences that may be used against whoever typed them, and what becomes of those that are left out.

They are asked about one by one; whole sentences only. One that is left out stands in no letter and stays in
the case. To say nothing of a fault is no lie, but the contrary of it would be one: see `unfit`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from challenge_letters.case.case import Admission, Case
from challenge_letters.case.failure import INTERVIEWS, FailureFacts
from challenge_letters.case.problems import Problem
from challenge_letters.case.requests import Complaint
from challenge_letters.case.sentences import QUOTATION, is_quotation, split, without
from challenge_letters.case.typed_words import Typed, typed_words
from challenge_letters.languages import in_language
from challenge_letters.law.data_files import read_yaml
from challenge_letters.law.spoken import MONTHS

# The boxes in which people tell their story, whatever part of the case they stand in.
BOXES = frozenset(
    {
        "account",
        "answer",
        "appeal_late_because",
        "asked_for_help",
        "because",
        "back_in_work_words",
        "cannot_meet",
        "cannot_pay",
        "circumstances",
        "commitment_limits",
        "danger_shown",
        "data_protection",
        "disadvantage",
        "effect",
        "ended_words",
        "evidence_shows",
        "fact",
        "facts",
        "last_seven_days",
        "left_out",
        "key_point",
        "length_words",
        "matter",
        "more_time",
        "needs",
        "no_reduction_words",
        "outcome_wanted",
        "outstanding",
        "own_answer",
        "own_request",
        "remedy_words",
        "request",
        "should_have_happened",
        "step_wanted",
        "stopped_spending",
        "to_look_at",
        "tried",
        "says",
        "understood",
        "what",
        "what_is_wrong",
        "what_they_knew",
        "why_no_answer",
        "what_i_did",
        "what_was_done",
        "where_post_came",
        "why",
        "why_it_matters",
        "why_late",
        "why_look_now",
        "why_not_required",
        "why_not_seen",
        "why_not_settled",
        "wording",
        "words",
    }
)
# Where lying in bed is no rest.
UNWELL = frozenset({"ill", "mental-health", "bereavement", "custody-hospital-court"})
# Where "words" are the person's own; elsewhere they quote a message.
OWN_WORDS_OF = frozenset({"done_since", "misconduct"})
# Where "what" is the name of a paper or of a cost.
NAMED_IN = frozenset({"evidence", "costs"})
BETWEEN = (
    "just|simply|only|completely|totally|really|honestly|also|then|probably|genuinely|stupidly|actually|even|so"
    "|a bit|very"
)
# Whoever the letter is about, in place of their name: no pattern and no memory holds a name.
NAMED = "xclientx"
WHO = f"i|he|she|they|we|{NAMED}"
# In one's own letter "she" is somebody else.
OWN_WHO, THEIR_WHO = f"i|we|{NAMED}", f"i|we|he|she|{NAMED}"
SPACE = rf"\s+(?:(?:{BETWEEN})\s+){{0,2}}"
# Words of a phrase that are others where somebody else speaks.
FORMS: Mapping[str, str] = {
    "i": f"(?:{WHO})",
    "am": "(?:am|is|are)",
    "was": "(?:was|were)",
    "have": "(?:have|has)",
    "do": "(?:do|does)",
    "my": "(?:my|his|her|their)",
}
WORD = re.compile(r"\w+")
# "..." in a phrase: a few words, with nothing among them that makes it another thing.
ELSEWHERE = "no|not|never|nothing|instead|after|before|from|near|past|opposite|behind|beside|outside"
A_FEW = rf"\s+(?:(?!(?:{ELSEWHERE})\b)[^\s,;:]+\s+){{0,6}}?"
# "I'd" is "I had" where a thing follows, and nothing that is looked for begins with "I would".
IN_FULL = (
    ("can't", "cannot"),
    ("won't", "will not"),
    ("n't", " not"),
    ("'ve", " have"),
    ("'ll", " will"),
    ("'re", " are"),
    ("'d", " had"),
    ("i'm", "i am"),
    ("he's", "he is"),
    ("didnt", "did not"),
    ("wasnt", "was not"),
    ("couldve", "could have"),
    ("shouldve", "should have"),
    ("could of course", "could"),
    ("should of course", "should"),
    ("could of ", "could have "),
    ("should of ", "should have "),
)
# Where a clause begins, and what may stand before the first: there "I" is often left out.
OPENERS = "and|but|so|then|also|plus|well|yes|ok|anyway|honestly|tbh|to be (?:honest|fair)|mind you"
OPENING = re.compile(rf"(?:[\s,;:–—]|\b(?:{OPENERS})\b)*")
BREAK = re.compile(rf"^\s*(?:(?:{OPENERS})\s+)*|[,;:–—]\s*|\b(?:and|but|so|then)\s+")
OWN_FAULT = r"my (?:own )?fault"
# "Shouted at me", "told by him": what others did.
BY_OTHERS = re.compile(r"\w+ (?:\w+ )?(?:me|us|by)\b")
# "Ms Sample says: “I forgot”" is what the client tells now, whoever says it.
SAYS_NOW = re.compile(r"\b(?:says|tells|explains|adds|states)\b[^“\"]{0,40}[“\"]")
# "I panicked and said “…”": what people tell that they said themselves is theirs; "she said “…”" is not. What
# they wrote to the office it has on its file: to leave that out would hide nothing.
VERB_OF_SAYING = "said|told|answered|replied|admitted|shouted|blurted"
SAID_BY_ME = re.compile(
    rf"\b(?:i|we|{NAMED})\b(?:[^“\",;:]*\band)?(?: (?:\w+ly|just|then|also|only|have|had))*"
    rf"(?:['’](?:d|ve))? (?:{VERB_OF_SAYING})\b"
    rf"(?:(?!\b(?:{VERB_OF_SAYING}|wrote|he|she|they|who|says)\b)[^“\"])*$",
    re.IGNORECASE,
)
OTHERS, OTHERS_OF_THEM = "he|she|they|you|who|nobody|coach", "they|you|who|nobody|coach"


A_DAY = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({'|'.join(MONTHS)})\b")
# In months: a day that is nearer the other way round is of the other year.
HALF_A_YEAR = 6


@dataclass(frozen=True)
class Admitted:
    """A sentence that may be used against them: in which problem, in which box of it, and of which kind.

    `problem`: "" for one of the complaint.
    """

    sentence: str
    problem: str
    place: str
    kind: str

    @property
    def key(self) -> str:
        """What the answer about it is filed under; it tells nothing of the sentence."""
        return sha256(self.sentence.encode()).hexdigest()[:12]

    @property
    def harms(self) -> str:
        """Why it may be used against them."""
        return str(in_language("admissions", self.kind, {"harms": records()[self.kind]["harms"]})["harms"])


def admitted_in(case: Case) -> tuple[Admitted, ...]:
    """Return each sentence of `case` that may be used against whoever typed it, once, in the case's order."""
    return _admitted_among(case, lambda _: True)


def _admitted_among(case: Case, is_wanted: Callable[[str], bool]) -> tuple[Admitted, ...]:
    """Return those of `admitted_in` whose sentence is wanted; the others are not even looked into."""
    found: dict[str, Admitted] = {}
    for part in (*case.problems, *_complaint_of(case)):
        name = "" if isinstance(part, Complaint) else part.id
        for typed in typed_words(part):
            for sentence, kind in _admitted(typed, part, case, is_wanted):
                found.setdefault(sentence, Admitted(sentence, name, typed.place, kind))
    return tuple(found.values())


def _complaint_of(case: Case) -> tuple[Complaint, ...]:
    return (case.complaint,) if case.complaint else ()


def kept_unasked(case: Case) -> tuple[Admitted, ...]:
    """Return those of `admitted_in` about which nothing was answered: a letter has them."""
    answered = {each.sentence for each in case.admissions}
    return _admitted_among(case, lambda sentence: sentence not in answered)


def left_out_of(case: Case) -> tuple[Admitted, ...]:
    """Return those of `admitted_in` that are to stand in no letter."""
    left_out = {each.sentence for each in case.admissions if each.answer == "leave-out"}
    # A plan asks this of every case, and most leave nothing out.
    return _admitted_among(case, left_out.__contains__) if left_out else ()


def as_written(case: Case) -> Case:
    """Return `case` as letters tell it: without the sentences that are left out."""
    left_out = {each.sentence for each in left_out_of(case)}
    if not left_out:
        return case
    problems = tuple(_rewritten(problem, left_out.__contains__) for problem in case.problems)
    complaint = case.complaint and _rewritten(case.complaint, left_out.__contains__)
    return case.model_copy(update={"problems": problems, "complaint": complaint})


def unfit(case: Case, problem: Problem) -> tuple[str, ...]:
    """Return the answers of `problem` that say the contrary of a sentence left out; () where none does.

    Somebody who leaves out "I forgot" knew of it: "I was never told" would deny what is to be left unsaid.
    """
    if not isinstance(problem, FailureFacts):
        return ()
    claims = dict(_claims(problem))
    left_out = (each for each in left_out_of(case) if each.problem == problem.id)
    denied = (each for each in left_out if not _is_true_beside(each, problem))
    against = {claim for each in denied for claim in _denied_by(each, case.claimant.name)}
    return tuple(dict.fromkeys(place for claim, place in claims.items() if claim in against))


def _is_true_beside(left_out: Admitted, problem: FailureFacts) -> bool:
    """Whether the sentence denies nothing of how it was told: who never looked at it never saw it.

    Nor does what came after the day of the failure: a question why, which was not looked at.
    """
    if not records()[left_out.kind].get("fits_unseen"):
        return False
    return problem.requirement.seen == "never" or _is_of_afterwards(left_out, problem)


def _is_of_afterwards(left_out: Admitted, problem: FailureFacts) -> bool:
    """Whether the last day that its box names, up to the end of the sentence, is after the failure."""
    failed = problem.failure.day
    box = next((each.text for each in typed_words(problem) if left_out.sentence in each.text), "")
    until = box[: box.find(left_out.sentence) + len(left_out.sentence)]
    named = A_DAY.findall(until)
    if failed is None or not named:
        return False
    day, month = named[-1]
    away = (MONTHS.index(month) + 1 - failed.month + HALF_A_YEAR) % len(MONTHS) - HALF_A_YEAR
    return (away, int(day)) > (0, failed.latest.day)


def _denied_by(left_out: Admitted, name: str) -> Iterator[str]:
    """Yield the claims that would be the contrary of the sentence: only those that it is about."""
    said = _own_part(_without_name(left_out.sentence, name), left_out.sentence)
    record, plain = records()[left_out.kind], f" {_plain(said)} "
    for claim in record["against"]:
        words = record.get("about", {}).get(claim)
        if words is None or _has_one_of(words, plain):
            yield claim


def _claims(problem: FailureFacts) -> Iterator[tuple[str, str]]:
    """Yield what `problem` claims that a sentence left out could deny, with the place of the answer."""
    if problem.has_side("not-told"):
        yield "not-told", "sides"
    elif problem.requirement.seen == "never":
        yield "not-told", "requirement.seen"
    if problem.has_side("did-it"):
        yield "did-it", "sides"
    for reason in problem.reasons:
        if reason.could_tell == "no":
            yield "could-not-tell", f"reasons.{reason.kind}.could_tell"
        if reason.others_could == "no":
            yield "nobody-else", f"reasons.{reason.kind}.others_could"
    if problem.misconduct and problem.misconduct.disputed:
        yield "conduct", "misconduct.disputed"


def _admitted(
    typed: Typed, part: Problem | Complaint, case: Case, is_wanted: Callable[[str], bool]
) -> Iterator[tuple[str, str]]:
    """Yield the wanted sentences of one box that harm, each with its kind."""
    if not _is_own(typed.place):
        return
    argued = tuple(_argued_by(part, typed.place))
    for sentence in filter(is_wanted, split(typed.text)):
        unnamed = _own_part(_without_name(sentence, case.claimant.name), typed.text)
        kind = _kind_of(unnamed, argued, is_for_somebody=case.writer.kind != "claimant")
        if kind:
            yield sentence, kind


def _own_part(sentence: str, box: str) -> str:
    """Return what `sentence` says itself, with what the person quotes of themselves, and not of others.

    `box`: the whole text. Where all of it stands in quotation marks, and where somebody "says" it now, it is
    what the person tells.
    """
    if is_quotation(box) or SAYS_NOW.search(sentence):
        return sentence
    said, kept = "", 0
    for found in QUOTATION.finditer(sentence):
        before = sentence[kept : found.start()]
        is_mine = SAID_BY_ME.search(before)
        said += f"{before}{f', {found.group()[1:-1]},' if is_mine else '“”'}"
        kept = found.end()
    return said + sentence[kept:]


def _is_own(place: str) -> bool:
    *above, name = (part for part in place.split(".") if not part.isdigit())
    if place == "said_back":
        # What came back instead of a decision is told in the person's own words as often as quoted.
        return True
    if name == "what" and above and above[-1] in NAMED_IN:
        return False
    return name in BOXES and (name != "words" or (bool(above) and above[-1] in OWN_WORDS_OF))


def _is_about_a_slip(problem: Problem | Complaint) -> bool:
    """Whether an honest mistake about the day or the time is what the letter argues."""
    if not isinstance(problem, FailureFacts) or problem.failure.kind not in INTERVIEWS:
        return False
    is_reason = any(reason.kind == "unclear-or-mistake" for reason in problem.reasons)
    return is_reason and problem.mistake is not None and problem.mistake.is_told


def _argued_by(problem: Problem | Complaint, place: str) -> Iterator[str]:
    """Yield the traits of sentences that are the argument of the letter itself, and stay.

    `place`: where it was typed. What is told as a reason is the reason.
    """
    if _is_about_a_slip(problem):
        yield "is_slip"
    if place.startswith("reasons."):
        yield "is_pastime"
    if isinstance(problem, FailureFacts):
        yield from _argued_by_facts(problem)


def _argued_by_facts(problem: FailureFacts) -> Iterator[str]:
    is_disputed = bool(problem.misconduct and problem.misconduct.disputed)
    if problem.failure.kind == "late-for-appointment" or problem.arrival is not None or is_disputed:
        yield "is_lateness"
    if is_disputed:
        yield "is_warning"
    if any(reason.kind in UNWELL for reason in problem.reasons):
        yield "is_rest"


@cache
def records() -> Mapping[str, Any]:
    """Return what is looked for and why it harms, by the kind of sentence."""
    return dict(read_yaml(Path(__file__).with_name("admissions.yaml")))


def _kind_of(sentence: str, argued: Collection[str], *, is_for_somebody: bool) -> str:
    plain = f" {_plain(sentence)} "
    phrases = _phrases_among({"", *WORD.findall(plain)})
    in_full = _with_subjects(plain, is_for_somebody=is_for_somebody) if phrases else ""
    for kind, said in phrases.items():
        record = records()[kind]
        if any(record.get(trait) for trait in argued):
            continue
        text = in_full if record.get("drops_i") else plain
        sought = (_pattern(each, is_for_somebody=is_for_somebody) for each in said)
        if any(each.search(text) for each in sought) and not _has_one_of(record.get("unless", ()), plain):
            return kind
    return ""


def _with_subjects(plain: str, *, is_for_somebody: bool) -> str:
    """Return `plain` with "i" where it was left out: "Forgot to ring", "I was out, could have rung"."""
    own = "|".join((THEIR_WHO if is_for_somebody else OWN_WHO, OWN_FAULT))
    others = OTHERS_OF_THEM if is_for_somebody else OTHERS

    def put(match: re.Match[str]) -> str:
        before = plain[: match.start()]
        is_own = _has_word(own, before) and not _has_word(others, before)
        is_dropped = OPENING.fullmatch(before) or is_own
        return f"{match[0]}i " if is_dropped and not BY_OTHERS.match(plain, match.end()) else match[0]

    return BREAK.sub(put, plain)


def _has_word(words: str, text: str) -> bool:
    return bool(re.search(rf"(?<!\w)(?:{words})(?!\w)", text))


def _has_one_of(words: Iterable[str], plain: str) -> bool:
    """Whether one of `words` stands in `plain`, as a word or the beginning of one: "ill", not "still"."""
    found = tuple(words)
    return bool(found) and bool(_one_of(found).search(plain))


@cache
def _one_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:(?<!\w)|(?=\s))(?:{'|'.join(map(re.escape, words))})")


def _plain(text: str) -> str:
    plain = " ".join(text.casefold().replace("’", "'").split())
    for short, whole in IN_FULL:
        plain = plain.replace(short, whole)
    return plain


def _without_name(sentence: str, name: str) -> str:
    """Return `sentence` with a word of ours for each word of `name`, as spelt there: "Will", not "will"."""
    words = "|".join(map(re.escape, name.split()))
    return re.sub(rf"(?<!\w)(?:{words})(?!\w)", NAMED, sentence) if words else sentence


@dataclass(frozen=True)
class Phrase:
    """A phrase of the sentences of a kind; `is_own`: it harms only where the person speaks of themselves."""

    kind: str
    said: str
    is_own: bool

    @property
    def words(self) -> frozenset[str]:
        """The words in it that are the same whoever speaks, and "", which every sentence has."""
        words = (word for part in self.said.split("...") for word in part.split() if word not in FORMS)
        return frozenset(("", *(each for word in words for each in WORD.findall(word))))


def _phrases_among(words: Set[str]) -> Mapping[str, Sequence[Phrase]]:
    """Return the phrases all of whose words are among `words`, by kind, in the order of the kinds.

    Few sentences have the words of any: no other pattern is made, or looked for.
    """
    filed = _phrases_by_word()
    found: dict[str, list[Phrase]] = {}
    for word in words:
        for phrase, needed in filed.get(word, ()):
            if needed <= words:
                found.setdefault(phrase.kind, []).append(phrase)
    return {kind: found[kind] for kind in records() if kind in found}


@cache
def _phrases_by_word() -> Mapping[str, Sequence[tuple[Phrase, frozenset[str]]]]:
    """Return each phrase with its words, filed under the longest of them."""
    filed: dict[str, list[tuple[Phrase, frozenset[str]]]] = {}
    for kind, record in records().items():
        for name in ("said", "own"):
            for said in record.get(name, ()):
                phrase = Phrase(kind, said, is_own=name == "own")
                filed.setdefault(max(phrase.words, key=len), []).append((phrase, phrase.words))
    return filed


@cache
def _pattern(phrase: Phrase, *, is_for_somebody: bool) -> re.Pattern[str]:
    """Return the pattern of the sentences with `phrase`; `is_for_somebody`: somebody else writes for them.

    Of somebody else "I am" and "I have" are "is" and "has".
    """
    own = THEIR_WHO if is_for_somebody else OWN_WHO
    forms = {**FORMS, "i": f"(?:{own if phrase.is_own else WHO})"}
    parts = ([forms.get(word, re.escape(word)) for word in part.split()] for part in phrase.said.split("..."))
    things = "|".join(map(re.escape, records()[phrase.kind].get("with", ())))
    then = rf"{A_FEW}(?:{things})" if things else ""
    return re.compile(rf"(?<!\w){A_FEW.join(SPACE.join(part) for part in parts)}{then}(?!\w)")


def _rewritten(part: BaseModel, is_left_out: Callable[[str], bool], below: str = "") -> Any:
    """Return `part` with the sentences of its boxes that are left out taken from them."""
    changed: dict[str, Any] = {}
    for name, value in part:
        place = f"{below}.{name}" if below else name
        now = _value_rewritten(value, is_left_out, place)
        if now is not value:
            changed[name] = now
    return part.model_copy(update=changed) if changed else part


def _value_rewritten(value: Any, is_left_out: Callable[[str], bool], place: str) -> Any:
    if isinstance(value, str):
        return without(value, is_left_out) if _is_own(place) else value
    if isinstance(value, BaseModel):
        return _rewritten(value, is_left_out, place)
    if isinstance(value, tuple):
        items = tuple(_value_rewritten(each, is_left_out, place) for each in value)
        return items if any(new is not old for new, old in zip(items, value, strict=True)) else value
    return value


def answered(case: Case, answers: Mapping[str, str]) -> tuple[Admission, ...]:
    """Return the answers about the sentences of `case`, by their keys, as the case keeps them."""
    return tuple(
        Admission.model_validate({"sentence": each.sentence, "answer": answers[each.key]})
        for each in admitted_in(case)
        if answers.get(each.key)
    )
