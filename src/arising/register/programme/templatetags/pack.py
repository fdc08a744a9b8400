"""The pack on its page."""

import re

from django import template

from arising.register.programme.printing import wording

register = template.Library()
register.filter("left_out", wording.left_out)
_FIRST_CLAUSE = re.compile(r".{10,}?(?=[:.?] )", re.DOTALL)


@register.filter
def lead(words: str) -> str:
    """The first clause of a line, up to a colon or the end of its first sentence: enough to know where a link leads. A
    page of lines that are links to their last word is hard to read."""
    found = _FIRST_CLAUSE.match(words)
    return found[0] if found else words


@register.filter
def after(words: str, first: str) -> str:
    """What comes after the first clause."""
    return words.removeprefix(first)
