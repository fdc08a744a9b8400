"""What forms of every room are made of: a day in three boxes, and a form that shows what an operation refused."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError

DAY_HINT = "For example, 27 3 2026"


class DayWidget(forms.MultiWidget):
    """Day, month and year in three boxes, as people know them from official forms."""

    template_name = "site/parts/day.html"

    def __init__(self) -> None:
        boxes: dict[str, forms.Widget | type[forms.Widget]] = dict.fromkeys(("day", "month", "year"), forms.TextInput)
        super().__init__(boxes)

    def decompress(self, value: date | None) -> list[Any]:
        return [value.day, value.month, value.year] if value else ["", "", ""]


class DayField(forms.Field):
    """A day in three boxes. Raises one line for what is no day."""

    widget = DayWidget

    def clean(self, value: Any) -> date | None:
        parts = [str(part or "").strip() for part in (value or [])]
        if not any(parts):
            if self.required:
                raise ValidationError(f"Give the day, month and year. {DAY_HINT}.")
            return None
        try:
            day, month, year = (int(part) for part in parts)
            if not 1990 <= year <= 2200:
                raise ValueError
            return date(year, month, day)
        except ValueError:
            raise ValidationError(f"“{' '.join(parts)}” is no day. {DAY_HINT}.") from None

    def has_changed(self, initial: Any, data: Any) -> bool:
        return True


class Writing(forms.Form):
    """A form about one thing. ``version`` is the one that the person read, ``called`` the fields that have another name
    than the column they are for."""

    called: ClassVar[dict[str, str]] = {}
    title = ""
    button = "Save"
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, label_suffix="", **kwargs)
        for field in self.fields.values():
            field.error_messages["required"] = f"{field.label}: write something here."

    def take(self, trouble: ValidationError) -> None:
        """Show what an operation refused, each line beside its field where the form has it."""
        if not hasattr(trouble, "error_dict"):
            self.add_error(None, trouble)
            return
        for column, messages in trouble.message_dict.items():
            name = self.called.get(column, column)
            self.add_error(name if name in self.fields else None, messages)


class Removing(Writing):
    """Asks why something is taken away."""

    title = "Take it away"
    button = "Take it away"
    why = forms.CharField(label="Why?", max_length=500)


class ManyFiles(forms.FileInput):
    """A box that takes several files."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Files that are sent together, each at most ``settings.LARGEST_UPLOAD`` bytes; at most ``most`` of them.

    Comes back as a list.
    """

    widget = ManyFiles

    def __init__(self, *, most: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.most = most

    def clean(self, data: Any, initial: Any = None) -> Any:
        files = [one for one in (data or []) if one]
        if len(files) > self.most:
            raise ValidationError(f"Send at most {self.most} files at once: these are {len(files)}.")
        if not files:
            super().clean(None, initial)
        for one in files:
            not_too_large(one)
        return files


def not_too_large(file: Any) -> None:
    """Raises ``ValidationError`` for a file that is empty or larger than ``settings.LARGEST_UPLOAD``."""
    if file.size > settings.LARGEST_UPLOAD:
        most = settings.LARGEST_UPLOAD // 1024**2
        raise ValidationError(f"“{file.name}” is too large: at most {most} MB are taken.")
    if not file.size:
        raise ValidationError(f"“{file.name}” is empty.")
