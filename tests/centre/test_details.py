"""centre.toml: what it may say, and which line is wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from challenge_letters.centre.details import UnreadableCentre, parsed_centre, read_centre
from challenge_letters.centre.signing import UnknownAdviser, reference_of, signed_by
from challenge_letters.centre.starting import FolderInUse, start_centre
from tests.centre.conftest import DETAILS
from tests.examples import case_of

ON = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('name = "A"\nphnoe = "1"', "centre.toml, line 2, phnoe: There is no such key. Did you mean phone?"),
        ('name = "A"\nphone = "none"', "centre.toml, line 2, phone: A phone number has numbers in it"),
        ("phone = '1'\nname = ''", "centre.toml, line 2, name: Please answer this."),
        ("phone = '1'", "centre.toml, name: Please answer this."),
        (
            'name = "A"\naddress = "2 Market Square"',
            "line 2, address: Please write a list in square brackets",
        ),
        ('name = "A"\nsigns = "Jo"', "line 2, signs: No adviser in this file is called Jo."),
        ('name = "A"\nreference = "A/{month}"', "line 2, reference: {month} cannot stand in a reference."),
        ('name = "A"\nreference = "A/{0.__class__}"', "{0.__class__} cannot stand in a reference."),
        (
            'name = "A"\nletterhead_shows = ["logo"]',
            "letterhead_shows (1): “logo” is not one of these: name, address, phone, email",
        ),
        ("name = “Testtown”", "line 1: the quotation marks are curly. Type straight ones"),
        ('name = "A"\nauthority_enclosed = yes', "line 2: write true or false, without quotation marks"),
        (
            'name = "A"\n[advisers]\nname = "B"',
            "line 2, advisers: Write [[advisers]], in double square brackets",
        ),
        (
            'name = "A"\n[[advisers]]\nname = "B"\n\n[[advisers]]\nname = "C"\nemail = "nowhere"',
            "centre.toml, line 7, advisers (2) email: An e-mail address has an @",
        ),
        (
            'name = "A"\n[[advisers]]\nemial = "b@example.org"',
            "line 3, advisers (1) emial: There is no such key.",
        ),
        ("name = Testtown", "centre.toml, line 1: this line cannot be read."),
        ('name = "A"\nname = "B"', "or a key stands there twice."),
        ('name = "A"\nname = "B"\nphone = ""', "centre.toml, line 2: this line cannot be read."),
    ],
)
def test_a_mistake_is_named_by_key_and_line(text: str, sentence: str) -> None:
    with pytest.raises(UnreadableCentre) as caught:
        parsed_centre(text)

    assert sentence in str(caught.value)


def test_every_mistake_is_told_at_once() -> None:
    with pytest.raises(UnreadableCentre) as caught:
        parsed_centre('name = ""\nphone = "none"\nemail = "nowhere"')

    assert len(caught.value.mistakes) == 3


def test_a_new_folder_says_what_to_fill_in_and_is_never_written_over(tmp_path: Path) -> None:
    made = start_centre(tmp_path / "new")
    details = made[0].read_text(encoding="utf-8")

    with pytest.raises(UnreadableCentre, match=r"line 4, name: Please answer this\."):
        read_centre(tmp_path / "new")
    made[0].write_text(details.replace('name = ""', 'name = "A Centre"', 1), encoding="utf-8")
    assert read_centre(tmp_path / "new").name == "A Centre"
    with pytest.raises(FolderInUse):
        start_centre(tmp_path / "new")


def test_an_advisers_case_gets_what_it_leaves_empty_and_keeps_what_it_says() -> None:
    case = case_of("adviser-warned-child-ill")
    bare = case.model_copy(update={"writer": case.writer.model_copy(update={"address": (), "phone": ""})})

    writer = signed_by(bare, parsed_centre(DETAILS), on=ON).writer

    assert (writer.name, writer.reference, writer.email) == (
        "Robin Adviser",
        "TAC/26/301",
        "robin@example.org",
    )
    assert (writer.address, writer.phone) == (("2 Market Square", "Testtown", "TE1 1AA"), "01632 960 040")


def test_a_claimants_case_stays_theirs_unless_somebody_is_named_to_sign() -> None:
    case, centre = case_of("missed-appointment-ill"), parsed_centre(DETAILS)

    assert signed_by(case, centre, on=ON) == case
    signed = signed_by(case, centre, on=ON, adviser="lc", reference="17")

    assert (signed.writer.kind, signed.writer.name, signed.writer.reference) == (
        "adviser",
        "Lee Counsel",
        "TAC/26/17",
    )
    assert [each.what for each in signed.problems[0].evidence][-1] == "Form of authority"
    with pytest.raises(UnknownAdviser, match=r"Known are: Robin Adviser, Lee Counsel\."):
        signed_by(case, centre, on=ON, adviser="Jo")


@pytest.mark.parametrize(("given", "shown"), [("301", "TAC/26/301"), ("TAC/25/7", "TAC/25/7"), ("", "")])
def test_a_bare_number_is_set_into_the_pattern_of_references(given: str, shown: str) -> None:
    assert reference_of(given, parsed_centre(DETAILS), None, on=ON) == shown
