#!/usr/bin/env bash
# UkPostcodeParser 1.1.2 and uk-postcode-utils 1.1; seen on Python 3.11.7 on 29 November 2026.
#
# HM Revenue and Customs takes letters at BX9 1AS. BX is a postcode area without a place on the map; large offices and
# banks have it. The parser refuses the whole area. The validator takes it, and refuses GIR 0AA instead, a postcode
# of a shape of its own, given to a bank, which the parser knows as an exception. So each refuses a postcode that was
# given out and that the other takes.
#
# Seen (what was typed, UkPostcodeParser, uk-postcode-utils):
#   BX9 1AS: InvalidPostcodeError | valid
#   BX1 1LT: InvalidPostcodeError | valid
#   WV98 1AA: WV98 1AA | valid
#   DG98 1AA: DG98 1AA | valid
#   BT1 1AA: BT1 1AA | valid
#   GIR 0AA: GIR 0AA | not valid
#
# Why it matters: a form that takes the office's address from the letterhead would refuse the address of the tax
# office. Warn about an unusual postcode; do not refuse it.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  UkPostcodeParser==1.1.2 uk-postcode-utils==1.1
cat > "$work/try.py" <<'PY'
from ukpostcodeutils.validation import is_valid_postcode
from ukpostcodeparser import parse_uk_postcode


def parsed(text):
    try:
        return " ".join(parse_uk_postcode(text))
    except ValueError as error:
        return type(error).__name__


for text in ("BX9 1AS", "BX1 1LT", "WV98 1AA", "DG98 1AA", "BT1 1AA", "GIR 0AA"):
    print(f"{text}: {parsed(text)} | {'valid' if is_valid_postcode(text.replace(' ', '')) else 'not valid'}")
PY
"$work/venv/bin/python" -W ignore "$work/try.py" | tee "$work/seen"
diff "$work/seen" - <<'EXPECTED'
BX9 1AS: InvalidPostcodeError | valid
BX1 1LT: InvalidPostcodeError | valid
WV98 1AA: WV98 1AA | valid
DG98 1AA: DG98 1AA | valid
BT1 1AA: BT1 1AA | valid
GIR 0AA: GIR 0AA | not valid
EXPECTED
echo "As described."
