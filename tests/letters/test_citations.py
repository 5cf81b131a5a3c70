"""The list of points is the one that the templates give, written as `make citations` writes it."""

from tests.letters.citations import FILE, citations


def test_the_list_is_what_the_templates_give() -> None:
    assert FILE.read_text("utf-8") == citations()
