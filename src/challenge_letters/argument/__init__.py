"""What a letter argues: sentences with the answers they rest on, in the order in which they are read."""
