"""A nation is data: its legal system, and what there is under it, each trait explained and some system's."""

import pytest

from challenge_letters.law.data_files import read
from challenge_letters.law.errors import UnknownKind, UnknownNation
from challenge_letters.law.nations import LEGAL_SYSTEMS, NATIONS, system_of

HELD = read("nations.yaml")


def test_every_nation_is_under_a_legal_system_and_every_system_has_a_nation() -> None:
    assert {system_of(nation).id for nation in NATIONS} == set(LEGAL_SYSTEMS)


def test_every_trait_is_explained_and_some_legal_system_has_it() -> None:
    used = {trait for record in HELD["legal_systems"].values() for trait in record["has"]}

    assert used == set(HELD["traits"])
    assert all(meaning.endswith(".") for meaning in HELD["traits"].values())


def test_an_unknown_nation_or_trait_is_refused() -> None:
    with pytest.raises(UnknownNation):
        system_of("cornwall")
    with pytest.raises(UnknownKind, match="equality-claims"):
        system_of("wales").has("a-parliament")


@pytest.mark.parametrize(
    ("nation", "office"), [("wales", "jobcentre"), ("northern-ireland", "Jobs & Benefits office")]
)
def test_the_local_office_has_its_name(nation: str, office: str) -> None:
    assert system_of(nation).office == office
