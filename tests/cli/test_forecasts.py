"""A high-needs plan on the command line."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from arising.cli.commands import app
from arising.measures.forecast import Plan, Uncertainty
from arising.measures.forecast.workbook import written
from measures.forecast.plans import D, cohort, mitigation, plan, thirds

PLAN = plan(
    cohort(plans=1_100),
    years=6,
    opening=2_000_000,
    mitigations=(mitigation(ramp=thirds(), confidence=D("0.5")),),
    uncertainty=Uncertainty(growth=D("0.02")),
    title="High-needs recovery plan",
)

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command on a plan, or on what else is named."""
    monkeypatch.chdir(tmp_path)

    def ask(*words: object, told: Plan = PLAN, path: str = "plan.xlsx") -> Result:
        if path == "plan.xlsx" and "--template" not in words:
            Path(path).write_bytes(written(told))
        return CliRunner().invoke(app, ["forecast", path, *map(str, words)], catch_exceptions=False)

    return ask


def test_the_answer_stands_in_words_before_the_table(run: Run) -> None:
    done = run()
    assert done.exit_code == 0
    said, table = done.stdout.split("   year", 1)
    assert "the year balances from 2026/27 on, by the time the statutory override ends" in said
    assert "the debt is cleared by the end of 2027/28, by the time the statutory override ends" in said
    assert "In 8 of 10 draws" in said
    assert "£22,000,000" in table


def test_what_it_takes_is_told_for_a_chosen_year(run: Run) -> None:
    assert "To clear the debt by the end of 2027/28 with nothing done" in run("--by", "2027/28").stdout


def test_a_year_outside_the_plan_is_a_mistake_of_usage(run: Run) -> None:
    done = run("--by", "2040/41")
    assert done.exit_code == 2
    assert "2040/41 is not in it" in done.stderr


def test_everything_is_told_as_json(run: Run) -> None:
    told = json.loads(run("--json", "--draws", 200, "--seed", 5).stdout)
    assert told["plan"]["council"] == "Kesterby"
    assert [one["mitigated"]["in_year"] for one in told["results"]["positions"]][:3] == [-2_000_000, -1_000_000, 0]
    assert (told["results"]["drawn"]["number"], told["results"]["drawn"]["seed"]) == (200, 5)


def test_the_same_seed_prints_the_same(run: Run) -> None:
    assert run("--draws", 300, "--seed", 3).stdout == run("--draws", 300, "--seed", 3).stdout


def test_nothing_is_drawn_where_none_is_asked_for(run: Run) -> None:
    assert "draws" not in run("--draws", 0).stdout


def test_the_end_of_the_override_can_be_another(run: Run) -> None:
    assert "after the statutory override ends" in run("--override-ends", "2026-03-31").stdout


def test_an_empty_workbook_is_written_and_says_what_it_lacks(run: Run) -> None:
    assert run("--template").exit_code == 0
    done = run(path="./plan.xlsx")
    assert done.exit_code == 1
    assert "sheet about, row 1, column B: Council is missing." in done.stderr


def test_a_file_that_is_there_is_never_written_over(run: Run) -> None:
    run()
    before = Path("plan.xlsx").read_bytes()
    assert run("--template").exit_code == 1
    assert Path("plan.xlsx").read_bytes() == before


def test_a_file_that_is_not_there_is_named(run: Run) -> None:
    done = run(path="nowhere.xlsx")
    assert done.exit_code == 1
    assert "nowhere.xlsx: it cannot be read (no such file or directory)." in done.stderr


def test_without_numpy_the_rest_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "numpy", None)
    done = run()
    assert done.exit_code == 0
    assert 'pip install "arising[forecast]"' in done.stderr
    assert "the debt is cleared by the end of 2027/28" in done.stdout


def test_mitigations_claimed_and_delivered_are_told(run: Run) -> None:
    told = plan(mitigations=(mitigation(delivered=((2025, 750_000),)),))
    assert "£750,000 of £3.0 million claimed was delivered (25%)" in run(told=told).stdout
