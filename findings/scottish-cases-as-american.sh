#!/usr/bin/env bash
# eyecite 2.7.8 (with reporters-db 3.2.67, courts-db 0.10.27) and citeurl 12.0.4; seen on Python 3.11.7 on 30 November
# 2026.
#
# Two readers of citations, made for American law and given British ones. That they know no neutral citation and no
# Weekly Law Reports could be expected: they answer nothing. But Session Cases, the reports of Scotland's highest civil
# court, are S.C. with full stops, and both take them: for eyecite Watt v Lord Advocate, a Scottish case about
# unemployment benefit, is in the South Carolina Reports and was decided by the Supreme Court of the United States,
# and for citeurl it is American case law, with a link. The older Scottish series are one letter each, and for eyecite
# each letter is an American series. Without full stops nothing is found. The last four citations are made up to show
# the form. (For American cases from South Carolina eyecite's issue 84, closed, is about the same wrong court. An issue
# about Scotland was not found.)
#
# Seen (what the letter cites: eyecite | citeurl):
#   [2017] UKUT 459 (AAC): nothing | nothing
#   Dodds v. Walker, [1981] 1 W.L.R. 1027: nothing | nothing
#   Watt v. Lord Advocate, 1979 S.C. 120: South Carolina Reports, scotus | U.S. Caselaw
#   Watt v Lord Advocate 1979 SC 120: nothing | nothing
#   (1901) 3 F. 1: Federal Reporter | U.S. Caselaw
#   (1850) 12 D. 34: Pennsylvania State Reports, Dallas | nothing
#   (1884) 11 R. 45: Pennsylvania State Reports, Rawle | nothing
#   (1867) 5 M. 12: Michigan Reports | nothing
#
# Why it matters: a check whether the law in a letter is real, built on these, passes a right citation for a wrong
# case, or links to one. Match the forms of British citations by rules of your own, and refuse what does not match.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  eyecite==2.7.8 reporters-db==3.2.67 courts-db==0.10.27 citeurl==12.0.4 markdown==3.11.3
cat > "$work/try.py" <<'PY'
import citeurl
from eyecite import get_citations

for text in (
    "[2017] UKUT 459 (AAC)",
    "Dodds v. Walker, [1981] 1 W.L.R. 1027",
    "Watt v. Lord Advocate, 1979 S.C. 120",
    "Watt v Lord Advocate 1979 SC 120",
    "(1901) 3 F. 1",
    "(1850) 12 D. 34",
    "(1884) 11 R. 45",
    "(1867) 5 M. 12",
):
    one = [
        ", ".join(filter(None, (cite.edition_guess.reporter.name, cite.metadata.court)))
        for cite in get_citations(text)
    ]
    other = [cite.template.name for cite in citeurl.list_cites(text)]
    print(f"{text}: {'; '.join(one) or 'nothing'} | {'; '.join(other) or 'nothing'}")
PY
"$work/venv/bin/python" -W ignore "$work/try.py" | tee "$work/seen"
diff "$work/seen" - <<'EXPECTED'
[2017] UKUT 459 (AAC): nothing | nothing
Dodds v. Walker, [1981] 1 W.L.R. 1027: nothing | nothing
Watt v. Lord Advocate, 1979 S.C. 120: South Carolina Reports, scotus | U.S. Caselaw
Watt v Lord Advocate 1979 SC 120: nothing | nothing
(1901) 3 F. 1: Federal Reporter | U.S. Caselaw
(1850) 12 D. 34: Pennsylvania State Reports, Dallas | nothing
(1884) 11 R. 45: Pennsylvania State Reports, Rawle | nothing
(1867) 5 M. 12: Michigan Reports | nothing
EXPECTED
echo "As described."
