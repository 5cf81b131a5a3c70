#!/usr/bin/env bash
# pandoc 3.9 from pypandoc_binary 1.17, striprtf 0.0.35, files by pandoc and rtfunicode 2.3; seen on Python 3.11.7 on
# 30 November 2026.
#
# In RTF a character outside ASCII is its number and, for older readers, one character in its stead: \u163?10 is £10,
# as the format has it by default and as WordPad writes what its code page lacks. pandoc takes the stand-in away and one
# character more: of £10 the £0 is left, of £393.45 £93.45, and of a Welsh word its end. Its own writer follows four
# marks, curly quotes, with a straight one, so a letter that pandoc wrote comes back from pandoc without the letters
# behind them, "Don" for "Don't" among them. After other characters it writes a space first, and then all is well: so
# was its issue 8264, of 2022, closed, by the writer alone. Word and LibreOffice write another stand-in (\'a3), which is
# read rightly. striprtf reads all of these, but leaves out every footnote, and what was deleted with tracking on it
# reads as if it stood (pandoc strikes it through).
#
# Seen (what is in the file, by whom: pandoc | striprtf):
#   £10 not £393.45, pandoc: £10 not £393.45 | £10 not £393.45
#   £10 not £393.45, rtfunicode: £0 not £93.45 | £10 not £393.45
#   £10 not £393.45, as Word: £10 not £393.45 | £10 not £393.45
#   I don’t “owe” it, pandoc: I don’ “we”it | I don’t “owe” it
#   I don’t “owe” it, rtfunicode: I don’ “we”it | I don’t “owe” it
#   Wŵr Tŷ Mawr, rtfunicode: Wŵ TŷMawr | Wŵr Tŷ Mawr
#   The law [1], with its footnote: The law[1] [1] Regulation 101 | The law
#   I came. I forgot. (deleted): I came. ~~I forgot.~~ | I came. I forgot.
#
# Why it matters: a letter or a journal kept as RTF and read this way claims nothing where it claimed ten pounds. Have
# such a file saved as .docx first, and compare the sums.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  pypandoc_binary==1.17 striprtf==0.0.35 rtfunicode==2.3
cat > "$work/try.py" <<'PY'
import pypandoc
import rtfunicode  # noqa: F401  (registers its codec)
from striprtf.striprtf import rtf_to_text

assert str(pypandoc.get_pandoc_version()) == "3.9"


def file(body):
    return r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}\pard\f0 " + body + r"\par}"


def by_pandoc(text):
    return pypandoc.convert_text(text, "rtf", format="markdown-smart", extra_args=["--standalone"])


def by_rtfunicode(text):
    return file(text.encode("rtfunicode").decode("ascii"))


def line(text):
    return " ".join(text.split())


SUMS, QUOTES, WELSH = "£10 not £393.45", "I don’t “owe” it", "Wŵr Tŷ Mawr"
for label, content in (
    (f"{SUMS}, pandoc", by_pandoc(SUMS)),
    (f"{SUMS}, rtfunicode", by_rtfunicode(SUMS)),
    (f"{SUMS}, as Word", file(r"\u163\'a310 not \u163\'a3393.45")),
    (f"{QUOTES}, pandoc", by_pandoc(QUOTES)),
    (f"{QUOTES}, rtfunicode", by_rtfunicode(QUOTES)),
    (f"{WELSH}, rtfunicode", by_rtfunicode(WELSH)),
    ("The law [1], with its footnote", file(r"The law{\super\chftn{\footnote\pard\chftn  Regulation 101}}")),
    ("I came. I forgot. (deleted)", file(r"I came. {\deleted\revauthdel1 I forgot.}")),
):
    first = pypandoc.convert_text(content, "plain", format="rtf", extra_args=["--wrap=none"])
    print(f"{label}: {line(first)} | {line(rtf_to_text(content))}")
PY
"$work/venv/bin/python" -W ignore "$work/try.py" | tee "$work/seen"
diff "$work/seen" - <<'EXPECTED'
£10 not £393.45, pandoc: £10 not £393.45 | £10 not £393.45
£10 not £393.45, rtfunicode: £0 not £93.45 | £10 not £393.45
£10 not £393.45, as Word: £10 not £393.45 | £10 not £393.45
I don’t “owe” it, pandoc: I don’ “we”it | I don’t “owe” it
I don’t “owe” it, rtfunicode: I don’ “we”it | I don’t “owe” it
Wŵr Tŷ Mawr, rtfunicode: Wŵ TŷMawr | Wŵr Tŷ Mawr
The law [1], with its footnote: The law[1] [1] Regulation 101 | The law
I came. I forgot. (deleted): I came. ~~I forgot.~~ | I came. I forgot.
EXPECTED
echo "As described."
