"""Forms of signing in, allauth's in our words, and of the users."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm, ResetPasswordForm, ResetPasswordKeyForm
from django import forms

from arising.register.accounts.models import User
from arising.register.accounts.roles import Role

LONG_ENOUGH = "At least 12 characters. Three words that do not belong together are easy to keep in mind."


class SignIn(LoginForm):
    """An e-mail address and a password. A browser that is closed is signed out."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _worded(self, {"login": "E-mail address", "password": "Password"})
        self.fields.pop("remember", None)


class ForgottenPassword(ResetPasswordForm):
    """The address to send a link to."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _worded(self, {"email": "E-mail address"})


class NewPassword(ResetPasswordKeyForm):
    """A password set with a link."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _worded(self, {"password1": "New password", "password2": "New password again"})
        self.fields["password1"].help_text = LONG_ENOUGH


class ChangedPassword(ChangePasswordForm):
    """A password changed by whoever knows the old one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = {"oldpassword": "Present password", "password1": "New password", "password2": "New password again"}
        _worded(self, words)
        self.fields["password1"].help_text = LONG_ENOUGH


def _worded(form: forms.BaseForm, labels: dict[str, str]) -> None:
    for name, label in labels.items():
        form.fields[name].label = label
        form.fields[name].help_text = ""


class _WithReason(forms.Form):
    """A change of a user, and why it is made."""

    why = forms.CharField(
        label="Why?",
        max_length=500,
        widget=forms.Textarea,
        help_text="It stands in the history of the account.",
        error_messages={"required": "Say why."},
    )

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, label_suffix="", **kwargs)


class _WithRole(forms.Form):
    role = forms.ChoiceField(
        label="Role",
        choices=[*Role.choices, ("", "None: reads what is public")],
        required=False,
        widget=forms.RadioSelect,
    )

    @property
    def chosen_role(self) -> Role | None:
        """The role; None where none was chosen."""
        return Role(self.cleaned_data["role"]) if self.cleaned_data["role"] else None


class AddUser(_WithRole, _WithReason):
    """Somebody who is to sign in."""

    field_order = ("email", "name", "role", "why")

    email = forms.EmailField(
        label="E-mail address",
        error_messages={
            "required": "Give their e-mail address.",
            "invalid": "Write the address like name@example.gov.uk.",
        },
    )
    name = forms.CharField(label="Name", max_length=200, error_messages={"required": "Give their name."})

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"].strip().lower()
        if User.objects.filter(email__iexact=email).exists():
            raise forms.ValidationError("There is an account with this address already.")
        return email


class ChangeRole(_WithRole, _WithReason):
    """Another role for a user."""

    field_order = ("role", "why")


class ChangeName(_WithReason):
    """Another name for a user."""

    field_order = ("name", "why")
    name = forms.CharField(label="Name", max_length=200, error_messages={"required": "Give their name."})


class Reason(_WithReason):
    """Why an account is closed or opened again."""
