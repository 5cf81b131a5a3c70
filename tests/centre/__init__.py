"""The folder of an advice centre."""
