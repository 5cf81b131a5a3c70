"""What is counted stays in one place: the figures of `make places` that may only fall."""

from collections.abc import Mapping
from functools import cache

import pytest
import yaml

from tests.places import BEFORE, figures

HELD = yaml.safe_load(BEFORE.read_text("utf-8"))
RECORDED, AT_MOST = HELD["figures"], HELD["at_most"]


@cache
def now() -> Mapping[str, float]:
    """Return the figures, counted when the first test asks: every worker reads this file, and few try it."""
    return figures()


def test_every_figure_has_its_figure_from_before() -> None:
    assert list(now()) == list(RECORDED)


@pytest.mark.parametrize("name", AT_MOST)
def test_what_was_brought_into_one_place_stays_there(name: str) -> None:
    assert now()[name] <= AT_MOST[name] <= RECORDED[name]
