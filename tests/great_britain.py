"""Words that belong to Great Britain alone: nobody in Northern Ireland may meet one."""

from __future__ import annotations

import re

ONLY_THERE = re.compile(
    r"jobcentre|\bDWP\b|Work and Pensions|Secretary of State|Equality Act|reasonable adjustment"
    r"|First-tier|Upper Tribunal|UKUT|SSCS1|CRMR1|Wolverhampton|0800 328 5644|0800 169 0310"
    r"|Parliamentary and Health|member of Parliament|Citizens Advice|Act 1998|Act 2012|Regulations 2013",
    re.IGNORECASE,
)


def words_of_great_britain(text: str) -> list[str]:
    """Return the words in `text` that stand for an office, a law or a way to go of Great Britain."""
    return ONLY_THERE.findall(text)
