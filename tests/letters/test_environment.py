"""Templates cannot hurt anyone: the environment they are filled in is closed, strict and exact."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from jinja2 import TemplateError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment, SecurityError

from challenge_letters.case.people import Claimant
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.letters.environment import make_environment
from challenge_letters.letters.errors import TemplateMistake


def filled(template: str, **context: Any) -> str:
    return make_environment(lambda name: template).get_template("any").render(context)


def test_the_environment_is_sandboxed_and_knows_only_what_a_letter_needs() -> None:
    made = make_environment(lambda name: "")

    assert isinstance(made, ImmutableSandboxedEnvironment)
    assert set(made.globals) == {
        "day",
        "on_day",
        "pounds",
        "opened",
        "together",
        "quoted",
        "passing",
        "closed",
        "either",
        "no_words_for",
        "in_a_list",
        "papers_listed",
        "listed",
        "as_lines",
        "on_one_line",
    }
    assert "attr" not in made.filters


@pytest.mark.parametrize(
    "template",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ claimant.__init__.__globals__ }}",
        "{{ day.__globals__ }}",
        "{{ things.append('x') }}",
    ],
)
def test_a_template_cannot_reach_behind_the_answers(template: str) -> None:
    with pytest.raises((SecurityError, UndefinedError)):
        filled(template, claimant=Claimant(), things=[])


@pytest.mark.parametrize(
    "template",
    [
        "{{ 'a' * 9 }}",
        "{{ 9 ** 9 }}",
        "{{ '%9d' % 1 }}",
        "{{ 'a'.center(9) }}",
        "{{ '{:>9}'.format(1) }}",
        "{{ 'aa'.replace('a', 'aa') }}",
        "{% macro again() %}{{ again() }}{% endmacro %}{{ again() }}",
    ],
)
def test_a_template_cannot_make_much_of_little(template: str) -> None:
    with pytest.raises((SecurityError, RecursionError)):
        filled(template)


@pytest.mark.parametrize(
    "name", ["range(9)", "lipsum()", "cycler('a')", "dict(a=1)", "namespace()", "unknown"]
)
def test_a_name_that_is_not_an_answer_is_refused(name: str) -> None:
    with pytest.raises(TemplateError):
        filled(f"{{{{ {name} }}}}")


@pytest.mark.parametrize(
    "value", [None, True, 0.1, float("inf"), ["a"], ("a",), date(2027, 3, 2), RoughDay(2027, 3), Claimant()]
)
def test_only_words_whole_numbers_and_quarters_are_printed(value: Any) -> None:
    with pytest.raises(TemplateMistake):
        filled("{{ value }}", value=value)


@pytest.mark.parametrize(
    ("typed", "xml"),
    [
        ("Marks & Spencer <b>", "Marks &amp; Spencer &lt;b&gt;"),
        ("&amp;", "&amp;amp;"),
        ("{{ 7*7 }} {% x %} {_{", "{{ 7*7 }} {% x %} {_{"),
        ("[FILE 1] مرحبا 😀 Ŵ", "[FILE 1] مرحبا 😀 Ŵ"),
        ("</w:t></w:r>", "&lt;/w:t&gt;&lt;/w:r&gt;"),
        ("a\nb", 'a</w:t><w:br/><w:t xml:space="preserve">b'),
        ("a\r\nb\rc", 'a</w:t><w:br/><w:t xml:space="preserve">b</w:t><w:br/><w:t xml:space="preserve">c'),
        ("a\tb", 'a</w:t><w:tab/><w:t xml:space="preserve">b'),
        ("a\x07\x0b\x0c\x00\ud800\u202eb", "ab"),
        (28, "28"),
        (35.5, "35.5"),
    ],
)
def test_what_is_typed_is_printed_as_typed(typed: str | float, xml: str) -> None:
    assert filled("{{ value }}", value=typed) == xml


def test_what_is_typed_is_printed_once_only_through_an_include_and_a_join() -> None:
    sources = {"letter": '{{ a ~ " & " ~ a }}{% include "part" %}', "part": "{{ a }}"}

    text = make_environment(sources.__getitem__).get_template("letter").render(a="<\n")

    br = '</w:t><w:br/><w:t xml:space="preserve">'
    assert text == f"&lt;{br} &amp; &lt;{br}&lt;{br}"
