"""What happened: the facts of one person's case, parsed once at the edge and frozen after."""
