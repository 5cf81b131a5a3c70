#!/usr/bin/env bash
# inflect 7.6.0; seen on Python 3.11.7 on 29 November 2026.
#
# inflect chooses "a" or "an" and forms plurals for sentences put together by a program. On the words of a letter
# about benefits it is right for some abbreviations and wrong for others of the same kind: "an UC50" (said
# you-see) beside "a UKUT decision", "a NI number" beside "an HMRC letter". Every number in figures gets "a", also 8,
# 11 and 18. Of two titles made of noun, "of", noun, one has its plural on the right word, one has a misspelt
# plural. The plural of premises, which is a plural already, is premise.
#
# Seen:
#   an UC50; an ESA50; an UT decision; a UKUT decision; a FOI request; a NI number; an HMRC letter
#   a 8; a 8-week wait; a 11 November letter; a 18-month limit; a £80 deduction
#   Secretarys of State; nexts of kin; premise; mothers-in-law; notices of appeal
#
# Why it matters: docassemble interviews and letter generators put an article before a name that comes from data.
# Keep the article with the name in the data, where somebody has read it.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check inflect==7.6.0
cat > "$work/try.py" <<'PY'
import inflect

engine = inflect.engine()
for form, names in (
    (engine.a, ("UC50", "ESA50", "UT decision", "UKUT decision", "FOI request", "NI number", "HMRC letter")),
    (engine.a, ("8", "8-week wait", "11 November letter", "18-month limit", "£80 deduction")),
    (engine.plural, ("Secretary of State", "next of kin", "premises", "mother-in-law", "notice of appeal")),
):
    print("; ".join(form(name) for name in names))
PY
"$work/venv/bin/python" -W ignore "$work/try.py" | tee "$work/seen"
diff "$work/seen" - <<'EXPECTED'
an UC50; an ESA50; an UT decision; a UKUT decision; a FOI request; a NI number; an HMRC letter
a 8; a 8-week wait; a 11 November letter; a 18-month limit; a £80 deduction
Secretarys of State; nexts of kin; premise; mothers-in-law; notices of appeal
EXPECTED
echo "As described."
