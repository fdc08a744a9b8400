"""Who keeps the improvement journey of a council."""

from __future__ import annotations

from django import forms

from arising.register.accounts.audiences import Audience, audiences_for
from arising.register.accounts.models import User
from arising.register.bodies.writing import Writing


class AppointImprovementOfficer(Writing):
    """Somebody who is to keep a council's improvement journey."""

    title = "Appoint an improvement officer"
    email = forms.EmailField(label="Their e-mail address", help_text="Of somebody who signs in here as an officer.")

    def clean_email(self) -> str:
        address = str(self.cleaned_data["email"]).strip()
        user = User.objects.filter(email__iexact=address, is_active=True).first()
        if user is None or Audience.OFFICERS not in audiences_for(user):
            raise forms.ValidationError(
                f"No officer signs in here as {address}. An administrator gives people their roles."
            )
        self.user = user
        return address
