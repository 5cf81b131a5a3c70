"""What somebody typed on a page and has not sent: kept with their answers, and shown again (decision 0043).

A draft is no answer. Nothing but its own page ever reads it, and there it counts once the page is sent.
"""

from __future__ import annotations

from challenge_letters.interview.passwords import holds_a_password
from challenge_letters.web.accepting import with_indices
from challenge_letters.web.engine import Screen
from challenge_letters.web.form_fields import FormField, fields_of
from challenge_letters.web.form_values import Form

# For each field, what it is about and what stands in each of its inputs.
Draft = dict[str, tuple[str, dict[str, list[str]]]]
Drafts = dict[str, Draft]

# Far more than any page of answers.
LONGEST_DRAFT = 300_000
MOST_DRAFTS = 60


def draft_of(screen: Screen, form: Form) -> Draft:
    """Return what `form` holds for the fields of `screen`, but for words that seem to hold a password."""
    return {
        one.name: (_about(one, screen), {name: form.getlist(name) for name in form if _is_input(name, one)})
        for one in fields_of(screen.status)
        if one.variable and not holds_a_password(form.get(one.name, ""))
    }


def shown_again(draft: Draft, screen: Screen) -> Form:
    """Return what of `draft` still belongs on `screen`: a choice only while the same ones are offered."""
    found = Form()
    for one in fields_of(screen.status):
        about, inputs = draft.get(one.name, ("", {}))
        if about == _about(one, screen):
            for name, values in inputs.items():
                found.setlist(name, values)
    return found


def with_draft(drafts: Drafts, page: str, draft: Draft) -> Drafts:
    """Return `drafts` with that of `page` as the newest: the oldest go where there are too many."""
    others = {key: kept for key, kept in drafts.items() if key != page}
    newest = list(others.items())[-(MOST_DRAFTS - 1) :]
    return {**dict(newest), page: draft}


def is_too_long(draft: Draft) -> bool:
    """Say whether nobody can have typed so much on one page."""
    return sum(len(text) for _, inputs in draft.values() for texts in inputs.values() for text in texts) > (
        LONGEST_DRAFT
    )


def _is_input(name: str, one: FormField) -> bool:
    return name == one.name or name.startswith(f"{one.name}-")


def _about(one: FormField, screen: Screen) -> str:
    keys = [str(choice.key) for choice in one.choices]
    return repr((with_indices(one.variable, screen.variables), keys))
