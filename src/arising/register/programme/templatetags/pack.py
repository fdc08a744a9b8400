"""The pack on its page."""

from django import template

from arising.register.programme.printing import wording

register = template.Library()
register.filter("left_out", wording.left_out)
