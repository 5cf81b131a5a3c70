"""Where a typed sentence ends: after its stop, and not after a title that is written short."""

from __future__ import annotations

import pytest

from challenge_letters.case.sentences import split, without


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("I rang. Nobody answered.", ("I rang.", "Nobody answered.")),
        ("I saw Mr. Smith. He wrote it down.", ("I saw Mr. Smith.", "He wrote it down.")),
        ("Dr. Okafor and Mrs. Lane know of it.", ("Dr. Okafor and Mrs. Lane know of it.",)),
        ("I live at St. Mary's Road.", ("I live at St. Mary's Road.",)),
        ("Some firms, e.g. Tesco, wrote back.", ("Some firms, e.g. Tesco, wrote back.",)),
        ("I was there at 9 a.m. Nobody came.", ("I was there at 9 a.m.", "Nobody came.")),
        ("They said no. I asked again.", ("They said no.", "I asked again.")),
        ("I rely on reg. 98 and para. 5 of Sch. 2.", ("I rely on reg. 98 and para. 5 of Sch. 2.",)),
        ("You put me in Group B. You never said why.", ("You put me in Group B.", "You never said why.")),
        ("I have hepatitis C. Doctors know of it.", ("I have hepatitis C.", "Doctors know of it.")),
        ("“Come at ten.” I came at ten.", ("“Come at ten.”", "I came at ten.")),
    ],
)
def test_a_text_is_taken_apart_after_each_stop(text: str, sentences: tuple[str, ...]) -> None:
    assert split(text) == sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            'I wrote: "Sorry I missed this. Can I come tomorrow?" Nobody answered.',
            ('I wrote: "Sorry I missed this. Can I come tomorrow?"', "Nobody answered."),
        ),
        ("He said “Sit down. Wait.” and left. I sat.", ("He said “Sit down. Wait.” and left.", "I sat.")),
        ("He said “Sit down. I sat. He left.", ("He said “Sit down.", "I sat.", "He left.")),
        ('It is 5" deep. Mine is 6" deep. I rang.', ('It is 5" deep.', 'Mine is 6" deep.', "I rang.")),
        ('He said "no and left. Then "Yes. Fine."', ('He said "no and left.', 'Then "Yes. Fine."')),
    ],
)
def test_a_quotation_is_never_cut(text: str, sentences: tuple[str, ...]) -> None:
    assert split(text) == sentences


def test_a_sentence_with_a_quotation_is_left_out_whole() -> None:
    text = 'I was ill.\n\nI wrote: "Sorry.\nI forgot."\n\nI rang.'

    assert without(text, lambda each: "forgot" in each) == "I was ill.\n\nI rang."
