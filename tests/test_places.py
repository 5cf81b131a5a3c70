"""What is counted stays in one place: the figures of `make places` that may only fall."""

import pytest
import yaml

from tests.places import BEFORE, figures

HELD = yaml.safe_load(BEFORE.read_text("utf-8"))
RECORDED, AT_MOST = HELD["figures"], HELD["at_most"]
NOW = figures()


def test_every_figure_has_its_figure_from_before() -> None:
    assert list(NOW) == list(RECORDED)


@pytest.mark.parametrize("name", AT_MOST)
def test_what_was_brought_into_one_place_stays_there(name: str) -> None:
    assert NOW[name] <= AT_MOST[name] <= RECORDED[name]
