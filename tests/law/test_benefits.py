"""What a benefit has: every trait is explained and belongs to one, and a wrong name is never silence."""

import pytest

from challenge_letters.law.benefits import BENEFITS, has
from challenge_letters.law.data_files import read
from challenge_letters.law.errors import UnknownBenefit, UnknownKind

TRAITS = read("benefits.yaml")["traits"]


def test_every_trait_is_explained_and_some_benefit_has_it() -> None:
    used = {trait for record in read("benefits.yaml")["benefits"].values() for trait in record["has"]}

    assert used == set(TRAITS)
    assert all(meaning.endswith(".") for meaning in TRAITS.values())


def test_a_journal_and_hardship_payments_are_of_universal_credit_alone() -> None:
    assert [benefit for benefit in BENEFITS if has(benefit, "online-account")] == ["universal-credit"]
    assert [benefit for benefit in BENEFITS if has(benefit, "hardship-payments")] == ["universal-credit"]
    assert not has("universal-credit", "beside-universal-credit")


def test_an_unknown_trait_or_benefit_is_refused() -> None:
    with pytest.raises(UnknownKind, match="online-account"):
        has("universal-credit", "journal")
    with pytest.raises(UnknownBenefit):
        has("older", "online-account")
