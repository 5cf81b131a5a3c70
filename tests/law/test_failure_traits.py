"""Traits of failures: each is explained, each belongs to some kind, and a wrong name is never silence."""

import pytest

from challenge_letters.law.data_files import read
from challenge_letters.law.errors import UnknownKind
from challenge_letters.law.failure_traits import failures_with
from challenge_letters.law.levels import FAILURES

TRAITS = read("failures.yaml")["traits"]


def test_every_trait_of_a_failure_is_explained_and_used() -> None:
    used = {
        trait for record in read("failures.yaml")["failures"].values() for trait in record.get("traits", ())
    }

    assert used == set(TRAITS)
    assert all(str(meaning).endswith(".") for meaning in TRAITS.values())


@pytest.mark.parametrize("trait", TRAITS)
def test_a_trait_names_kinds_of_failure(trait: str) -> None:
    assert failures_with(trait)
    assert failures_with(trait) <= set(FAILURES)


def test_an_unknown_trait_is_refused() -> None:
    with pytest.raises(UnknownKind, match="appointment"):
        failures_with("rebookabel")


def test_only_what_is_at_the_low_level_runs_until_it_is_done() -> None:
    assert {FAILURES[kind]["universal-credit"] for kind in failures_with("open-until-done")} == {"low"}
