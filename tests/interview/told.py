"""Each example told to the running interview once, for all tests that only read or download what came of it."""

from __future__ import annotations

from functools import cache

from tests import examples
from tests.interview.phones import new_walker
from tests.interview.walker import Walker


@cache
def told(example: str) -> Walker:
    """Return somebody who has told `example` and is on the last page. Press nothing and follow nothing with them."""
    return new_walker().tell(examples.case_of(example))
