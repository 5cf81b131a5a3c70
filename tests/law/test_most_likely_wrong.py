"""Words that must stand nowhere in the law's data; the facts themselves are sentences/most_likely_wrong.yaml."""

from __future__ import annotations

import pytest

from challenge_letters.law.data_files import HERE

TEXTS = "\n".join(path.read_text("utf-8") for path in sorted(HERE.rglob("*.yaml")))


def test_it_is_good_reason_and_never_good_cause() -> None:
    assert "good reason" in TEXTS
    assert "good cause" not in TEXTS


@pytest.mark.parametrize(
    "words",
    ["PH and SM", "Universal Jobmatch", "Article 77", "stops the clock", "UKUT 404", "Jobseeker's Direction"],
)
def test_what_is_no_longer_law_is_not_in_the_data(words: str) -> None:
    assert words not in TEXTS
