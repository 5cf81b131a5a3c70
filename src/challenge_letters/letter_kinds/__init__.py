"""What kinds of letter there are: one record for each, from which everything that lists kinds is derived."""
