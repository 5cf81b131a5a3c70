"""The errands of the comparison with a stock server, here alone: one that has lost its way is seen without that server."""

from __future__ import annotations

import pytest

from tests.examples import AS_AT
from tests.interview.phones import app
from tests.phone import Phone
from tests.server.errands import ERRANDS
from tests.server.walks import Watching


@pytest.mark.parametrize("errand", list(ERRANDS))
def test_an_errand_finds_its_way_and_sees_more_than_one_page(errand: str) -> None:
    walker = Watching(Phone(app().test_client()), AS_AT).begin()
    ERRANDS[errand](walker)
    assert len(walker.walk.pages) > 1
