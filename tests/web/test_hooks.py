"""Every hook docassemble specifies has an answer or a refusal: none is answered with None by accident."""

from __future__ import annotations

import inspect
from collections.abc import Callable

import pytest
from flask import Flask

from challenge_letters.web import hooks
from challenge_letters.web.bootstrap import docassemble
from challenge_letters.web.unsupported import Unsupported
from tests.phone import Phone

assert docassemble  # imports docassemble.base in the one place that prepares for it

from docassemble.base import hookspecs  # noqa: E402
from docassemble.base.plugin_manager import pm  # noqa: E402

ANSWERED = {
    *("get_default_language", "get_default_dialect", "get_default_locale", "get_default_voice"),
    *("get_default_country", "get_default_timezone", "get_configuration", "get_hostname", "get_debug_status"),
    *("get_main_page_parts", "get_default_table_class", "get_default_thead_class", "get_button_class_prefix"),
    *("secure_filename", "absolute_filename", "url_finder"),
}


def call(name: str) -> object:
    """Call a hook with None for every parameter."""
    parameters = inspect.signature(getattr(hookspecs, name)).parameters
    return getattr(pm.hook, name)(**dict.fromkeys(parameters))


def test_there_are_many_hooks() -> None:
    assert len(hooks.all_specified()) > 100


@pytest.mark.parametrize("name", sorted(set(hooks.all_specified()) - ANSWERED))
def test_a_hook_we_do_not_implement_refuses_by_name(name: str) -> None:
    with pytest.raises(Unsupported) as caught:
        call(name)
    assert caught.value.feature == name


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("get_default_language", "en"),
        ("get_default_timezone", "Europe/London"),
        ("get_default_country", "GB"),
        ("get_debug_status", False),
        ("get_default_dialect", None),
    ],
)
def test_hooks_we_implement(name: str, answer: object) -> None:
    assert call(name) == answer


@pytest.mark.parametrize("reference", ["exit", "login", "https://example.org/x.png", "static/logo.png"])
def test_urls_of_other_things_are_refused(reference: str) -> None:
    with pytest.raises(Unsupported):
        pm.hook.url_finder(file_reference=reference, kwargs={})


@pytest.mark.parametrize(
    "name", ["/etc/passwd", "docassemble.challenge_letters:../places.py", "docassemble.base:x.yml"]
)
def test_only_our_own_interview_files_are_found(name: str) -> None:
    assert pm.hook.absolute_filename(the_file=name) is None


CURRENCY = """
mandatory: True
question: ${ currency(1234.5) } and ${ currency(0) }, ${ currency_symbol() }
"""


def test_currency_needs_no_locale(small_app: Callable[[str], Flask], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    phone = Phone(small_app(CURRENCY).test_client())
    assert phone.begin().h1 == "£1,234.50 and £0.00, £"
