"""The grounds, one module for each kind or family: the rule, the fact that meets it, the conclusion."""
