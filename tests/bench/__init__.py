"""`make bench`: how fast this build is beside the one before, docxtpl alone, and a stock docassemble server.

Everything is run in turn in one run: ours, theirs, ours, theirs. Processor time is the time that counts; wall
time stands beside it. No test asserts a time: a busy machine is no fault of the program.
"""
