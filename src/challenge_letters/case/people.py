"""Who the letter is about, who writes it, and how it is safe to reach them."""

from __future__ import annotations

from typing import Literal

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from challenge_letters.case.fields import (
    Address,
    Day,
    Email,
    Facts,
    Line,
    NationalInsuranceNumber,
    Phone,
    YesNo,
)
from challenge_letters.case.messages import message

Nation = Literal["england", "wales", "scotland", "northern-ireland"]
WriterKind = Literal["claimant", "helper", "adviser", "appointee"]


class Claimant(Facts):
    """The person whose benefit it is. Everything may be left empty and written in by hand."""

    name: Line = ""
    earlier_names: Line = ""
    address: Address = ()
    national_insurance_number: NationalInsuranceNumber = ""
    date_of_birth: Day | None = None
    phone: Phone = ""
    email: Email = ""


class Writer(Facts):
    """Who makes the letter: the claimant, a friend who helps, an adviser, or an appointee.

    A helper needs no name: the claimant signs. An adviser signs for a client, unless `client_signs`: then the
    letter is the client's own and names the adviser. An appointee signs as such.
    `calls_them`: what a letter that is signed for the claimant calls them: "Ms Sample", "Milo".
    `authority_enclosed`: the claimant has signed an authority for the adviser, and it goes with the letter.
    """

    kind: WriterKind = "claimant"
    name: Line = ""
    organisation: Line = ""
    reference: Line = ""
    address: Address = ()
    phone: Phone = ""
    email: Email = ""
    calls_them: Line = ""
    authority_enclosed: bool = False
    client_signs: bool = False

    @model_validator(mode="after")
    def _is_named(self) -> Writer:
        if self.kind == "appointee" and not self.name:
            raise PydanticCustomError("appointee-name", message("appointee-name"))
        if self.kind == "adviser" and not (self.name or self.organisation):
            raise PydanticCustomError("adviser-name", message("adviser-name"))
        return self


class SafeContact(Facts):
    """Whether somebody else may see post, phone or account, and how to reach the person safely.

    "Prefer not to say" is treated as "yes": nothing is printed that has not been given as safe.
    """

    others_see: Literal["no", "yes", "prefer-not-to-say"] = "no"
    post_is_safe: YesNo = "not-known"
    phone_is_safe: YesNo = "not-known"
    account_is_safe: YesNo = "not-known"
    reply_only_by: Line = ""
    say_could_not_attend_safely: bool = False

    @property
    def is_at_risk(self) -> bool:
        return self.others_see != "no"

    @property
    def may_print_address(self) -> bool:
        return self._may_use(self.post_is_safe)

    @property
    def may_print_phone(self) -> bool:
        return self._may_use(self.phone_is_safe)

    @property
    def may_use_account(self) -> bool:
        return self._may_use(self.account_is_safe)

    def _may_use(self, is_safe: YesNo) -> bool:
        """Say whether a way may be used: "no" is always heeded, and at risk only "yes" is enough."""
        return is_safe == "yes" if self.is_at_risk else is_safe != "no"


class Contact(Facts):
    """How they may contact the person about this letter, and what the person needs.

    `decide_quickly` is why a decision cannot wait, in the person's words: never an argument of the case.
    """

    ways: tuple[Literal["phone", "journal", "post"], ...] = ()
    phone_when: Line = ""
    not_by_phone: bool = False
    interpreter: Line = ""
    large_print: bool = False
    other_needs: Line = ""
    decide_quickly: Line = ""


class JointClaim(Facts):
    """A claim together with a partner. The letter speaks for the one who is said not to have done something.

    `partner` is the other one, and `partner_signs` whether they ask for the same and sign too.
    """

    partner: Line = ""
    partner_signs: bool = False


class Translation(Facts):
    """Who put the person's words into the language of the letter, and when; no name: nobody did."""

    by: Line = ""
    on: Day | None = None
