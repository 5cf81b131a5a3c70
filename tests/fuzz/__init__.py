"""Thousands of odd inputs, always the same ones for the same seed: `make fuzz`, and fewer in `make test`."""
