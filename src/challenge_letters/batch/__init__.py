"""Many clients at once: a spreadsheet with a row for each, and a folder of letters for each row."""
