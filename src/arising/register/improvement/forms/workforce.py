"""Forms of the workforce."""

from __future__ import annotations

from typing import ClassVar

from django import forms

from arising.register.bodies.writing import DayField, Writing
from arising.register.improvement.forms.papers import Held
from arising.register.improvement.models import CohortCount

WHOLE = {"invalid": "Give a whole number."}


class AddCohort(Held):
    """People who were offered posts at one time."""

    title = "Follow a recruitment"
    name = forms.CharField(label="Who was to be recruited?", max_length=200, help_text="Name nobody.")
    offered_on = DayField(label="When were the offers made?")
    offered = forms.IntegerField(label="How many were offered a post?", min_value=1, error_messages=WHOLE)
    source = forms.CharField(label="Where does that come from?", max_length=500)
    called: ClassVar[dict[str, str]] = {"title": "name"}


class CountCohort(Writing):
    """How far a cohort has come."""

    title = "How many have come so far?"
    stage = forms.ChoiceField(label="How far?", choices=CohortCount.Stage.choices)
    count = forms.IntegerField(label="How many?", min_value=0, error_messages=WHOLE)
    on = DayField(label="When were they counted?")


class RecordCost(Held):
    """What staff cost."""

    title = "Record what staff cost"
    starts_on = DayField(label="From which day?")
    ends_on = DayField(label="To which day?")
    permanent = forms.IntegerField(label="Permanent staff, in pounds", min_value=0, max_value=10**12)
    agency = forms.IntegerField(label="Agency staff, in pounds", min_value=0, max_value=10**12)
    source = forms.CharField(label="Where does that come from?", max_length=500)
