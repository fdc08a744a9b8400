"""What a measure is to reach on the way: typed in, shown beside its figures, drawn on its chart."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from arising.register.accounts.audiences import Audience, Seen
from arising.register.accounts.models import User
from arising.register.bodies.models import Council
from arising.register.improvement import operations, queries
from arising.register.improvement.forms.plans.measures import TypeSteps
from arising.register.improvement.models import Action, Measure
from arising.register.indicators import queries as indicators
from arising.register.indicators.models import Indicator, StatisticalArea, Target
from arising.register.indicators.operations import set_area, set_target, take_in
from register.improvement.plans.conftest import WHY
from register.indicators.figures import EVERYWHERE, MEDWAY, STEADY, referrals

Steps = dict[date, float]
FIRST, LAST = date(2024, 3, 31), date(2026, 3, 31)


@pytest.fixture
def measure(action: Action, council: Council) -> Measure:
    """Re-referrals of a council, published for thirteen years."""
    take_in(referrals({MEDWAY: STEADY, **EVERYWHERE}), "referrals.csv", actor=None)
    set_area(council, StatisticalArea.objects.get(code="E06000035"), actor=None, why=WHY)
    indicator = Indicator.objects.get(key="re-referrals")
    variant = next(each.key for each in indicator.card.variants if each.place)
    told = {"kind": "indicator", "indicator": indicator, "variant": variant, "action": action}
    return operations.add_measure(action.priority, told, actor=None, why=WHY)


def steps(measure: Measure, told: Steps, seen: Seen | None = None, actor: User | None = None) -> None:
    operations.set_steps(measure, told, seen=seen, actor=actor, why=WHY)


def held() -> list[tuple[date | None, float, str]]:
    return [(one.by, one.value, one.set_by) for one in Target.objects.filter(dropped_on=None).order_by("by")]


def typed(text: str) -> TypeSteps:
    return TypeSteps({"steps": text, "audience": "public"})


def wrong(text: str) -> list[str]:
    form = typed(text)
    assert not form.is_valid()
    return [str(line) for line in form.errors["steps"]]


def page(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return " ".join(answer.content.decode().split())


def test_days_and_values_are_read_as_people_write_them() -> None:
    form = typed("31 March 2026: 85\n\n30/9/2026: 87.5%\nMarch 2027; 1,250\n")
    assert form.is_valid(), form.errors
    assert form.cleaned_data["steps"] == {LAST: 85, date(2026, 9, 30): 87.5, date(2027, 3, 31): 1250}


def test_every_line_that_cannot_be_read_is_told() -> None:
    assert wrong("31 March 2026: 85\nsoon: 90\n31 March 2027 about ninety\n31/3/2026: 86") == [
        "Line 2: “soon: 90” cannot be read. Write the day, a colon and the value: 31 March 2026: 85.",
        "Line 3: “31 March 2027 about ninety” cannot be read. Write the day, a colon and the value: 31 March 2026: 85.",
        "Line 4: 31 March 2026 stands twice. Take one of them out.",
    ]


def test_steps_are_targets_of_the_indicator_set_by_the_plan(measure: Measure) -> None:
    steps(measure, {FIRST: 22, LAST: 20})
    assert held() == [(FIRST, 22, "Getting to good"), (LAST, 20, "Getting to good")]


def test_a_step_that_is_taken_out_is_dropped_and_stays_in_sight(measure: Measure) -> None:
    steps(measure, {FIRST: 22, LAST: 20})
    steps(measure, {LAST: 20})
    assert Target.objects.get(by=FIRST).dropped_on == date(2024, 6, 1)
    assert Target.objects.filter(by=LAST).count() == 1


def test_what_always_holds_is_not_touched_by_steps(measure: Measure) -> None:
    assert measure.indicator is not None
    set_target(
        measure.priority.plan.council, measure.indicator, measure.variant, 18, set_by="The board", actor=None, why=WHY
    )
    steps(measure, {LAST: 20})
    assert (None, 18, "The board") in held()


def test_a_percentage_that_cannot_be_is_refused_and_nothing_is_stored(measure: Measure) -> None:
    with pytest.raises(ValidationError, match="120% cannot be reached"):
        steps(measure, {FIRST: 22, LAST: 120})
    assert not Target.objects.exists()


def test_a_measure_that_no_indicator_counts_takes_no_steps(action: Action) -> None:
    one = operations.add_measure(action.priority, {"kind": "audit", "title": "Files"}, actor=None, why=WHY)
    with pytest.raises(ValidationError, match="No indicator counts this measure"):
        steps(one, {LAST: 20})


def test_an_improvement_officer_says_what_is_to_be_reached(measure: Measure, keeper: User) -> None:
    steps(measure, {LAST: 20}, actor=keeper)
    assert held() == [(LAST, 20, "Getting to good")]


def test_an_officer_who_keeps_no_journey_does_not(measure: Measure, officer: User) -> None:
    with pytest.raises(PermissionDenied):
        steps(measure, {LAST: 20}, actor=officer)


def test_a_step_that_is_not_shown_to_whoever_types_is_neither_dropped_nor_replaced(
    measure: Measure, keeper: User
) -> None:
    steps(measure, {FIRST: 22, LAST: 20}, seen=Seen(Audience.CLERKS))
    steps(measure, {}, actor=keeper)
    with pytest.raises(ValidationError, match="not shown to you"):
        steps(measure, {LAST: 19}, actor=keeper)
    assert len(held()) == 2


def test_a_step_that_is_over_is_held_to_the_figure_by_then(measure: Measure) -> None:
    steps(measure, {FIRST: 1, LAST: 1})
    first, last = queries.trajectory(None, measure.pk).steps
    assert first.figure is not None
    assert first.figure.period.end <= FIRST
    assert first.short.endswith("percentage points")
    assert (last.figure, last.is_over) == (None, False)


def test_the_answer_stands_in_words(measure: Measure) -> None:
    steps(measure, {FIRST: 99, LAST: 20})
    over, coming = queries.trajectory(None, measure.pk).words
    assert over.startswith("By 31 March 2024 it was to be 99%. It was ")
    assert over.endswith(": reached.")
    assert coming == "Next: 20% by 31 March 2026."


def test_steps_for_officers_are_not_there_for_the_public(client: Client, measure: Measure, officer: User) -> None:
    steps(measure, {LAST: 13.37}, seen=Seen(Audience.OFFICERS))
    for path in (f"/improvement/measures/{measure.pk}/", f"/improvement/measures/{measure.pk}/steps.csv"):
        client.logout()
        assert "13.37" not in page(client, path)
        client.force_login(officer)
        assert "13.37" in page(client, path).replace("13.4%", "13.37")


def test_steps_are_typed_in_on_the_page_and_drawn_on_the_chart(client: Client, measure: Measure, keeper: User) -> None:
    client.force_login(keeper)
    told = {"steps": "31 March 2024: 22\n31 March 2026: 20", "audience": "public"}
    answer = client.post(f"/improvement/measures/{measure.pk}/steps/", told)
    assert answer.headers["Location"] == f"/improvement/measures/{measure.pk}/"
    said = page(client, f"/improvement/measures/{measure.pk}/")
    assert "What it is to reach, the earliest day first" in said
    assert "indicator-chart" not in said
    assert ".svg?" in said
    assert measure.indicator is not None
    area = indicators.area_of(measure.priority.plan.council)
    assert area is not None
    shown = indicators.indicator_page(None, measure.indicator.key, area, measure.variant)
    assert [one.by for one in shown.aims] == [FIRST, LAST]


def test_the_form_opens_with_the_steps_that_are_there(client: Client, measure: Measure, keeper: User) -> None:
    steps(measure, {FIRST: 22.5, LAST: 20})
    client.force_login(keeper)
    said = client.get(f"/improvement/measures/{measure.pk}/steps/").content.decode()
    assert "31 March 2024: 22.5\n31 March 2026: 20</textarea>" in said


def test_the_steps_go_out_as_csv(client: Client, measure: Measure) -> None:
    steps(measure, {LAST: 20})
    rows = client.get(f"/improvement/measures/{measure.pk}/steps.csv").content.decode().splitlines()
    assert rows[1] == "2026-03-31,20.0,Getting to good,,,"


def test_a_measure_of_a_plan_for_officers_has_no_page_for_the_public(client: Client, measure: Measure) -> None:
    operations.change_plan(measure.priority.plan, {}, seen=Seen(Audience.OFFICERS), actor=None, why=WHY)
    for path in ("", "steps.csv"):
        assert client.get(f"/improvement/measures/{measure.pk}/{path}").status_code == 404
