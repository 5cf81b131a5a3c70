#!/usr/bin/env bash
# docassemble.base 1.10.5 (with the pandas 2.3.3 and openpyxl 3.1.5 it brings); seen on Python 3.11.7, the last that
# 1.10.5 is for, on 30 November 2026. The lines of source this rests on are the same in 1.10.7.
# docassemble.base needs the C libraries zbar and cairo to start; no server is needed.
#
# A table of translations (.xlsx, block "translations") names on each row the interview, the question and the place of
# the text in it. The engine looks at none of these: it looks up the English text alone. The table that docassemble
# writes has one row for each text, under the first question that has it (so its documentation says: "a row for each
# unique phrase"). A translator who sees that one English word is two Welsh ones, and adds a row for the second
# question, changes the first question as well: the last row holds everywhere. An XLIFF file does the same.
#
# The engine reads the table with pandas' own list of texts that count as empty. So a text that is exactly "None"
# or "N/A" is never translated, though its row is filled in; and a table into Southern Min, whose code in ISO 639-3 is
# "nan", is not used at all. XLIFF translates all of these. By the source, docassemble's page that writes the table anew
# and the reader of its system phrases switch that list off (keep_default_na=False), so the next table shows the words
# as if they were in use. No issue about either was found, and neither the page nor an error tells of it.
#
# Seen (question, English text: words in the row for it: shown with .xlsx | shown with XLIFF):
#   hand, Right: De: De | De
#   hand, Left: Chwith: Wedi gadael | Wedi gadael
#   hand, None: Dim un: None | Dim un
#   hand, N/A: Amherthnasol: N/A | Amherthnasol
#   job, Left: Wedi gadael: Wedi gadael | Wedi gadael
#   hand, Right: (in Southern Min): Right | (in Southern Min)
#
# Why it matters: asked which hand is hurt, somebody reads "have left" where "left" should be, or an English answer
# among the Welsh ones, and picks another; the form then says something they did not. The translator did nothing wrong.
# Make the English texts differ ("Left hand", "I left", "None of these"), or use XLIFF for the second of the two.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  docassemble.base==1.10.5 pandas==2.3.3 openpyxl==3.1.5
mkdir -p "$work"/packages/docassemble/trial/data/{questions,sources}
touch "$work/packages/docassemble/trial/__init__.py"
cat > "$work/try.py" <<'PY'
import hashlib
import os
import sys
from pathlib import Path
from types import SimpleNamespace
from xml.sax.saxutils import escape

import openpyxl
import pluggy
from docassemble.base import config
from docassemble.base.plugin_manager import pm

# What a server would say of itself, so that none is needed.
config.daconfig.update({"nltk socket": os.devnull, "google": {}, "debug": False})
config.loaded = True
SERVER = {
    **{"get_default_language": "en", "get_default_locale": "en_GB.utf8", "get_default_country": "GB"},
    **{"get_default_timezone": "Europe/London", "get_hostname": "localhost", "get_debug_status": False},
    **{"get_configuration": config.daconfig, "get_main_page_parts": {"*": {}}},
}


def saying(name, value):
    def said():
        return value

    said.__name__ = name
    return pluggy.HookimplMarker("docassemble")(said)


pm.register(SimpleNamespace(**{name: saying(name, value) for name, value in SERVER.items()}))

from docassemble.base import functions, parse, thread_context  # noqa: E402
from docassemble.base.interview_source import interview_source_from_string  # noqa: E402

NAME = "docassemble.trial:data/questions/trial.yml"
DATA = Path(sys.argv[1], "docassemble", "trial", "data")
INTERVIEW = """
metadata:
  default language: en
---
translations:
  - {table}
---
id: hand
question: Which hand is hurt?
field: hand
choices:
  - Right: right
  - Left: left
  - None: none
  - N/A: other
---
id: job
question: How did the job end?
field: job
choices:
  - Left: left
  - Dismissed: dismissed
"""
COLUMNS = ("interview", "question_id", "index_num", "hash", "orig_lang", "tr_lang", "orig_text", "tr_text")
ROWS = (
    ("hand", 1, "cy", "Right", "De"),
    ("hand", 2, "cy", "Left", "Chwith"),
    ("hand", 3, "cy", "None", "Dim un"),
    ("hand", 4, "cy", "N/A", "Amherthnasol"),
    ("job", 1, "cy", "Left", "Wedi gadael"),
    ("hand", 1, "nan", "Right", "(in Southern Min)"),
)


def write_xlsx(path):
    book = openpyxl.Workbook()
    book.active.append(COLUMNS)
    for question, place, language, text, words in ROWS:
        mark = hashlib.md5(text.encode()).hexdigest()
        book.active.append((NAME, question, place, mark, "en", language, text, words))
    book.save(path)


def write_xliff(path):
    lines = ['<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">']
    for number, (_question, _place, language, text, words) in enumerate(ROWS):
        lines.append(f'<file source-language="en" target-language="{language}" datatype="plaintext" original="trial">')
        unit = f"<source>{escape(text)}</source><target>{escape(words)}</target>"
        lines.append(f'<body><trans-unit id="{number}">{unit}</trans-unit></body></file>')
    path.write_text("\n".join((*lines, "</xliff>")))


def choices(table):
    """Return what the choices of each question are called in each language, by question, language and key."""
    (DATA / "questions" / "trial.yml").write_text(INTERVIEW.format(table=table))
    interview, seen = parse.Interview(source=interview_source_from_string(NAME)), {}
    for language in ("en", "cy", "nan"):
        functions.set_language(language)
        for question in interview.questions_list:
            if getattr(question, "id", None) in ("hand", "job"):
                answers = {"_internal": {}}
                asked = question.ask(answers, answers, "None", [], question.id, question.id)
                for choice in asked["selectcompute"][0]:
                    seen[question.id, language, choice["key"]] = choice["label"]
    return seen


write_xlsx(DATA / "sources" / "table.xlsx")
write_xliff(DATA / "sources" / "table.xlf")
with thread_context.global_context(thread_context.empty_globals()):
    xlsx, xliff = choices("table.xlsx"), choices("table.xlf")
keys = {(question, label): key for (question, language, key), label in xlsx.items() if language == "en"}
for question, _place, language, text, words in ROWS:
    at = question, language, keys[question, text]
    print(f"{question}, {text}: {words}: {xlsx[at]} | {xliff[at]}")
PY
PYTHONPATH="$work/packages" "$work/venv/bin/python" -W ignore "$work/try.py" "$work/packages" | tee "$work/seen"
diff "$work/seen" - <<'EXPECTED'
hand, Right: De: De | De
hand, Left: Chwith: Wedi gadael | Wedi gadael
hand, None: Dim un: None | Dim un
hand, N/A: Amherthnasol: N/A | Amherthnasol
job, Left: Wedi gadael: Wedi gadael | Wedi gadael
hand, Right: (in Southern Min): Right | (in Southern Min)
EXPECTED
echo "As described."
