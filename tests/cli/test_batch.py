from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from arising.cli import batch
from arising.cli.batch import Outcome, attempt, read_all
from arising.cli.inputs import Input
from arising.documents.errors import EmptySource


def inputs(count: int) -> list[Input]:
    return [Input(Path(f"{number}.txt"), str(number), f"{number}.txt") for number in range(count)]


def echo(one: Input) -> Outcome:
    return Outcome(one, content=one.name.encode())


def die_of(name: str, one: Input) -> Outcome:
    if one.name == name:
        os._exit(1)
    return echo(one)


@pytest.mark.parametrize("jobs", [1, 2])
def test_records_come_in_the_order_of_the_files(jobs: int) -> None:
    several = inputs(20)
    assert [outcome.content for outcome in read_all(several, echo, jobs)] == [one.name.encode() for one in several]


def test_a_file_that_ends_its_process_does_not_stop_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "AHEAD", 1)
    outcomes = list(read_all(inputs(6), partial(die_of, "3"), 2))
    assert [outcome.input.name for outcome in outcomes] == [str(number) for number in range(6)]
    assert [outcome.input.name for outcome in outcomes if outcome.failure] == ["3"]
    assert "ended the process" in (outcomes[3].failure or "")


def test_files_are_handed_out_only_as_they_are_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    handed_out: list[str] = []

    class Slow(list[Input]):
        def __iter__(self) -> Iterator[Input]:
            for one in inputs(1000):
                handed_out.append(one.name)
                yield one

    outcomes = read_all(Slow(inputs(1000)), echo, 1)
    assert next(outcomes).content == b"0"
    assert handed_out == ["0"]


def raises(error: Exception, one: Input) -> Outcome:
    raise error


def test_a_source_that_cannot_be_read_says_why_and_what_to_do() -> None:
    error = EmptySource("0.txt", "the file is empty", "Fetch it again")
    outcome = attempt(inputs(1)[0], partial(raises, error))
    assert (outcome.failure, outcome.fault) == ("the file is empty. Fetch it again", None)


def test_a_file_that_may_not_be_opened_says_why() -> None:
    outcome = attempt(inputs(1)[0], partial(raises, PermissionError(13, "Permission denied")))
    assert outcome.failure == "it cannot be read (permission denied). Check the file and its rights"


@pytest.mark.parametrize("error", [ValueError("wrong"), RecursionError("deep"), MemoryError()])
def test_an_error_nobody_foresaw_is_a_fault_of_the_program_and_keeps_its_traceback(error: Exception) -> None:
    outcome = attempt(inputs(1)[0], partial(raises, error))
    assert outcome.failure == f"{type(error).__name__}: {batch.FAULT}"
    assert "in raises" in (outcome.fault or "")
