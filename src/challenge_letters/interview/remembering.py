"""Remembers every page that was ever answered, so that going back loses nothing (decision 0041).

docassemble's Back takes the last answers off, and hands them to the next page only. Here what was told is
noted beside the answers. A page that falls due again is shown with what was told on it before, and counts
only once it is sent again. The bridge never reads what is noted.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from challenge_letters.interview.journey import Values, Visit
from challenge_letters.interview.stored_answers import owner_of, reader, variable

Told = dict[str, dict[str, Any]]
AskAgain = Callable[[str], object]


def told_by(answers: Any) -> Told:
    """Return what was told on each page, by `Visit.key`, as docassemble keeps it."""
    told: Told = vars(answers).setdefault("told", {})
    return told


def opened_by(answers: Any) -> set[str]:
    """Return the pages, by `Visit.key`, that were opened from a file and count without being sent again."""
    opened: set[str] = vars(answers).setdefault("opened", set())
    return opened


def bring_back(answers: Any, told_later: Told | None) -> None:
    """Note what was told on the pages that Back has just taken off; None where Back was not pressed."""
    if told_later:
        told_by(answers).update(told_later)


def remembering(answers: Any, ask_again: AskAgain) -> Callable[[Visit], Values]:
    """Return a reader that notes each page, and asks one that was told before again with what was told.

    `ask_again` is docassemble's force_ask(): it shows the question of a variable and does not return.
    """
    read = reader(answers)

    def remember(visit: Visit) -> Values:
        _show_again(answers, visit, ask_again)
        values = read(visit)
        owner = owner_of(answers, visit.path)
        told_by(answers)[visit.key] = {name: getattr(owner, name) for name in visit.page.attributes}
        return values

    return remember


def _show_again(answers: Any, visit: Visit, ask_again: AskAgain) -> None:
    before = told_by(answers).get(visit.key, {})
    owner = owner_of(answers, visit.path)
    missing = [name for name in visit.page.attributes if name not in vars(owner)]
    if not missing or not before.keys() >= set(missing):
        return
    for name in missing:
        setattr(owner, name, before[name])
    if visit.key in opened_by(answers):
        opened_by(answers).discard(visit.key)
        return
    ask_again(variable(visit, missing[0]))


def forget_items(answers: Any, path: str, first: int) -> None:
    """Forget what was told in the list at `path` ("problems/0/late"), from item number `first` on."""
    told = told_by(answers)
    for key in [key for key in told if _is_item_from(key, path, first)]:
        del told[key]


def _is_item_from(key: str, path: str, first: int) -> bool:
    number = key.removeprefix(f"{path}/").partition("/")[0]
    return key.startswith(f"{path}/") and number.isdigit() and int(number) >= first
