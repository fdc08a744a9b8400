"""What the exit status of the command says to a script."""

from enum import IntEnum


class Exit(IntEnum):
    """A usage error exits with 2 and an interruption with 130, as the command-line library has it."""

    ALL_WELL = 0
    SOME_FAILED = 1
    USAGE = 2
    READER_GONE = 141
    """Whoever read standard output stopped reading (128 + SIGPIPE, as a shell reports it)."""
