"""People whom the minutes name with their post, outside the roll: "Councillor A Yarrow, Portfolio Holder"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from arising.reading.findings.attendance import Roll
from arising.reading.language.names import SURNAME, TITLED_NAME, surname
from arising.reading.language.patterns import has_any
from arising.reading.language.speakers import POST
from arising.reading.language.vocabulary import ANSWERING_POSTS
from arising.reading.outline import Outline
from arising.reading.record import Person

_POST_WORDS = frozenset(word.lower() for post in ANSWERING_POSTS for word in post.split())
# It begins with a character of a few, which is what a search is quick to look for.
_BESIDE = re.compile(rf"[,\s](?:(?<=,)\s+|(?<=\s)\()(?=[A-Zat])(?P<post>(?!the\s){POST})")
_NAME_BEFORE = re.compile(rf"(?P<name>{TITLED_NAME}|\b[A-Z][a-z]+ {SURNAME})$")
_BESIDES = (",", "(")
_LONGEST_NAME = 60
_NEXT_PERSON = re.compile(rf"(?:,|\sand)\s+(?:[A-Z][a-z]+ {SURNAME}),")


def people_with_posts(out: Outline, roll: Roll) -> Iterator[Person]:
    """Each person and post named together, once; those of the roll are not given again."""
    seen = {(surname(person.name or ""), person.role) for person in roll.people}
    for sentence in out.sentences:
        if sentence.vocabulary.isdisjoint(_POST_WORDS) or not has_any(sentence.text, _BESIDES):
            continue
        for match in _BESIDE.finditer(sentence.text):
            named = _NAME_BEFORE.search(sentence.text, max(0, match.start() - _LONGEST_NAME), match.start())
            if named is None:
                continue
            name, role = named.group("name"), _own_post(match.group("post"))
            if (surname(name), role) in seen:
                continue
            seen.add((surname(name), role))
            start = sentence.start + named.start()
            quote = sentence.text[named.start() : match.start("post") + len(role)]
            yield Person(
                quote=quote, start=start, end=start + len(quote), rule="named-with-post", confidence=0.8,
                topic=sentence.topic.words if sentence.topic else None, name=name, role=role,
            )  # fmt: skip


def _own_post(post: str) -> str:
    """A post without the next person of a list, and without a bracket that it did not open."""
    following = _NEXT_PERSON.search(post)
    if following:
        post = post[: following.start()]
    post = post.rstrip(" ,")
    return post.rstrip(")") if post.count(")") > post.count("(") else post
