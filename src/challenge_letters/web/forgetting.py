"""Deletes a session without making anybody wait, and tries again where the store could not do it."""

from __future__ import annotations

import logging
import threading
import time
from concurrent.futures import Future
from dataclasses import dataclass

from challenge_letters.web.keys import VisitorKeys
from challenge_letters.web.sessions import Store

LOG = logging.getLogger("challenge_letters.web")
# Seconds before each attempt. What is left after the last one is deleted when it expires.
PAUSES = (0, 2, 10, 30, 120)


@dataclass
class Forgetting:
    """The deletions of one store that run beside the requests."""

    store: Store

    def is_forgotten(self, keys: VisitorKeys, *, patience: float) -> bool:
        """Begin to delete the session and say whether that was done within `patience` seconds.

        It goes on, and is tried again, when the answer is no.
        """
        first: Future[None] = Future()
        threading.Thread(target=self._forget, args=(keys, first), daemon=True).start()
        try:
            first.result(timeout=patience)
        except Exception:
            return False
        return True

    def _forget(self, keys: VisitorKeys, first: Future[None]) -> None:
        for pause in PAUSES:
            time.sleep(pause)
            try:
                self.store.delete(keys)
            except Exception as fault:
                LOG.error("could not delete a session: %s", type(fault).__name__)
                if not first.done():
                    first.set_exception(fault)
                continue
            if not first.done():
                first.set_result(None)
            return
