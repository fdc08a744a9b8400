"""How a batch went: a line on each file that needs one, the counts at the end, and the exit status."""

from __future__ import annotations

from collections import Counter
from typing import Self

from arising.cli.batch import Outcome
from arising.cli.exits import Exit
from arising.cli.inputs import Found
from arising.cli.terminal import say


class Summary:
    """Counts what became of each file and says at once what a person should know of it."""

    def __init__(self, *, debug: bool = False) -> None:
        self._debug = debug
        self._done: Counter[str] = Counter()
        self._nothing_found = self._failed = self._passed_over = 0

    def found(self, found: Found) -> None:
        """Say what the paths hold that is not read."""
        for line in (*found.passed_over, *found.troubles):
            say(line)
        self._passed_over += len(found.passed_over)
        self._failed += len(found.troubles)

    def add(self, outcome: Outcome) -> None:
        """Count a file, and say why it failed or why nothing was found in it."""
        if outcome.failure:
            self._failed += 1
            say(f"{outcome.input}: {outcome.failure}")
            if outcome.fault and self._debug:
                say(outcome.fault)
            return
        self._done[outcome.done] += 1
        for note in outcome.notes:
            say(f"{outcome.input}: {note}")
        if outcome.nothing_found:
            self._nothing_found += 1
            say(f"{outcome.input}: {outcome.nothing_found}")

    @property
    def exit(self) -> Exit:
        """What a script is told: minutes in which nothing was found are a failure too."""
        return Exit.SOME_FAILED if self._failed or self._nothing_found else Exit.ALL_WELL

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Say the counts, unless an error is about to say more."""
        if kind is not None and not issubclass(kind, KeyboardInterrupt):
            return
        counts = [f"{count:,} {done}" for done, count in self._done.items()]
        other = {"without findings": self._nothing_found, "failed": self._failed, "passed over": self._passed_over}
        counts += [f"{count:,} {what}" for what, count in other.items() if count]
        say(f"{', '.join(counts) or 'Nothing read'}.")
