"""The demand that an answer is written to, as the parts of that answer see it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from challenge_letters.argument.demand_words import refuses, what_you_did
from challenge_letters.argument.own_word import stands_plain
from challenge_letters.argument.replying import Reply
from challenge_letters.argument.sentences import Sentence
from challenge_letters.argument.typed import stopped
from challenge_letters.case.problems import AccountDemand, Stance
from challenge_letters.plan.addressed import person_addressed, who_demanded

# What is asked for that holds no password: there is none to keep secure, and none to change.
WITHOUT_A_PASSWORD = ("device", "job-site-permission")
# What somebody wanted done for the person, not checked: the answer is to do it oneself.
TO_DO = ("send-cv", "apply", "alerts")


@dataclass(frozen=True, kw_only=True)
class Demanded(Reply):
    """The demand that a letter answers."""

    demand: AccountDemand

    @property
    def has_handed_over(self) -> bool:
        return self.demand.handed_over is not None

    @property
    def stance(self) -> Stance:
        """What the person says about giving it: as was ticked, else as it was typed."""
        if self.demand.stance == "not-known" and refuses(self.demand):
            return "will-not"
        return self.demand.stance

    @property
    def purpose(self) -> str:
        """What was to be done with the log-in for the person; "" where it was to look at something."""
        return self.demand.purpose if self.demand.purpose in TO_DO else ""

    @property
    def has_no_password(self) -> bool:
        return self.demand.wanted in WITHOUT_A_PASSWORD

    @property
    def takes_it_back(self) -> bool:
        """Whether the person takes back what they said when it was asked for."""
        return self.demand.takes_it_back and self.demand.told_them is not None

    @cached_property
    def person(self) -> str:
        """Whom the letter greets, and says "you" of; "" where it goes to an office or a company."""
        return person_addressed(who_demanded(self.demand))

    @property
    def is_from_you(self) -> bool:
        """Whether whoever the letter greets has asked."""
        return bool(self.person) and self.demand.asker.startswith(self.person)

    @property
    def that(self) -> Sentence:
        """Return "that password": what was asked for, once a sentence before has named it."""
        return Sentence(f"that-{self.demand.wanted}")

    def what_you_did(self, words: str) -> str:
        """Return the sentence `words` about whoever is written to, as it goes on after "you"; else ""."""
        did = what_you_did(stopped(words), self.person)
        return did if stands_plain(did, self.voice) else ""

    def is_of_you(self, words: str) -> bool:
        """Whether the letter tells `words` of "you": what was typed stands in it without the name."""
        return bool(words and self.what_you_did(words))

    def as_told(self, words: str, answer: str) -> Sentence:
        """Return `words` as a sentence of their own, or as what the client says."""
        did = self.what_you_did(words)
        if did:
            return self.say("you-did", answer, words=did)
        wording = "typed" if stands_plain(words, self.voice) else "client-says"
        return self.say(wording, answer, words=stopped(words))
