"""Votes recorded: by name, by count, or one member's vote at their own wish."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from arising.reading.language.names import HONORIFIC, SURNAME, names_before, split_names
from arising.reading.language.numbers import NUMBER_WORD, value_of
from arising.reading.language.vocabulary import HONOURS
from arising.reading.outline import READ, Outline
from arising.reading.record import Ballot, Vote

_SIDES: dict[str, Ballot] = {
    "for": "for", "in favour": "for", "in favor": "for", "against": "against", "abstain": "abstain", "abstained": "abstain",
    "abstaining": "abstain", "abstentions": "abstain", "abstention": "abstain",
}  # fmt: skip
_SIDE = r"(?P<side>[Ff]or|FOR|[Ii]n [Ff]avour|[Aa]gainst|AGAINST|[Aa]bstain(?:ed|ing)?|[Aa]bstentions?|ABSTAIN\w*|ABSTENTIONS?)"
_NUMBER = rf"\d{{1,3}}|{NUMBER_WORD}|nil|none|no"
_SIDE_LINE = re.compile(
    rf"(?:(?:Councillors?|Members?|Votes?|Those|Cllrs?)\s+(?:voting\s+)?)?{_SIDE}\s*(?:[:–-]+\s*|the \w+\s*:?\s*)*(?:\((?P<count>\d{{1,3}})\))?\s*[:–-]*\s*(?P<names>.*)$",
    re.DOTALL,
)
_COUNT_LINE = re.compile(
    rf"(?P<count>{_NUMBER})\s+(?:votes?\s+|members?\s+|councillors?\s+|voted\s+)?{_SIDE}\b", re.IGNORECASE
)
_SIDE_COUNT = re.compile(rf"\b{_SIDE}\s*[:–-]?\s*\(?(?P<count>\d{{1,3}})\b\)?", re.IGNORECASE)
_WISHED = re.compile(
    r"\b(?:wished|requested|asked)\b[^.]{0,120}?\b(?:(?:he|she|they)\s+(?:had\s+)?(?P<voted>voted (?:for|against|in favour)|abstained)"
    r"|(?:his|her|their)\s+(?:votes?\s+)?(?P<votes>against|in favour|for|abstentions?)\b)[^.]*"
)
_OUTCOME = re.compile(
    r"(?i)\b(?:(?:motion|amendment|proposal|recommendations?)(?: was| were|)?\s*(?:declared |duly )?(?P<what>carried|lost|defeated|fell|agreed|approved|not carried)|^(?P<alone>carried|lost|agreed)\.?$|declared (?P<declared>carried|lost))"
)


def votes(out: Outline) -> Iterator[Vote]:
    """Every recorded vote, in order."""
    yield from _division_lists(out)
    for sentence in out.sentences:
        vocabulary = sentence.vocabulary
        if vocabulary.isdisjoint(
            ("voted", "votes", "vote", "abstained", "abstentions", "abstention", "favour", "abstaining")
        ):
            continue
        wished = _WISHED.search(sentence.text)
        if wished:
            low, names = names_before(sentence.text, 0, wished.start())
            quote = sentence.text[low : wished.end()].rstrip(" .;")
            ballot = _SIDES[re.sub(r"voted ", "", (wished.group("voted") or wished.group("votes")).lower())]
            if names:
                yield Vote(
                    quote=quote, start=sentence.start + low, end=sentence.start + low + len(quote), rule="recorded-at-request",
                    confidence=0.9, topic=sentence.topic.words if sentence.topic else None,
                    votes={_plain(name): ballot for name in names},
                )  # fmt: skip
            continue
        counts: dict[Ballot, int] = {}
        low, high = len(sentence.text), 0
        for match in _COUNT_LINE.finditer(sentence.text):
            value = 0 if match.group("count").lower() in ("nil", "none", "no") else value_of(match.group("count"))
            if value is not None:
                counts[_SIDES[match.group("side").lower()]] = int(value)
                low, high = min(low, match.start()), max(high, match.end())
        if len(counts) >= 2:
            start, end = sentence.start + low, sentence.start + high
            yield Vote(
                quote=out.document.text[start:end], start=start, end=end, rule="counted", confidence=0.85,
                topic=sentence.topic.words if sentence.topic else None, count=counts, outcome=_outcome(sentence.text),
            )  # fmt: skip


def division_blocks(out: Outline) -> frozenset[int]:
    """The numbers of the blocks that hold the names of a division."""
    return frozenset(number for first, last in _divisions(out) for number in range(first, last + 1))


def _divisions(out: Outline) -> list[tuple[int, int]]:
    """Runs of blocks "For (52)", names, "Against (0)", "Abstain (11)", names."""
    runs: list[tuple[int, int]] = []
    first = last = -1
    sides: set[Ballot] = set()
    for at, block in enumerate(out.blocks):
        words = out.words(at)
        match = _SIDE_LINE.match(words) if block.part in READ and len(words) < 6000 else None
        if match and _is_side_line(match):
            side = _SIDES[match.group("side").lower()]
            if side in sides and side == "for":
                if len(sides) >= 2:
                    runs.append((first, last))
                sides, first = set(), at
            if not sides:
                first = at
            sides.add(side)
            last = at
        elif sides and at == last + 1 and _only_names(words):
            last = at
        else:
            if len(sides) >= 2:
                runs.append((first, last))
            sides = set()
    if len(sides) >= 2:
        runs.append((first, last))
    return runs


def _is_side_line(match: re.Match[str]) -> bool:
    names = match.group("names").strip()
    if match.group("count") is not None:
        return not names or _only_names(names)
    return bool(names) and (_only_names(names) or re.fullmatch(r"\(?\d{1,3}\)?|[Nn]one|[Nn]il|0", names) is not None)


def _only_names(words: str) -> bool:
    """Whether a block is a list of names and nothing else."""
    rest = re.sub(rf"{HONORIFIC}|\b(?:{'|'.join(HONOURS)})\b|{SURNAME}|\b[A-Z]\b|\(\d+\)|\band\b|[,.;()&]", " ", words)
    return not rest.strip() and bool(re.search(r"[A-Z]", words))


def _division_lists(out: Outline) -> Iterator[Vote]:
    text = out.document.text
    for first, last in _divisions(out):
        ballots: dict[str, Ballot] = {}
        counts: dict[Ballot, int] = {}
        side: Ballot | None = None
        end = out.blocks[first].end
        for at in range(first, last + 1):
            block = out.blocks[at]
            match = _SIDE_LINE.match(out.words(at))
            start = block.start
            if match and _is_side_line(match):
                side = _SIDES[match.group("side").lower()]
                start = block.start + match.start("names")
                bare = re.fullmatch(r"\(?(\d{1,3})\)?", match.group("names").strip())
                if match.group("count") or bare:
                    counts[side] = int(match.group("count") or bare.group(1))  # type: ignore[union-attr]
                if bare:
                    start = block.end
            if side is not None and start < block.end:
                for name in split_names(text, start, block.end):
                    if name.name.lower() not in ("none", "nil"):
                        ballots[_plain(name.name)] = side
            end = block.end
        topic = out.topic_at[first]
        outcome = _outcome(out.words(last + 1)) if last + 1 < len(out.blocks) else None
        start = out.blocks[first].start
        yield Vote(
            quote=text[start:end], start=start, end=end, rule="division", confidence=0.95, topic=topic.words if topic else None,
            votes=ballots, count=counts or None, outcome=outcome,
        )  # fmt: skip


def _plain(name: str) -> str:
    """A name without honours: "Mr Streatfeild MBE" votes as Mr Streatfeild."""
    words = [word for word in name.replace(",", " ").split() if word not in HONOURS]
    return " ".join(words)


def _outcome(words: str) -> Literal["carried", "lost"] | None:
    match = _OUTCOME.search(words)
    if match is None:
        return None
    found = (match.group("what") or match.group("alone") or match.group("declared") or "").lower()
    return "lost" if found in ("lost", "defeated", "fell", "not carried") else "carried"
