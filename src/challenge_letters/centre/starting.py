"""Begins the folder of a centre: its details to fill in, and a page that says what else may lie there."""

from __future__ import annotations

from pathlib import Path

from challenge_letters.centre.details import FILE

DETAILS = """# The details of your centre. Words stand in quotation marks. Lines that begin with # are notes.
# `challenge-letters check --centre .` says which line is wrong.

name = ""
address = []                    # ["2 Market Square", "Testtown", "TE1 1AA"]
phone = ""
email = ""

# How your references look. {number} is the client's number; {year}, {yy}, {initials} are filled in as well.
reference = ""                  # "TAC/{yy}/{number}"

# Who signs where nobody else is named. Without it, the first adviser below.
signs = ""

# Whether a signed authority goes with every letter of yours.
authority_enclosed = false
# What else goes with every letter.
standard_enclosures = []

# What letterhead.docx says already, so that no letter repeats it: "name", "address", "phone", "email".
letterhead_shows = []

# To whom a client complains about your centre. It stands on the page "About this program" of the interview.
complaints = ""

# One of these for each adviser. What is left out is the centre's.
# [[advisers]]
# name = "Robin Adviser"
# initials = "RA"
# phone = ""
# email = ""
"""
ABOUT = """This folder is yours. An upgrade of challenge-letters never touches it.

centre.toml         your details: fill it in first
letterhead.docx     put your letterhead here, under this name: any Word file with a header and a footer. The
                    letter is set below what stands in it, or where it says {{ letter }}
letter_templates/   only what you word differently. `challenge-letters own complaint.docx --centre .` puts
                    ours here to be changed; `own onset-ill --centre .` one sentence of a composed letter

`challenge-letters check --centre .` says whether all of it can be used, and what an upgrade changed of ours
under yours.
"""


class FolderInUse(ValueError):  # noqa: N818 - the name says what is wrong
    """A folder that holds a centre already; the text is a sentence."""


def start_centre(folder: Path) -> tuple[Path, ...]:
    """Make the folder of a centre at `folder` and return the files made. Raises `FolderInUse`, `OSError`."""
    made = {folder / FILE: DETAILS, folder / "README.txt": ABOUT}
    if any(path.exists() for path in made):
        raise FolderInUse(f"{folder} is the folder of a centre already. It was left as it is.")
    (folder / "letter_templates").mkdir(parents=True, exist_ok=True)
    for path, text in made.items():
        path.write_text(text, encoding="utf-8")
    return tuple(made)
