"""Two who change one obligation at the same moment."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from threading import Barrier, Thread

from django.db import connection

from arising.register.accounts.history import changes
from arising.register.obligations import operations
from arising.register.obligations.models import Obligation
from arising.register.record.operations import add_source
from register.invented import MINUTES, ScriptedReader


def test_of_two_at_once_one_is_kept_and_the_other_is_told(transactional_db: None, reader: ScriptedReader) -> None:
    text = MINUTES.encode()
    add_source(text, name="minutes.txt", council="Kelderdale", body="Roads Committee", date="2024-03-05")
    seen = Obligation.objects.get()
    barrier, kept, told = Barrier(2), list[str](), list[str]()

    def write(act: Callable[[], object], name: str) -> None:
        try:
            barrier.wait()
            act()
            kept.append(name)
        except operations.Changed:
            told.append(name)
        finally:
            connection.close()

    acts: dict[str, Callable[[], object]] = {
        "extended": lambda: operations.extend(seen, date(2030, 1, 1), reason="Late", actor=None, version=1),
        "amended": lambda: operations.amend(seen, {"title": "A note"}, actor=None, why="Clearer", version=1),
    }
    threads = [Thread(target=write, args=(act, name)) for name, act in acts.items()]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(kept), len(told)) == (1, 1)
    row = Obligation.objects.get()
    assert (row.version, len(changes(row))) == (2, 2)
    assert (row.extended_to is not None, row.title == "A note") == ("extended" in kept, "amended" in kept)
