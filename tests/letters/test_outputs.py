"""What can be handed over in a case: which files, under which names, and everything in one file."""

from __future__ import annotations

import io
import zipfile

import pytest
from tests.examples import AS_AT, case_of, names, plan_of

from challenge_letters.letters.document_text import blocks
from challenge_letters.letters.outputs import LEFT_OUT, Output, left_out, outputs_of, packed_outputs
from challenge_letters.letters.pack import pack
from challenge_letters.plan.planning import make_plan

GIVES_AWAY = ("sanction", "abuse", "health", "hardship", "password-is")


def _named(example: str) -> dict[str, Output]:
    return {output.name: output for output in outputs_of(plan_of(example))}


def _packed(content: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(content))


@pytest.mark.parametrize(
    ("example", "files"),
    [
        (
            "missed-appointment-ill",
            [
                "mandatory-reconsideration.docx",
                "mandatory-reconsideration.txt",
                "mandatory-reconsideration.journal.txt",
                "what-to-do-now.docx",
                "what-to-do-now.txt",
                "dates.ics",
                "letters.zip",
            ],
        ),
        (
            "not-safe-at-home",
            [
                "letter-1.docx",
                "letter-1.txt",
                "what-to-do-now.docx",
                "what-to-do-now.txt",
                "letters.zip",
            ],
        ),
        ("claim-closed", ["what-to-do-now.docx", "what-to-do-now.txt", "dates.ics"]),
    ],
)
def test_these_files_are_there(example: str, files: list[str]) -> None:
    assert [name for name, output in _named(example).items() if output.is_offered] == files


def test_a_letter_nobody_asked_for_is_there_for_a_page_that_offers_it_and_not_in_the_pack() -> None:
    files = _named("missed-appointment-ill")

    assert not files["subject-access-request.docx"].is_offered
    assert blocks(files["subject-access-request.docx"].make())
    assert "subject-access-request.docx" not in _packed(files["letters.zip"].make()).namelist()


def test_where_home_is_not_safe_the_calendar_is_a_second_step() -> None:
    outputs = outputs_of(plan_of("not-safe-at-home"))

    assert [output.is_offered for output in outputs if output.about == "dates"] == [False]
    assert _named("missed-appointment-ill")["dates.ics"].is_offered


@pytest.mark.parametrize("example", names())
def test_no_file_name_tells_a_story(example: str) -> None:
    files = _named(example)

    assert [name for name in files if any(word in name for word in GIVES_AWAY)] == []
    words = {word.casefold() for word in case_of(example).claimant.name.split()}
    assert [name for name in files if words & set(name.replace("-", ".").split("."))] == []


def test_the_pack_holds_what_is_offered_and_not_the_answers() -> None:
    files = _named("two-decisions-adviser")
    with _packed(files["letters.zip"].make()) as package:
        inside = {name: package.read(name) for name in package.namelist()}

    assert inside == {
        name: each.make() for name, each in files.items() if each.is_offered and name != "letters.zip"
    } | {LEFT_OUT: inside[LEFT_OUT]}
    assert not any(name.endswith(".json") for name in inside)


def test_the_calendar_is_in_the_pack_of_somebody_not_safe_only_when_asked_for() -> None:
    plan = plan_of("not-safe-at-home")

    assert "dates.ics" not in _packed(packed_outputs(plan)).namelist()
    assert "dates.ics" in _packed(packed_outputs(plan, with_dates=True)).namelist()


def test_the_pack_says_what_is_not_in_it() -> None:
    told = "\n".join(left_out(plan_of("missed-appointment-ill")))

    assert "Your answers" in told
    assert "Subject access request: nobody has asked for it." in told
    assert told in _packed(_named("missed-appointment-ill")["letters.zip"].make()).read(LEFT_OUT).decode()
    assert any("calendar" in line for line in left_out(plan_of("not-safe-at-home")))
    assert not any("calendar" in line for line in left_out(plan_of("not-safe-at-home"), with_dates=True))
    held = plan_of("password-refuses-everything").held_back
    assert {each.why for each in held} <= {
        line.partition(": ")[2] for line in left_out(plan_of("password-refuses-everything"))
    }


def test_the_same_case_always_gives_the_same_bytes() -> None:
    first, again = (
        outputs_of(make_plan(case_of("two-decisions-adviser"), on=AS_AT))[-1].make() for _ in range(2)
    )

    assert first == again


def test_a_pack_says_nothing_of_when_or_where_it_was_made() -> None:
    with _packed(pack({"a.txt": b"one", "b.txt": b"two"})) as package:
        entries = package.infolist()

    assert [(entry.filename, entry.date_time, entry.comment, entry.extra) for entry in entries] == [
        ("a.txt", (1980, 1, 1, 0, 0, 0), b"", b""),
        ("b.txt", (1980, 1, 1, 0, 0, 0), b"", b""),
    ]


@pytest.mark.parametrize("example", names())
def test_every_word_file_can_be_read_and_names_nobody_in_its_properties(example: str) -> None:
    for name, output in _named(example).items():
        if name.endswith(".docx"):
            content = output.make()
            assert blocks(content)
            with _packed(content) as package:
                properties = package.read("docProps/core.xml").decode()
            assert not any(word in properties for word in case_of(example).claimant.name.split())
