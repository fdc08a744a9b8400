"""Words for pages: dates and counts."""

from __future__ import annotations

from datetime import date

from django import template

from arising.register.bodies import dates_in_words

register = template.Library()


@register.filter
def in_words(value: str | date | None) -> str:
    """A day, or an EDTF date, in words; "date not known" for none."""
    if not value:
        return "date not known"
    return dates_in_words.day_in_words(value) if isinstance(value, date) else dates_in_words.in_words(value)


@register.simple_tag
def counted(number: int, one: str, many: str = "") -> str:
    """``no meetings``, ``1 meeting``, ``1,204 meetings``. ``many`` is given where it is not ``one`` with an s."""
    several = many or f"{one}s"
    if number == 0:
        return f"no {several}"
    return f"{number:,} {one if number == 1 else several}"
