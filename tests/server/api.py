"""A walk through the JSON API of a stock docassemble server, as another program would use it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import requests

from challenge_letters.case.case import Case
from challenge_letters.interview.journey import Journey, Visited
from challenge_letters.interview.pages import Answer
from challenge_letters.interview.stored_answers import variable
from challenge_letters.interview.texts import labels
from tests.examples import AS_AT
from tests.interview.walker import LostOnTheRoad
from tests.interview.walking import journey_for
from tests.server.shown import shown_by_api
from tests.server.stock import API_KEY, OURS
from tests.server.walks import DOWNLOADS, Taken, Walk, action_of, links_in

SECONDS = 60


class Session:
    """One session of the interview at `home`, reached with the key of the server's administrator."""

    def __init__(self, home: str, *, interview: str = OURS) -> None:
        self._home = home
        self._session = requests.Session()
        self._session.headers["X-API-Key"] = API_KEY
        self._known = {"i": interview}
        self._known |= self._get("/api/session/new").json()
        self.question: Mapping[str, Any] = self._get("/api/session/question").json()

    def answer(self, variables: Mapping[str, Any]) -> None:
        """Set `variables` and ask for the next question."""
        sent = {**self._known, "variables": variables, "question": 1}
        self.question = self._checked(
            self._session.post(f"{self._home}/api/session", json=sent, timeout=SECONDS)
        ).json()

    def act(self, action: str, arguments: Mapping[str, Any]) -> None:
        """Run an action of the interview and ask for the question that is due then."""
        self.take(action, arguments)
        self.question = self._get("/api/session/question").json()

    def take(self, action: str, arguments: Mapping[str, Any]) -> bytes:
        """Run an action of the interview and return the file it answers with."""
        sent = {**self._known, "action": action, "arguments": arguments}
        address = f"{self._home}/api/session/action"
        return self._checked(self._session.post(address, json=sent, timeout=SECONDS)).content

    def delete(self) -> None:
        """Delete the session."""
        self._checked(self._session.delete(f"{self._home}/api/session", params=self._known, timeout=SECONDS))

    def _get(self, path: str) -> requests.Response:
        return self._checked(self._session.get(self._home + path, params=self._known, timeout=SECONDS))

    def _checked(self, response: requests.Response) -> requests.Response:
        if response.status_code >= 400:
            raise LostOnTheRoad(f"the API answered {response.status_code}: {response.text[:300]}")
        return response


@dataclass
class ApiWalker:
    """Somebody who tells a case to the JSON API. `walk` is what was shown and taken."""

    session: Session
    walk: Walk = field(default_factory=Walk)

    def tell(self, case: Case) -> ApiWalker:
        """Answer every page of `case` and take everything that the last page offers."""
        self._answer_all(
            journey_for(case.model_copy(update={"records_request": None, "complaint": None}), AS_AT)
        )
        if case.records_request is not None:
            self._add("ask_for_records", case.model_copy(update={"complaint": None}))
        if case.complaint is not None:
            self._add("make_a_complaint", case)
        self._note("last")
        return self

    def _add(self, action: str, case: Case) -> None:
        self.session.act(action, {})
        self._answer_all(journey_for(case, AS_AT))

    def _answer_all(self, journey: Journey) -> None:
        for one in journey.visited:
            if one.visit.key not in self.walk.pages:
                self._answer(one)
        if journey.ending == "letters":
            self._note("check")
            self.session.answer({"a.has_checked": True})

    def _answer(self, one: Visited) -> None:
        asked = self.session.question.get("id")
        if asked != one.visit.page.id:
            raise LostOnTheRoad(f"{asked!r} is asked, not {one.visit.page.id!r}")
        self._note(one.visit.key)
        self.session.answer(variables_of(one))

    def _note(self, name: str) -> None:
        question = self.session.question
        self.walk.pages[name] = shown_by_api(question)
        for link in links_in(str(question.get("subquestionText") or "")):
            action = action_of(link.address)
            if action and DOWNLOADS.search(str(action["action"])):
                content = self.session.take(action["action"], action["arguments"])
                self.walk.files[f"{name}: {link.words}"] = Taken(link.name, content)


def variables_of(one: Visited) -> dict[str, Any]:
    """Return the variables that the answers of a page set."""
    return {
        variable(one.visit, name): value
        for answer in one.visit.page.answers
        for name, value in zip(answer.attributes, _values(answer, one), strict=True)
    }


def _values(answer: Answer, one: Visited) -> Iterable[Any]:
    value = one.values[answer.name]
    if answer.shape == "ticks":
        offered = one.visit.offered if one.visit.offered is not None else labels(answer.choices)
        return ({key: key in value for key in offered},)
    if answer.shape == "rough":
        return ("", value) if len(value) == len("2027-01") else (value, "")
    return (True if answer.shape == "read" else value,)
