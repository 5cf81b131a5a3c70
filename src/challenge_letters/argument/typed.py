"""What a person typed: its shape, its sentences, its seams, and what is said twice.

Nothing inside a typed text is ever changed. A closing full stop may be added, and the text may be taken apart
between its sentences.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Literal

from challenge_letters.argument.same_event import (
    A_FEW_WORDS,
    WORD,
    Named,
    in_one_way,
    is_half_in,
    is_within,
    marks,
    quotations,
    says,
    says_all,
    stems,
    tells_most_of,
)
from challenge_letters.argument.sentences import LeftOut
from challenge_letters.case import sentences as in_the_case
from challenge_letters.law.spoken import MONTHS

flat, split = in_the_case.flat, in_the_case.split

Shape = Literal["nothing", "long", "sentences", "fragment"]
LONG = 60
# The box of the story, by which the others are measured.
ACCOUNT = "account"
# What people write in a box that they have nothing for.
NOTHING = re.compile(
    r"(nothing|nobody|no one|none|no|n/?a|-+|nil)( at all| yet| so far)?[.!]?", re.IGNORECASE
)
# What they write where no answer came, in as many words as they take for it. Elsewhere that is an event.
NO_ANSWER = re.compile(
    r"((nothing|nobody|no one|none)( (back|came back|answered|replied|rang|rang back|called back))?"
    r"|silence"
    r"|(there was )?no (answer|reply|response|call[- ]?back|phone call|message)( back)?"
    r"|(they|he|she) (didn['’]t|did not|never) (answer|reply|ring back|call back))"
    r"( yet| since| so far| at all)?[.!]?",
    re.IGNORECASE,
)
STOP = re.compile(r"[.!?…][”\"'’)]*$")
QUOTED_STOP = re.compile(r"[^.]\.[”\"’']$")
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
VERB = re.compile(
    r"\b(am|is|are|was|were|be|been|has|have|had|do|does|did|can|could|may|might|must|will|would|shall|should"
    r"|cannot|\w+n['’]t|\w{3,}ed|said|told|went|came|got|took|made|gave|rang|wrote|saw|woke|sent|left|fell|felt"
    r"|broke|lost|found|knew|kept|put|met|ran|brought|thought|spent|slept|understood|need|needs|want|wants"
    r"|know|live|lives|works?|looks?|says?|takes?|comes?|goes?|means?|makes?|shut|cut|began|became|held|stood"
    r"|paid|let|read|heard|drove|caught|hurt|threw|spoke|sat|stays?|ends?|starts?|died|go|gets?"
    r"|(?:I|we|you|they|he|she|it|that|there|who)['’](?:m|re|ve|d|ll|s)"
    r"|holds|knows|shows|runs|leaves|costs|closes|opens|stops|lasts|begins|lets|puts|finds|stands"
    r"|gives?|feels?|keeps?|sees?|cares?|helps?|calls?|asks?|thinks?|tries|grew|rose|lay|hit|won|bought|taught|used|owed|lied)\b",
    re.IGNORECASE,
)
# How people finish "I could not …": a verb as it stands after it. "Work was impossible" is a sentence.
AFTER_COULD_NOT = re.compile(
    r"(?:(?:even|really|safely|properly) )?"
    r"(?:afford|answer|apply|attend|be|bear|breathe|call|catch|change|charge|check|choose|climb|collect|come"
    r"|complete|concentrate|cope|cover|cross|deal|dial|do|dress|drive|eat|feed|fill|find|finish|focus|follow"
    r"|get|give|go|hear|help|hold|join|keep|know|leave|lift|log|look|make|manage|meet|move|open|pay|phone|pick"
    r"|post|print|reach|read|remember|reply|respond|rest|ring|run|say|search|see|send|show|sign|sit"
    r"|sleep|speak|stand|start|stay|take|talk|tell|think|travel|turn|type|understand|upload|use|wait|wake|walk|wash|work|write)"
    r"(?:,? (?!(?:was|were|is|did|had|has|would|could|went|came)\b)(?:[^.!?]|\.(?=\d))*)?\.?"
)
PRONOUN = re.compile(r"\b(I|we|he|she|it|they|you|there|nobody|somebody|who)\b", re.IGNORECASE)
# Whatever verb follows: who begins like this and comes to a stop has written a sentence.
SUBJECT = re.compile(r"(I|We|He|She|They|It|You|Nobody|Somebody) (?!and\b|or\b)\w+ \w+")
# The same behind a day or a place: "On 29 October I set off for the jobcentre."
LED_SUBJECT = re.compile(
    r"(?:On|At|In|By|From|Before|After|Then|That|The next) [^,.;:]{0,40}?,? ?\b(?:I|we|he|she|they) \w+ \w+"
)
# "Mr Sample could not open post on his own": a name with a title does something, and needs no stop.
TITLED = re.compile(
    r"(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? (?:[A-Z][\w'’-]+ ){1,2}"
    r"(?:is|was|has|had|does|did|can|cannot|could|would|will|may|might|must|needs?|felt|went|\w+n['’]t)\b"
)
# "Ms Sample speaks Tigrinya.", "Her nephew, 17, reads her post.": somebody does something, up to a stop.
SOMEBODY_DOES = re.compile(
    r"(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? [A-Z][\w-]+ \w{3,}s \w+"
    r"|(?:My|His|Her|Their|Our) \w+(?: \w+)?(?:, [^,.]{1,20},)? \w{2,}s "
    r"(?:my|his|her|their|our|the|an?|it|them|him|me|us|at|in|on|for|with|to|every|all|no)\b"
)
# How much of an account has to be sentences for its few words without a verb to stand among them.
AMONG_OTHERS = 0.8
# Words that name a day of their own: no other day can stand before them.
OTHER_DAY = re.compile(
    "|".join((*MONTHS, r"\w+day\b", r"\bthe \d", r"\b(next|same|that|following) (day|morning|afternoon)\b"))
    + r"|\b(tomorrow|day (after|before)|week (after|before)|(that|this|all|whole|last|next) (week|month)|"
    + r"(for|in) (a |an |\w+ )?(weeks?|months?|years?))\b"
)


@dataclass(frozen=True)
class Typed:
    """One sentence that somebody typed, with the answer it stands in.

    `is_further`: it stands in a box whose first words only finish a sentence of ours, and is one itself.
    `lines`: those of a long text, as it was typed; `begins_line`: a sentence with which one of them begins.
    """

    words: str
    answer: str
    is_whole: bool = False
    is_further: bool = False
    lines: tuple[str, ...] = ()
    begins_line: bool = False

    @property
    def begins_with_i(self) -> bool:
        return self.words.startswith(("I ", "I'", "I’"))


def shape(text: str) -> Shape:
    """Return what kind of text `text` is."""
    line = flat(text)
    if not line or NOTHING.fullmatch(line):
        return "nothing"
    if (
        len(line.split()) > LONG
        or re.search(r"\n[ \t]*\n|^\s*[-*•]", text, re.MULTILINE)
        or not _is_latin(line)
    ):
        return "long"
    return "sentences" if all(is_sentence(each) for each in split(line)) else "fragment"


def is_no_answer(text: str) -> bool:
    """Whether `text`, told of what came back, says that nothing did."""
    return shape(text) == "nothing" or bool(NO_ANSWER.fullmatch(flat(text)))


def is_sentence(text: str) -> bool:
    """Whether `text` can stand as a sentence: it opens like one and has a verb, with or without its stop."""
    opens = text[:1].isupper() or text[:1] in "“\"'‘£" or text[:2] == "i " or text[:1].isdigit()
    has_verb = VERB.search(text) and (STOP.search(text) or PRONOUN.search(text))
    is_named = TITLED.match(text)
    subjects = (SUBJECT, LED_SUBJECT, SOMEBODY_DOES)
    has_subject = any(each.match(text) for each in subjects) and STOP.search(text)
    return bool(opens and (has_verb or is_named or has_subject))


def in_small(text: str) -> str:
    """Return `text` with a small first letter, to stand inside a sentence."""
    return f"{text[:1].lower()}{text[1:]}"


def after_could_not(text: str) -> str:
    """Return `text` as it ends "I could not …", begun in a small letter; "" where it does not end that."""
    small = in_small(text)
    return unstopped(small) if AFTER_COULD_NOT.fullmatch(small) else ""


def stopped(text: str) -> str:
    """Return `text` with a full stop where it has no end."""
    text = text.strip()
    return text if not text or STOP.search(text) else f"{text}."


def unstopped(text: str) -> str:
    """Return `text` without its closing full stop, to stand inside a sentence.

    A quotation at its end loses the stop inside it: the sentence around it brings its own.
    """
    text = text.strip()
    if QUOTED_STOP.search(text):
        return text[:-2] + text[-1]
    return text[:-1] if text.endswith(".") and not text.endswith("..") else text


def sentences_of(text: str, answer: str) -> tuple[Typed, ...]:
    """Return the sentences of one box; a long text, or one that is no sentence, is one whole.

    "leave the house. I had to stay close to a toilet" finishes a sentence of ours, and then says another.
    """
    kind = shape(text)
    if kind == "nothing":
        return ()
    if kind == "sentences":
        return tuple(Typed(each, answer) for each in split(text))
    first, *others = split(text)
    if kind == "fragment" and others and all(is_sentence(stopped(each)) for each in others):
        further = (Typed(each, answer, is_further=True) for each in others)
        return (Typed(first, answer, is_whole=True), *further)
    lines = tuple(filter(None, map(flat, text.splitlines()))) if kind == "long" else ()
    return (Typed(flat(text), answer, is_whole=True, lines=lines),)


def _of_lines(lines: Sequence[str], answer: str) -> tuple[Typed, ...]:
    """Return the sentences of several `lines`; none where there is one line, or a sentence goes over two."""
    said = [(at, split(line)) for at, line in enumerate(lines)]
    if len(said) < 2 or not _are_told([each for _, sentences in said for each in sentences]):
        return ()
    return tuple(
        Typed(each, answer, begins_line=at > 0 and place == 0)
        for at, sentences in said
        for place, each in enumerate(sentences)
    )


# What a sentence begins with that goes on to another hour or day.
GOES_ON = re.compile(
    r"(On|At|In|By|From|Next|The (next|same|following)|That|Then|When|After|Before|Since|Later|Two|Three)\b"
)


# What nobody understands who has not just read the sentence before: no paragraph begins with it.
POINTS_BACK = re.compile(r"(?:He|She|They|It|This) ")


@dataclass(frozen=True)
class Stretch:
    """How many sentences stand together before one that goes on to another hour or day, and at most."""

    few: int
    many: int


QUOTED_TOGETHER, TOLD_TOGETHER = Stretch(2, 4), Stretch(3, 6)


def parted(sentences: Iterable[Typed], together: Stretch = QUOTED_TOGETHER) -> tuple[tuple[Typed, ...], ...]:
    """Return an account in stretches of a few sentences, each begun where it goes on to another hour or day.

    A line that somebody began a new one with begins one here too, if more than a sentence stands before it.
    A long text that is made of sentences is taken apart between them; a list, or another script, is not.
    """
    told = [each for text in sentences for each in taken_apart(text)]
    has_lines = any(each.begins_line for each in told)
    stretches: list[list[Typed]] = []
    for at, each in enumerate(told):
        last = stretches[-1] if stretches else []
        is_long = len(last) >= (together.few if GOES_ON.match(each.words) else together.many)
        is_long = is_long and not (len(last) <= together.many and POINTS_BACK.match(each.words))
        goes_on = each.begins_line and len(last) > 1 if has_lines else is_long and at < len(told) - 1
        if not last or each.is_whole or last[-1].is_whole or goes_on:
            stretches.append([each])
        else:
            last.append(each)
    return tuple(tuple(each) for each in stretches)


def taken_apart(text: Typed) -> tuple[Typed, ...]:
    """Return the sentences of a long text that is made of them; a list, or another script, stays whole."""
    said = split(text.words)
    if not text.is_whole or not _is_latin(text.words) or not _are_told(said):
        return (text,)
    return _of_lines(text.lines, text.answer) or tuple(Typed(each, text.answer) for each in said)


def _are_told(said: Sequence[str]) -> bool:
    """Whether what was `said` in an account is sentences: "True, but not all of it." is, among others."""
    told = sum(is_sentence(each) or bool(NO_ANSWER.fullmatch(each)) for each in said)
    are_stopped = all(each[:1].isupper() and STOP.search(each) for each in said[:-1])
    return told == len(said) or (are_stopped and told >= AMONG_OTHERS * len(said))


@dataclass(frozen=True)
class Kept:
    """The typed sentences a letter has to print, in the order of their boxes, and those it leaves out."""

    sentences: tuple[Typed, ...]
    left_out: tuple[LeftOut, ...]

    def of(self, answer: str) -> tuple[Typed, ...]:
        """Return the sentences kept of the box `answer`."""
        return tuple(each for each in self.sentences if each.answer == answer)


def kept(boxes: Iterable[tuple[str, str]], *, says_it: Callable[[str, str], bool] | None = None) -> Kept:
    """Return the sentences of `boxes` (answer, text), without what another sentence says as well.

    `says_it` tells whether one says another: by what they are about, if nothing else is given. Of two the one
    with more numbers stays, then the longer, then the one that comes first.
    """
    told = [each for answer, text in boxes for each in _one_by_one(sentences_of(text, answer))]
    is_by_events = says_it is None
    compared = _compared(told) if is_by_events else {id(each): each.words for each in told}
    says_it = says_it or says
    strength = {id(each): (-len(marks(each.words)), -len(each.words), at) for at, each in enumerate(told)}
    led_on = _led_on(told)
    staying: list[Typed] = []
    left_out: list[LeftOut] = []
    for each in sorted(told, key=lambda typed: strength[id(typed)]):
        others = (one for one in staying if id(each) not in led_on and _may_say(one, each))
        other = next((one for one in others if says_it(compared[id(one)], compared[id(each)])), None)
        if other is None:
            staying.append(each)
        else:
            left_out.append(LeftOut(each.words, each.answer, "twice", other.words))
    staying.sort(key=lambda typed: strength[id(typed)][2])
    if is_by_events:
        left_out += _told_by_two(staying)
        staying = _without(left_out, staying)
        left_out += _told_by_the_account(staying)
        staying = _without(left_out, staying)
        left_out += _told_with_what_is_harder(staying)
        staying = _without(left_out, staying)
        left_out += _hanging_on(told, staying)
        staying = _with_what_they_point_to(told, _without(left_out, staying))
        left_out = _still_out(left_out, staying)
    return Kept(tuple(_whole_again(told, staying)), tuple(left_out))


def with_these(
    told: Kept, boxes: Iterable[tuple[str, str]], answers: Iterable[str], always: Collection[str] = ()
) -> Kept:
    """Return `told` with each of the boxes `answers` whole, of which the first sentence was not kept.

    What follows it, and a sentence of ours that says "that", would point to nothing. A box of `always` is
    whole whatever was left out of it. What the account has word for word stays out.
    """
    wanted = {*answers, *always}
    account = _account_of(told.sentences)
    texts = {answer: text for answer, text in boxes if answer in wanted and not is_within(text, account)}
    whole = {answer: sentences_of(text, answer) for answer, text in texts.items()}
    back = {
        answer: box
        for answer, box in whole.items()
        if box and (answer in always or not begins_with(told.of(answer), box))
    }
    others = (each for each in told.sentences if each.answer not in back)
    sentences = (*others, *(each for box in back.values() for each in box))
    return Kept(sentences, tuple(out for out in told.left_out if out.answer not in back))


def begins_with(staying: Sequence[Typed], box: Sequence[Typed]) -> bool:
    """Whether what stays of a box has its beginning."""
    return bool(staying) and box[0].words.startswith(staying[0].words)


def led_by(told: Kept, text: str, answer: str) -> Kept:
    """Return `told` with `text`, the box `answer`, before all else: it stands at the head of the letter.

    What tells the same at more length stays, as how it came about; the very words are told there alone.
    """
    first = sentences_of(text, answer) if text else ()
    led = [each for each in told.sentences if any(is_within(each.words, one.words) for one in first)]
    again = (LeftOut(each.words, each.answer, "twice", text) for each in led)
    others = (each for each in told.sentences if each not in led)
    return Kept((*first, *others), (*told.left_out, *again))


def without_what_all_tell(told: Kept, answer: str) -> Kept:
    """Return `told` without the box `answer`, if the others together hold its days, numbers and names.

    They have to tell half of it besides. It sums up what is told: a reader would read it a third time.
    """
    box = told.of(answer)
    others = " ".join(each.words for each in told.sentences if each.answer != answer)
    words = " ".join(each.words for each in box)
    if not tell_it_all(others, words):
        return told
    again = (LeftOut(each.words, answer, "twice", others) for each in box)
    return Kept(tuple(each for each in told.sentences if each not in box), (*told.left_out, *again))


def tell_it_all(others: str, words: str) -> bool:
    """Whether `others` hold the days, numbers and names of `words`, and tell half of them besides.

    A few words are too few to be told by others.
    """
    return len(stems(words)) > A_FEW_WORDS and tells_most_of(others, words)


def _without(left_out: list[LeftOut], told: list[Typed]) -> list[Typed]:
    gone = {(out.answer, out.words) for out in left_out}
    return [each for each in told if (each.answer, each.words) not in gone]


def _one_by_one(sentences: tuple[Typed, ...]) -> Iterator[Typed]:
    """Yield the sentences of a long text one by one, but for the account: that is told whole."""
    for each in sentences:
        yield from (each,) if _is_account(each) else taken_apart(each)


# What a reason stopped, what is harder and what papers show are told in short: they take no sentence out of
# the account.
IN_SHORT = frozenset({"effect", "disadvantage", "evidence_shows"})


def _may_say(other: Typed, each: Typed) -> bool:
    """Whether `other` may stand for `each`, if it tells the same."""
    is_in_short = other.answer.rpartition(".")[2] in IN_SHORT
    return other.answer != each.answer and not (is_in_short and _is_account(each))


def _is_account(text: Typed) -> bool:
    return text.answer.rpartition(".")[2] == ACCOUNT


def _account_of(told: Iterable[Typed]) -> str:
    """Return the sentences of the account among `told`, as one text."""
    return " ".join(each.words for each in told if _is_account(each))


def _whole_again(told: list[Typed], staying: list[Typed]) -> Iterator[Typed]:
    """Yield what stays, a long text of which nothing is left out as one whole again."""
    kept = set(map(id, staying))
    for _, box in groupby(told, key=lambda each: each.answer):
        sentences = list(box)
        said = [each for each in sentences if id(each) in kept]
        words = " ".join(each.words for each in said)
        if len(said) == len(sentences) > 1 and shape(words) == "long":
            yield Typed(words, said[0].answer, is_whole=True)
        else:
            yield from said


def _told_by_the_account(staying: list[Typed]) -> list[LeftOut]:
    """Return the sentences of other boxes that the account tells in several of its own."""
    account = _account_of(staying)
    others = (each for each in staying if account and not _is_account(each))
    return [
        LeftOut(each.words, each.answer, "twice", account)
        for each in others
        if len(stems(each.words)) > A_FEW_WORDS and says(account, each.words)
    ]


# What a sentence begins with that goes on from the one before it.
HANGS_ON = re.compile(
    r"(?:He|She|They|It|That|This|But|So|And|Then|The (?:woman|man|lady|person|other|one)"
    r"|I (?:was|am) with (?:him|her|them))\b"
)


def _led_on(told: list[Typed]) -> frozenset[int]:
    """Return which sentences of the account another goes on from: "I told the office. They said …"."""
    return frozenset(
        id(before)
        for before, each in pairwise(told)
        if _is_account(before) and _is_account(each) and HANGS_ON.match(each.words)
    )


def _hanging_on(told: list[Typed], staying: list[Typed]) -> list[LeftOut]:
    """Return the sentences that go on from one that is left out, where the account tells most of them."""
    kept = set(map(id, staying))
    account = _account_of(staying)
    return [
        LeftOut(each.words, each.answer, "twice", account)
        for before, each in pairwise(told)
        if before.answer == each.answer
        and not _is_account(each)
        and id(before) not in kept
        and id(each) in kept
        and HANGS_ON.match(each.words)
        and tells_most_of(account, each.words)
    ]


def _with_what_they_point_to(told: list[Typed], staying: list[Typed]) -> list[Typed]:
    """Return `staying` with the sentence that a "He …" or "This …" of a box points to."""
    kept = set(map(id, staying))
    for before, each in reversed(tuple(pairwise(told))):
        is_one_box = before.answer == each.answer and not _is_account(each)
        if is_one_box and id(each) in kept and POINTS_BACK.match(each.words):
            kept.add(id(before))
    return [each for each in told if id(each) in kept]


def _still_out(left_out: list[LeftOut], staying: list[Typed]) -> list[LeftOut]:
    said = {(each.answer, each.words) for each in staying}
    return [out for out in left_out if (out.answer, out.words) not in said]


def _told_by_two(told: list[Typed]) -> list[LeftOut]:
    """Return the sentences whose quotation another box has, and all else of them a third sentence as well."""
    staying = list(told)
    left_out = []
    for each in told:
        quoted = [quotation for quotation in quotations(each.words) if len(quotation.split()) > A_FEW_WORDS]
        others = [one for one in staying if one.answer != each.answer] if quoted else []
        quoting = [one for one in others if all(is_within(quotation, one.words) for quotation in quoted)]
        pairs = ((one, f"{one.words} {more.words}") for one in quoting for more in others if more is not one)
        found = next((one for one, both in pairs if says_all(both, each.words)), None)
        if found:
            staying.remove(each)
            left_out.append(LeftOut(each.words, each.answer, "twice", found.words))
    return left_out


def _told_with_what_is_harder(told: list[Typed]) -> list[LeftOut]:
    """Return why it should not be asked where what is harder tells most of it, and the account the rest.

    The two boxes stand side by side in one ground.
    """
    account = in_the_case.split(_account_of(told))
    harder = [each for each in told if each.answer.rpartition(".")[2] == "disadvantage"]
    left_out = []
    for each in told:
        if each.answer.rpartition(".")[2] != "why_not_required":
            continue
        others = ((one, f"{one.words} {more}") for one in harder for more in account)
        most = ((one, both) for one, both in others if is_half_in(one.words, each.words))
        found = next((one for one, both in most if says_all(both, each.words)), None)
        if found:
            left_out.append(LeftOut(each.words, each.answer, "twice", found.words))
    return left_out


def _compared(told: Iterable[Typed]) -> dict[int, str]:
    """Return each sentence as it is compared: "the 18th" is a day of the month that its box named before."""
    found: dict[int, str] = {}
    named: dict[str, Named] = {}
    for each in told:
        found[id(each)], named[each.answer] = in_one_way(each.words, named.get(each.answer))
    return found


def is_the_same(other: str, words: str) -> bool:
    """Whether two sentences are the same word for word: where each may be an event of its own."""
    return WORD.findall(other.lower()) == WORD.findall(words.lower())


def _is_latin(text: str) -> bool:
    if text.isascii():
        return True
    letters = [char for char in text if char.isalpha()]
    return not letters or sum(bool(LATIN.match(char)) for char in letters) * 2 >= len(letters)


def runs(sentences: Iterable[Typed]) -> Iterator[tuple[Typed, ...]]:
    """Yield `sentences` in stretches of the same kind: whole texts each alone, the others together."""
    waiting: list[Typed] = []
    for each in sentences:
        if each.is_whole:
            if waiting:
                yield tuple(waiting)
            waiting = []
            yield (each,)
        else:
            waiting.append(each)
    if waiting:
        yield tuple(waiting)
