"""The advice: from a case and a day of writing, what to send now, what later, what not, and by when."""
