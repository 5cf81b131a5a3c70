#!/usr/bin/env bash
# price-parser 0.5.1 and quantulum3 0.10.0; seen on Python 3.11.7 on 29 November 2026.
#
# Two readers of sums in free text, on sums as an award notice or a person writes them. price-parser takes the first
# number of the text and the pound sign from wherever it stands: 28 days at so much a day are 28 pounds, and so is the
# day of a date (known: its issue 2). quantulum3 takes "from ... to" for a range and answers with its middle, a sum that
# nobody wrote (meant so: its issue 10); a rate after a number of days becomes a unit of physics; "3 x" hides the sum;
# and twenty pounds in words are a weight. Both drop a minus before the sign, which is how British money is written.
#
# Seen (what the letter says: price-parser | quantulum3):
#   £10.40 a day for 28 days: £10.40 | 10.4 pound sterling per day, 28.0 day
#   28 days at £10.40 a day: £28 | 28.0 day ampere-turn pound sterling to the 10
#   1 November 2026: £393.45: £1 | 1.0 dimensionless, 2026.0 dimensionless, 393.45 pound sterling
#   from £393.45 to £311.68: £393.45 | 352.565 pound sterling
#   3 x £85.10: £3 | 3.0 dimensionless
#   -£20: £20 | 20.0 pound sterling
#   twenty pounds: nothing | 20.0 pound-mass
#
# Why it matters: a letter that asks for 28 pounds back where 291.20 were taken is not corrected by anybody. Ask for
# the sum in a field of its own, and count rates and days apart.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check price-parser==0.5.1 quantulum3==0.10.0
cat > "$work/try.py" <<'PY'
from price_parser import Price
from quantulum3 import parser

for text in (
    "£10.40 a day for 28 days",
    "28 days at £10.40 a day",
    "1 November 2026: £393.45",
    "from £393.45 to £311.68",
    "3 x £85.10",
    "-£20",
    "twenty pounds",
):
    price = Price.fromstring(text)
    one = "nothing" if price.amount is None else f"{price.currency}{price.amount}"
    other = ", ".join(f"{each.value} {each.unit.name}" for each in parser.parse(text))
    print(f"{text}: {one} | {other}")
PY
"$work/venv/bin/python" -W ignore "$work/try.py" | tee "$work/seen"
diff "$work/seen" - <<'EXPECTED'
£10.40 a day for 28 days: £10.40 | 10.4 pound sterling per day, 28.0 day
28 days at £10.40 a day: £28 | 28.0 day ampere-turn pound sterling to the 10
1 November 2026: £393.45: £1 | 1.0 dimensionless, 2026.0 dimensionless, 393.45 pound sterling
from £393.45 to £311.68: £393.45 | 352.565 pound sterling
3 x £85.10: £3 | 3.0 dimensionless
-£20: £20 | 20.0 pound sterling
twenty pounds: nothing | 20.0 pound-mass
EXPECTED
echo "As described."
