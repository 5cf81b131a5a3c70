"""Walks the commonest interview once, inside one build, and prints what a browser would send, page by page.

Run as a program in that build's tree, so that its own pages, labels and stories are used.
"""

from __future__ import annotations

import json
import sys
from typing import Any


def main() -> None:
    """Print the forms in order, as JSON: [[name, value], …] for each page."""
    from tests.interview import test_walks  # noqa: PLC0415
    from tests.interview.phones import new_walker  # noqa: PLC0415
    from tests.interview.walker import CARRY_ON  # noqa: PLC0415

    walker = new_walker()
    sent: list[list[tuple[str, str]]] = []
    post = walker.phone.client.post

    def noted(address: str, data: Any = None, **more: Any) -> Any:
        if address == "/interview":
            pairs = [(name, one) for name, held in data.items() for one in held]
            sent.append([pair for pair in pairs if pair[0] not in ("csrf", "page")])
        return post(address, data=data, **more)

    walker.phone.client.post = noted
    test_walks._take(walker, test_walks._walk("commonest"))
    walker.phone.press(CARRY_ON)
    json.dump(sent, sys.stdout)


if __name__ == "__main__":
    main()
