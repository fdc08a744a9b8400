"""The pack on its page."""

from django import template

from arising.register.programme import printing

register = template.Library()
register.filter("opening", printing.opening)
