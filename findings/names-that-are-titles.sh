#!/usr/bin/env bash
# nameparser 2.6.0 and probablepeople 0.5.6; seen on Python 3.11.7 on 29 November 2026.
#
# Two readers of names, asked for what a letter begins with: title and surname. Prince, Princess and King are first
# names as well. Since its version 2.3.0 nameparser takes the one word after them for a first name, also behind Mr or
# Ms, so that no surname is left (meant for royalty: its issues 489 and 519; Mr Prince Okafor has his surname in
# 2.0.0). Sultan, Imam and Bishop stay in the title. Md, which stands for Mohammed, is a doctor's degree for both at
# the end of a name. probablepeople reads those first names well, but takes a degree, or a maiden name with its bracket,
# for the surname, and somebody without Mr for a firm.
#
# Seen (name: what the letter says by nameparser | by probablepeople):
#   Mr Prince Okafor: Dear Mr Prince | Dear Mr Okafor
#   Ms Princess Adeyemi: Dear Ms Princess | Dear Ms Adeyemi
#   Mr Imam Hussain: Dear Mr Imam Hussain | Dear Mr Hussain
#   Mr Ahmed Md: Dear Mr Ahmed | Dear Mr
#   Sultan Ahmed: Dear Sultan Ahmed | a firm
#   Mohammed Ali BA: Dear Ali | Dear BA
#   Mrs A Smith (née Jones): Dear Mrs Smith | Dear Mrs Jones)
#
# Why it matters: a letter to a wrong name is read as one about somebody else, and it wrongs the same people each time.
# Ask for the name a person wants to be called by; do not take names apart.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check nameparser==2.6.0 probablepeople==0.5.6
cat > "$work/try.py" <<'PY'
import probablepeople
from nameparser import HumanName


def salutation(*parts):
    return " ".join(("Dear", *(part for part in parts if part)))


def by_rules(text):
    name = HumanName(text)
    return salutation(name.title, name.last)


def by_probability(text):
    parts, kind = probablepeople.tag(text)
    return "a firm" if kind == "Corporation" else salutation(parts.get("PrefixMarital"), parts.get("Surname"))


for text in (
    "Mr Prince Okafor",
    "Ms Princess Adeyemi",
    "Mr Imam Hussain",
    "Mr Ahmed Md",
    "Sultan Ahmed",
    "Mohammed Ali BA",
    "Mrs A Smith (née Jones)",
):
    print(f"{text}: {by_rules(text)} | {by_probability(text)}")
PY
"$work/venv/bin/python" -W ignore "$work/try.py" | tee "$work/seen"
diff "$work/seen" - <<'EXPECTED'
Mr Prince Okafor: Dear Mr Prince | Dear Mr Okafor
Ms Princess Adeyemi: Dear Ms Princess | Dear Ms Adeyemi
Mr Imam Hussain: Dear Mr Imam Hussain | Dear Mr Hussain
Mr Ahmed Md: Dear Mr Ahmed | Dear Mr
Sultan Ahmed: Dear Sultan Ahmed | a firm
Mohammed Ali BA: Dear Ali | Dear BA
Mrs A Smith (née Jones): Dear Mrs Smith | Dear Mrs Jones)
EXPECTED
echo "As described."
