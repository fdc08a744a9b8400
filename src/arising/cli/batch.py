"""Reading many files: one at a time or in several processes, where no file can stop the others."""

from __future__ import annotations

import signal
import traceback
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from typing import TypeAlias

from arising.cli.forms import Form
from arising.cli.inputs import Input, reason
from arising.documents import SourceError, open_document
from arising.reading import read
from arising.reading.brief import markdown
from arising.reading.formats import csv_rows, jsonl, minuted
from arising.reading.record import Record

WRITERS: dict[Form, Callable[[Record], bytes]] = {
    Form.JSON: lambda record: record.to_json() + b"\n",
    Form.JSONL: jsonl,
    Form.CSV: lambda record: csv_rows(record).encode(),
    Form.MARKDOWN: lambda record: markdown(record).encode(),
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: its record in the form asked for, or ``failure``, why there is none.

    ``done`` is the word for what was done with it, ``nothing_found`` says why a record holds no findings, ``notes``
    are what a person should know all the same, and ``fault`` is the traceback where the failure is one of this
    program and not of the file.
    """

    input: Input
    done: str = "read"
    content: bytes = b""
    nothing_found: str | None = None
    notes: tuple[str, ...] = ()
    failure: str | None = None
    fault: str | None = None


Task: TypeAlias = Callable[[Input], Outcome]

NOTHING_FOUND = "nothing was found in it to take down. See that it holds minutes."
FAULT = "this is a fault in arising, not in the file: please report it with what --debug prints"
AHEAD = 4
"""How many files are handed out for each process before their records are taken: enough to keep it busy, few enough
that memory does not grow with the number of files."""


def task(form: Form, *, body: str | None = None, date: str | None = None) -> Task:
    """What is done with each file."""
    return partial(read_one, form=form, body=body, date=date)


def read_one(one: Input, *, form: Form, body: str | None, date: str | None) -> Outcome:
    """Read a file into a record in the form asked for. Raises nothing: trouble is in the outcome."""

    def reading(one: Input) -> Outcome:
        record = read(open_document(one.path, name=one.document), body=body, date=date)
        return Outcome(one, content=WRITERS[form](record), nothing_found=nothing_found(record))

    return attempt(one, reading)


def attempt(one: Input, work: Task) -> Outcome:
    """Do something with a file that may go wrong: the trouble becomes its outcome."""
    try:
        return work(one)
    except SourceError as error:
        return Outcome(one, failure=f"{error.trouble}. {error.remedy}")
    except OSError as error:
        return Outcome(one, failure=f"it cannot be read ({reason(error)}). Check the file and its rights")
    except Exception as error:
        return Outcome(one, failure=f"{type(error).__name__}: {FAULT}", fault=traceback.format_exc())


def nothing_found(record: Record) -> str | None:
    """Why a record is without findings; None where it has some."""
    if minuted(record):
        return None
    return " ".join(record.notes) or NOTHING_FOUND


def read_all(inputs: Sequence[Input], work: Task, jobs: int) -> Iterator[Outcome]:
    """The outcome of each input, in order, from ``jobs`` processes at once."""
    return map(work, inputs) if jobs == 1 or len(inputs) == 1 else _in_processes(inputs, work, jobs)


def _in_processes(inputs: Sequence[Input], work: Task, jobs: int) -> Iterator[Outcome]:
    """As ``read_all``. Where a process dies, the files it may have died of are read again, each in its own."""
    waiting = deque(inputs)
    while waiting:
        pool = _pool(jobs)
        running: deque[tuple[Input, Future[Outcome]]] = deque()
        try:
            while waiting or running:
                while waiting and len(running) < AHEAD * jobs:
                    running.append((waiting[0], _hand_out(pool, waiting[0], work)))
                    waiting.popleft()
                outcome = running[0][1].result()
                running.popleft()
                yield outcome
        except BrokenProcessPool:
            suspects = [one for one, _ in running] or [waiting.popleft()]
            yield from (_alone(one, work) for one in suspects)
        finally:
            pool.shutdown(cancel_futures=True)


def _alone(one: Input, work: Task) -> Outcome:
    with _pool(1) as pool:
        try:
            return _hand_out(pool, one, work).result()
        except BrokenProcessPool:
            return Outcome(one, failure="reading it ended the process. It may need more memory than there is")


def _pool(jobs: int) -> ProcessPoolExecutor:
    # a fresh process shares no locks with the thread that draws the progress bar
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))


def _hand_out(pool: ProcessPoolExecutor, one: Input, work: Task) -> Future[Outcome]:
    """Give a file to the pool, which may start a process for it.

    Ctrl-C reaches every process of the command. Interrupts are held while a process starts, and it inherits that: only
    this one is interrupted, and ends the others when what they read is done.
    """
    held = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return pool.submit(work, one)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, held)
