"""Letters for people whose benefit is threatened, cut, or whose job-site log-in is asked for."""

__version__ = "0.1.0"
