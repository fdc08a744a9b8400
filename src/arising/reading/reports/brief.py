"""What a report tells, in words for a person: what is there with its first words, what is missing with what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from arising.reading.reports.told import Element, Lint, Told

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&])")
_NUMBERS = ("none", "one", "two", "three", "four", "five")


def markdown(lint: Lint) -> str:
    """What a report tells and what it leaves out, as a page of Markdown."""
    there = [element for element in lint.elements if element.is_there]
    lines = [f"# What {_text(lint.document)} tells", "", _summary(lint, len(there))]
    for note in lint.notes:
        lines += ["", _text(note)]
    if there:
        lines += ["", "## What is there", *(line for element in there for line in _there(element))]
    if lint.missing:
        lines += ["", "## What is missing", *(line for element in lint.missing for line in _missing(element))]
    return "\n".join([*lines, "", "## Plans and results", *_balance(lint)]) + "\n"


def _summary(lint: Lint, there: int) -> str:
    every = len(lint.elements)
    if there == every:
        return "All five things that a report to scrutiny should tell are there."
    missing = _listed([element.name.lower() for element in lint.missing])
    are = "is" if there == 1 else "are"
    found = f"{_NUMBERS[there].capitalize()} of the five things that a report to scrutiny should tell {are} there."
    return f"{found} Missing: {missing}."


def _there(element: Element) -> Iterator[str]:
    first, count = element.told[0], len(element.told)
    times = "once" if count == 1 else f"{count} times"
    yield ""
    yield f"- **{element.name}**: {times}, {'' if count == 1 else 'first '}{_where(first)}."
    yield from _quoted(first)
    if element.remedy:
        yield from ("", f"  {element.remedy}")


def _missing(element: Element) -> Iterator[str]:
    yield ""
    yield f"- **{element.name}.** {element.remedy}"


def _balance(lint: Lint) -> Iterator[str]:
    plans, results = len(lint.plans), len(lint.results)
    counted = "1 sentence" if lint.sentences == 1 else f"{lint.sentences} sentences"
    yield ""
    yield (
        f"Of {counted}, {_share(plans, lint.sentences)} tell what is planned and {_share(results, lint.sentences)}"
        f" tell results.{f' {lint.remedy}' if lint.remedy else ''}"
    )
    for name, told in (("plan", lint.plans), ("result", lint.results)):
        if told:
            yield ""
            yield f"- The first {name}, {_where(told[0])}:"
            yield from _quoted(told[0])


def _share(count: int, of: int) -> str:
    return f"{count} ({count / of:.0%})" if of else "none"


def _where(told: Told) -> str:
    place = told.place or "place not known"
    return f"on {place}" if place.startswith("page") else f"at {place}"


def _quoted(told: Told) -> Sequence[str]:
    return "", f"  > {_text(told.quote)}"


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _text(text: str) -> str:
    """The words as Markdown that shows just them."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
