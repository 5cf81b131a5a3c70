#!/usr/bin/env bash
# email-reply-parser 0.5.12, mail-parser-reply 1.36, quotequail 0.5.4, email-reply-extractor 1.1.1; seen on Python
# 3.11.7 on 30 November 2026.
#
# Four packages that take out of an e-mail what its sender wrote, without what they answer to. Given the first letter to
# an office, which answers to nothing below it, they take its own words for somebody else's. A period set out as From
# and To is the head of a forwarded message for all four, and nothing after the greeting is left. So it is for three
# after "On 3 November you wrote:", and after "On the form the clerk wrote:"; the fourth takes out that line alone, so
# that the office's words stand there as the sender's. A line of dashes, two dashes before a reason and "Sent from my
# phone" end the letter for the first. (Lines that begin with On were narrowed down once, by its pull request 12 and
# issue 23 of the Ruby program it is a port of; about a period set out like this no issue was found.)
#
# Seen (what is left between greeting and name: email-reply-parser | mail-parser-reply | quotequail |
# email-reply-extractor):
#   You wrote: You did not come. I came.
#     nothing | nothing | nothing | You did not come. I came.
#   The clerk wrote: Came at 9:40. Look again.
#     nothing | nothing | nothing | Came at 9:40. Look again.
#   From: 3 November To: 9 November I was ill.
#     nothing | nothing | nothing | nothing
#   You say: > You did not come. I came.
#     You say: I came. | all | all | You say: I came.
#   I was ill. ----- I ask for my money.
#     I was ill. | all | all | all
#   My reasons: -- I was ill. -- You knew.
#     My reasons: | all | all | all
#   Sent from my phone that day: I am ill.
#     nothing | all | all | all
#
# Why it matters: a case file that stores letters this way has one that says "Dear Sir or Madam" and nothing else, and
# whoever reads it thinks that no reasons were given. Keep the whole e-mail; cut, if at all, where the letter before is
# found again word for word.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  email-reply-parser==0.5.12 mail-parser-reply==1.36 quotequail==0.5.4 email-reply-extractor==1.1.1
cat > "$work/try.py" <<'PY'
import quotequail
from email_reply_extractor import extract_new_text
from email_reply_parser import EmailReplyParser
from mailparser_reply import EmailReplyParser as MailParserReply

GREETING, NAME = "Dear Sir or Madam,", "A Sample"


def by_quotequail(text):
    parts = quotequail.unwrap(text)
    return "\n".join(parts.get(key, "") for key in ("text_top", "text_bottom")) if parts else text


def body(text):
    return " ".join(text.removeprefix(GREETING).removesuffix(NAME).split())


READERS = (
    EmailReplyParser.parse_reply,
    MailParserReply(languages=["en"]).parse_reply,
    by_quotequail,
    lambda text: extract_new_text(text).text,
)
for label, content in (
    ("You wrote: You did not come. I came.", "On 3 November you wrote:\n\nYou did not come.\n\nI came."),
    ("The clerk wrote: Came at 9:40. Look again.", "On the form the clerk wrote:\n\nCame at 9:40.\n\nLook again."),
    ("From: 3 November To: 9 November I was ill.", "From: 3 November\nTo: 9 November\n\nI was ill."),
    ("You say: > You did not come. I came.", "You say:\n\n> You did not come.\n\nI came."),
    ("I was ill. ----- I ask for my money.", "I was ill.\n\n-----\n\nI ask for my money."),
    ("My reasons: -- I was ill. -- You knew.", "My reasons:\n\n-- I was ill.\n-- You knew."),
    ("Sent from my phone that day: I am ill.", "Sent from my phone that day:\n\nI am ill."),
):
    letter = f"{GREETING}\n\n{content}\n\n{NAME}"
    left = [body(read(letter).strip()) for read in READERS]
    print(label)
    print(" ", " | ".join("all" if text == body(letter) else text or "nothing" for text in left))
PY
"$work/venv/bin/python" -W ignore "$work/try.py" | tee "$work/seen"
diff "$work/seen" - <<'EXPECTED'
You wrote: You did not come. I came.
  nothing | nothing | nothing | You did not come. I came.
The clerk wrote: Came at 9:40. Look again.
  nothing | nothing | nothing | Came at 9:40. Look again.
From: 3 November To: 9 November I was ill.
  nothing | nothing | nothing | nothing
You say: > You did not come. I came.
  You say: I came. | all | all | You say: I came.
I was ill. ----- I ask for my money.
  I was ill. | all | all | all
My reasons: -- I was ill. -- You knew.
  My reasons: | all | all | all
Sent from my phone that day: I am ill.
  nothing | all | all | all
EXPECTED
echo "As described."
