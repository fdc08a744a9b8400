"""Forms: how the list is narrowed (sent with GET), and what people write about an obligation (sent with POST)."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet

from arising.register.accounts.audiences import Reader
from arising.register.accounts.models import User
from arising.register.accounts.roles import Role
from arising.register.bodies import queries as bodies
from arising.register.bodies.models import Body, Post
from arising.register.bodies.writing import DAY_HINT, DayField, Writing, not_too_large
from arising.register.obligations.evidence import SentFile
from arising.register.obligations.models import Obligation, Origin, Response
from arising.register.obligations.queries import Filters
from arising.register.obligations.states import Standing
from arising.register.record import queries as record


def may_answer() -> QuerySet[User]:
    """The users who can be made to answer for something: those whose role is to work with the register."""
    return User.objects.filter(is_active=True, groups__name__in=(Role.OFFICER, Role.BOARD, Role.CLERK)).distinct()


class NarrowObligations(forms.Form):
    """The filters of the list."""

    body = forms.ChoiceField(required=False, label="Owed to")
    owner = forms.CharField(required=False, max_length=200, label="Owed by")
    state = forms.ChoiceField(required=False, label="State")
    origin = forms.ChoiceField(required=False, label="What it comes from")
    text = forms.CharField(required=False, max_length=200, label="Words in it")
    meeting = forms.CharField(required=False, max_length=90, widget=forms.HiddenInput)

    def __init__(self, data: Any, *, user: Reader, expectations: bool = False) -> None:
        super().__init__(data, label_suffix="", auto_id="filter-%s")
        self.expectations = expectations
        self._choices("body", [("", "Every body"), *((each.slug, each.name) for each in bodies.bodies(user))])
        states = [(standing.value, standing.label) for standing in Standing]
        self._choices("state", [("", "Every state"), ("waiting", "All that waits"), *states])
        origins = [choice for choice in Origin.choices if choice[0] != Origin.EXPECTATION]
        self._choices("origin", [("", "Everything"), *origins])
        if expectations:
            del self.fields["owner"], self.fields["origin"]

    def _choices(self, name: str, choices: list[tuple[str, Any]]) -> None:
        field = self.fields[name]
        field.choices = choices  # type: ignore[attr-defined]
        field.error_messages["invalid_choice"] = f"There is no such {name} here. Choose one from the list."

    def filters(self) -> Filters:
        """What was asked for, as far as it makes sense."""
        self.full_clean()
        asked = {name: self.cleaned_data.get(name, "") for name in self.fields}
        return Filters(**asked, expectations=self.expectations)


def _long(label: str, hint: str = "", *, required: bool = True) -> forms.CharField:
    return forms.CharField(label=label, help_text=hint, required=required, widget=forms.Textarea, max_length=20_000)


def _line(label: str, hint: str = "", *, required: bool = True, longest: int = 1000) -> forms.CharField:
    return forms.CharField(label=label, help_text=hint, required=required, max_length=longest)


EVIDENCE = "The address of a page of this register, such as /sources/3/ or a marked sentence of minutes, or a link"


class AnswerForm(Writing):
    title = "Answer"
    button = "Send the answer"
    text = _long("What was done?")
    evidence = _line("Where can it be seen?", EVIDENCE, longest=2000, required=False)
    file = forms.FileField(
        label="Or send the file that shows it", required=False, widget=forms.FileInput, max_length=200,
        validators=[not_too_large],
        help_text="PDF, Word, Excel, text or a picture. Members, officers and clerks can open it; the public reads "
        "that there is one.",
    )  # fmt: skip

    def sent(self) -> SentFile | None:
        """The file that was sent, if one was."""
        file = self.cleaned_data["file"]
        return SentFile(file.name, file.read()) if file else None


class ProgressForm(Writing):
    title = "Say how far it has come"
    button = "Save the progress"
    text = _long("How far has it come?", "This is no answer: it stays owed until it is answered.")


class ClerksAnswerForm(AnswerForm):
    on = DayField(label="On which day?", help_text=f"{DAY_HINT}. Leave empty for today.", required=False)


class ExtendForm(Writing):
    title = "Give more time"
    button = "Extend the date"
    until = DayField(label="Until when?", help_text=DAY_HINT)
    reason = _line("Why?")


class EndForm(Writing):
    title = "Say that it is owed no more"
    button = "End it"
    by = forms.IntegerField(
        label="Number of the obligation that takes its place", required=False, min_value=1,
        help_text="Leave empty where it is withdrawn.",
    )  # fmt: skip
    reason = _line("Why?")


class RestoreForm(Writing):
    title = "Say that it is owed again"
    button = "It is owed again"
    reason = _line("Why?")


class JudgeForm(Writing):
    judgement = forms.ChoiceField(
        label="Does it discharge what is owed?",
        choices=[("accepted", "Yes"), ("not_enough", "No")],
    )
    why = _line("If not, what is missing?", required=False)


class ImpactForm(Writing):
    title = "What came of it"
    button = "Save what came of it"
    impact = _long("What came of it?")


class ReplyForm(Writing):
    title = "Record the executive's reply"
    button = "Save the reply"
    response = forms.ChoiceField(label="Reply", choices=Response.choices)
    part = _line("To which part?", "Leave empty for the whole recommendation.", required=False, longest=300)
    will_do = _line("What will be done?", "Needed where it is accepted, in whole or in part.", required=False)
    by_whom = _line("By whom?", required=False, longest=500)
    by_when = DayField(label="By when?", help_text=DAY_HINT, required=False)
    reason = _long("Reasons", "Needed where it is rejected or deferred.", required=False)
    evidence = _line("Where can the reply be read?", EVIDENCE, longest=2000)
    on = DayField(label="Day of the reply", help_text=f"{DAY_HINT}. Leave empty for today.", required=False)


class AmendForm(Writing):
    """What a clerk may set right. What is set here, no new reading of the minutes changes."""

    called: ClassVar[dict[str, str]] = {"title": "owed"}
    title = "Set it right"
    owed = _line("What is owed")
    owner = forms.ModelChoiceField(Post.objects.none(), label="Post that owes it", required=False)
    officer = forms.ModelChoiceField(
        User.objects.none(), label="Officer who answers for it", required=False,
        help_text="Leave empty for those who answer for the post.",
    )  # fmt: skip
    due = DayField(label="Due on", help_text=f"{DAY_HINT}. Leave empty to have it worked out.", required=False)
    received_on = DayField(label="Received on", help_text="Where the law's clock runs from receipt.", required=False)
    notice_on = DayField(label="Date of the committee's notice", required=False)
    holds_up = _line("Which decision waits for it?", required=False, longest=500)
    holds_up_on = DayField(label="When is that decision planned?", required=False)
    why = _line("Why do you change it?")

    def __init__(self, data: Any = None, *, obligation: Obligation, user: Reader, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.obligation = obligation
        council = obligation.body.council_id if obligation.body else None
        self.fields["owner"].queryset = record.posts(user).filter(council=council)  # type: ignore[attr-defined]
        self.fields["officer"].queryset = may_answer()  # type: ignore[attr-defined]

    @classmethod
    def starts_with(cls, obligation: Obligation) -> dict[str, Any]:
        """The values that the form opens with. A date that was worked out is not repeated as one that was set."""
        set_due = obligation.due if "due" in obligation.set_by_person else None
        columns = ("owner", "officer", "received_on", "notice_on", "holds_up", "holds_up_on", "version")
        return {name: getattr(obligation, name) for name in columns} | {"owed": obligation.title, "due": set_due}

    def changed(self) -> dict[str, Any]:
        """What differs from what the form opened with, by column."""
        before = self.starts_with(self.obligation)
        names = {name: "title" if name == "owed" else name for name in before if name != "version"}
        return {
            column: self.cleaned_data[name] for name, column in names.items() if self.cleaned_data[name] != before[name]
        }


class AppointForm(Writing):
    title = "Who answers for which post?"
    button = "Add"
    user = forms.ModelChoiceField(User.objects.none(), label="User")
    post = forms.ModelChoiceField(Post.objects.none(), label="Post")
    why = _line("Why?", required=False)

    def __init__(self, data: Any = None, *, user: Reader, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["user"].queryset = may_answer()  # type: ignore[attr-defined]
        self.fields["post"].queryset = record.posts(user)  # type: ignore[attr-defined]
        del self.fields["version"]


class AddForm(Writing):
    called: ClassVar[dict[str, str]] = {"title": "owed"}
    title = "Add what is owed"
    button = "Add it"
    origin = forms.ChoiceField(
        label="What is it?",
        choices=[
            (origin.value, origin.label)
            for origin in (
                Origin.DUTY, Origin.GATE, Origin.DOCUMENT_REQUEST, Origin.BETWEEN_BODIES, Origin.RECOMMENDATION,
                Origin.REQUEST, Origin.UNDERTAKING,
            )
        ],
    )  # fmt: skip
    owed = _line("What is owed?")
    body = forms.ModelChoiceField(Body.objects.none(), label="To which body?")
    owner = forms.ModelChoiceField(Post.objects.none(), label="Which post owes it?", required=False)
    owing_body = forms.ModelChoiceField(Body.objects.none(), label="Or which other body?", required=False)
    due = DayField(label="Due on", help_text=f"{DAY_HINT}. Leave empty where the law gives the time.", required=False)
    received_on = DayField(label="Received on", help_text="For a document request or a recommendation.", required=False)
    holds_up = _line("Which decision waits for it?", required=False, longest=500)
    holds_up_on = DayField(label="When is that decision planned?", required=False)
    why = _line("Why is it owed?", "The law, or where it was agreed.")

    def __init__(self, data: Any = None, *, user: Reader, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        offered = bodies.bodies(user).filter(not_known=False)
        self.fields["body"].queryset = self.fields["owing_body"].queryset = offered  # type: ignore[attr-defined]
        councils = offered.order_by().values("council")
        self.fields["owner"].queryset = record.posts(user).filter(council__in=councils)  # type: ignore[attr-defined]
        del self.fields["version"]
