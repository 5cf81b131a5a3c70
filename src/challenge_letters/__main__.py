"""Lets `python -m challenge_letters` do what the command `challenge-letters` does."""

from challenge_letters.cli import main

main()
