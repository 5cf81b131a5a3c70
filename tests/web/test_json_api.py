"""The JSON API: what it answers, to whom, how often, and that nothing is kept."""

from __future__ import annotations

import io
import json
import logging
import zipfile
from dataclasses import replace
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from challenge_letters.case.case import Case
from challenge_letters.web.app import create_app
from challenge_letters.web.json_api import NoToken, Pace, api, openapi, token_from_environment
from challenge_letters.web.protection import LARGEST_REQUEST
from challenge_letters.web.settings import Settings
from tests.examples import FOLDER, case_of, names

TOKEN = "a-token-that-nobody-guesses"
ON = "2026-11-23"
ILL: dict[str, Any] = json.loads((FOLDER / "missed-appointment-ill.json").read_text(encoding="utf-8"))


def client(pace: Pace | None = None) -> FlaskClient:
    app = Flask("api")
    app.config["MAX_CONTENT_LENGTH"] = LARGEST_REQUEST
    app.register_blueprint(api(TOKEN, pace=pace or Pace(most=10_000)))
    return app.test_client()


def post(path: str, body: Any, *, token: str = TOKEN, of: FlaskClient | None = None) -> Any:
    content = body if isinstance(body, bytes) else json.dumps(body)
    return (of or client()).post(
        f"/api/v1/{path}", data=content, headers={"Authorization": f"Bearer {token}"}
    )


def test_a_good_case_is_valid_and_a_bad_one_is_told_place_by_place() -> None:
    bad = {**ILL, "nation": "atlantis", "benefit": "tax-credit"}

    assert post("validate", {"case": ILL}).get_json() == {"valid": True, "mistakes": []}
    answer = post("validate", {"case": bad}).get_json()
    assert [mistake["path"] for mistake in answer["mistakes"]] == [["nation"], ["benefit"]]
    assert answer["mistakes"][0]["sentence"] == "This is not one of the answers we can use: atlantis."


def test_a_plan_is_the_one_the_command_line_prints() -> None:
    answer = post("plan", {"case": ILL, "on": ON})

    assert answer.status_code == 200
    assert answer.get_json()["now"] == "mandatory-reconsideration"
    assert answer.get_json()["deadlines"][0]["date"] == "2026-12-02"


@pytest.mark.parametrize("form", ["docx", "text"])
def test_a_letter_comes_as_a_word_file_or_as_text(form: str) -> None:
    answer = post("letter", {"case": ILL, "on": ON, "kind": "mandatory-reconsideration", "form": form})

    assert answer.status_code == 200
    if form == "docx":
        assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(answer.data)).namelist()
    else:
        assert "migraine" in answer.get_data(as_text=True)


def test_the_schema_is_that_of_a_case() -> None:
    answer = client().get("/api/v1/schema", headers={"Authorization": f"Bearer {TOKEN}"})

    assert answer.get_json() == Case.model_json_schema()


@pytest.mark.parametrize(
    ("path", "body", "status", "sentence"),
    [
        ("plan", b"{", 400, "The body is not JSON."),
        ("plan", b"[" * 100_000, 400, "The body is not JSON."),
        ("plan", b"\xff", 400, "The body is not JSON."),
        ("plan", [], 400, "with the case file under"),
        ("plan", {"case": ILL, "password": "x"}, 400, "Known here are case, on only."),
        ("plan", {"case": ILL, "on": "23/11/2026"}, 400, "is a day like 2026-11-23"),
        ("plan", {"case": ILL, "on": 5}, 400, "is a day like 2026-11-23"),
        ("plan", {"case": {"format": 2}}, 422, "The case cannot be used."),
        ("letter", {"case": ILL, "kind": "poem"}, 400, "is one of: mandatory-reconsideration"),
        ("letter", {"case": ILL, "kind": "mp", "form": "pdf"}, 400, "is one of: docx, text."),
        (
            "letter",
            {"case": ILL, "on": ON, "kind": "password-reply"},
            422,
            "anyone asked for a password",
        ),
    ],
)
def test_a_request_that_cannot_be_answered_earns_a_sentence(
    path: str, body: Any, status: int, sentence: str
) -> None:
    answer = post(path, body)

    assert (answer.status_code, sentence in answer.get_json()["error"]) == (status, True)


@pytest.mark.parametrize("header", [None, "Bearer", "Bearer wrong", f"Basic {TOKEN}", "Bearer é"])
def test_without_the_token_nothing_is_answered(header: str | None) -> None:
    headers = {"Authorization": header} if header else {}

    answers = [
        client().get("/api/v1/schema", headers=headers),
        *(client().post(f"/api/v1/{path}", headers=headers) for path in ("validate", "plan", "letter")),
    ]

    assert {answer.status_code for answer in answers} == {401}
    assert answers[0].headers["WWW-Authenticate"] == "Bearer"


def test_more_than_a_million_bytes_are_refused() -> None:
    answer = post("validate", b" " * (LARGEST_REQUEST + 1))

    assert (answer.status_code, answer.get_json()["mistakes"]) == (413, [])


def test_more_requests_than_allowed_in_a_minute_have_to_wait() -> None:
    now = [0.0]
    caller = client(Pace(most=2, clock=lambda: now[0]))

    statuses = [post("validate", {"case": ILL}, of=caller).status_code for _ in range(3)]
    now[0] = 61.0

    assert statuses == [200, 200, 429]
    assert post("validate", {"case": ILL}, of=caller).status_code == 200


def test_a_wrong_token_uses_up_nobodys_requests() -> None:
    caller = client(Pace(most=1))
    post("validate", {"case": ILL}, token="wrong", of=caller)

    assert post("validate", {"case": ILL}, of=caller).status_code == 200


def test_no_answer_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        post("letter", {"case": ILL, "on": ON, "kind": "mandatory-reconsideration"})
        post("plan", {"case": {**ILL, "nation": "migraine"}})

    assert "migraine" not in caplog.text
    assert "Ada Example" not in caplog.text


@pytest.mark.parametrize("example", names())
def test_every_example_is_valid(example: str) -> None:
    assert post(
        "validate", {"case": case_of(example).model_dump(mode="json", exclude_unset=True)}
    ).get_json()["valid"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=8,
)
KEYS = st.sampled_from(sorted(Case.model_fields))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(facts=st.dictionaries(KEYS, JSON, max_size=4))
def test_whatever_stands_in_a_case_no_request_fails(facts: dict[str, Any]) -> None:
    caller = client()
    for path in ("validate", "plan"):
        answer = post(path, {"case": {**ILL, **facts}}, of=caller)
        assert answer.status_code in (200, 400, 422)
        assert answer.is_json


def test_the_description_names_every_route_and_what_it_refers_to() -> None:
    found = openapi()
    rules = {str(rule) for rule in client().application.url_map.iter_rules() if str(rule).startswith("/api")}

    assert {f"/api/v1{path}" for path in found["paths"]} == rules - {"/api/v1/openapi.json"}
    named = set(json.dumps(found).split('"#/components/schemas/')[1:])
    assert {name.split('"')[0] for name in named} <= set(found["components"]["schemas"])
    assert client().get("/api/v1/openapi.json").status_code == 200


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "plan", 405), ("POST", "nothing", 404)])
def test_a_program_that_asks_wrongly_is_answered_as_a_program(
    settings: Settings, method: str, path: str, status: int
) -> None:
    served = create_app(replace(settings, api_token=TOKEN)).test_client()
    answer = served.open(f"/api/v1/{path}", method=method, headers={"Authorization": f"Bearer {TOKEN}"})

    assert (answer.status_code, answer.is_json) == (status, True)
    assert answer.get_json()["error"].endswith(".")
    assert ("POST" in answer.headers.get("Allow", "")) is (status == 405)


def test_whatever_is_asked_about_can_be_judged() -> None:
    body = openapi()["paths"]["/validate"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    assert body["properties"]["case"] == {"type": "object"}


@pytest.mark.parametrize("token", ["", "short", "é" * 30])
def test_a_token_that_can_be_guessed_is_refused(token: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHALLENGE_LETTERS_API_TOKEN", token)

    with pytest.raises(NoToken):
        token_from_environment()
