"""Votes recorded: by name, by count, or one member's vote at their own wish."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from arising.reading.language.names import HONORIFIC, SURNAME, names_before, split_names
from arising.reading.language.numbers import NUMBER_WORD, value_of
from arising.reading.language.vocabulary import HONOURS
from arising.reading.outline import READ, Outline, Sentence
from arising.reading.record import Ballot, Vote

_SIDE = (
    r"(?P<side>[Ff]or|FOR|[Ii]n [Ff]avour|[Aa]gainst|AGAINST"
    r"|[Aa]bstain(?:ed|ing)?|[Aa]bstentions?|ABSTAIN\w*|ABSTENTIONS?)"
)
_NUMBER = rf"\d{{1,3}}|{NUMBER_WORD}|nil|none|no"
_THOSE = r"(?:(?:Councillors?|Members?|Votes?|Those|Cllrs?)\s+(?:voting\s+)?)?"
_SIDE_LINE = re.compile(
    rf"{_THOSE}{_SIDE}\s*(?:[:–-]+\s*|the \w+\s*:?\s*)*(?:\((?P<count>\d{{1,3}})\))?\s*[:–-]*\s*(?P<names>.*)$",
    re.DOTALL,
)
_COUNT_FIRST = re.compile(rf"\(?(?P<count>\d{{1,3}})\)?\s+(?:votes?\s+)?{_SIDE}\s*[:.;,]?(?P<names>)$")
_BARE_COUNT = re.compile(r"\(?(\d{1,3})\)?")
_NOBODY = re.compile(r"\(?\d{1,3}\)?|[Nn]one|[Nn]il|0")
_LONGEST_SIDE = 6000
_SIDE_OPENS = frozenset("CMVTFfIiAa")
_NAMES = re.compile(rf"{HONORIFIC}|\b(?:{'|'.join(sorted(HONOURS))})\b|{SURNAME}|\b[A-Z]\b|\(\d+\)|\band\b|[,.;()&]")
_CAPITAL = re.compile(r"[A-Z]")
_VOTE_WORDS = frozenset("voted votes vote abstained abstentions abstention favour abstaining".split())
_COUNT_LINE = re.compile(
    rf"(?P<count>{_NUMBER})\s+(?:votes?\s+|members?\s+|councillors?\s+|voted\s+)?{_SIDE}\b", re.IGNORECASE
)
_THEY_VOTED = r"(?:he|she|they)\s+(?:had\s+)?(?P<voted>voted (?:for|against|in favour)|abstained)"
_THEIR_VOTE = r"(?:his|her|their)\s+(?:votes?\s+)?(?P<votes>against|in favour|for|abstentions?)\b"
_WISHED = re.compile(rf"\b(?:wished|requested|asked)\b[^.]{{0,120}}?\b(?:{_THEY_VOTED}|{_THEIR_VOTE})[^.]*")
_MOTION = r"(?:motion|amendment|proposal|recommendations?)(?: was| were|)?\s*(?:declared |duly )?"
_OUTCOME = re.compile(
    rf"(?i)\b(?:{_MOTION}(?P<what>carried|lost|defeated|fell|agreed|approved|not carried)"
    r"|^(?P<alone>carried|lost|agreed)\.?$|declared (?P<declared>carried|lost))"
)


def votes(out: Outline, runs: Iterable[tuple[int, int]]) -> Iterator[Vote]:
    """Every recorded vote: the divisions (the ``runs`` of their blocks), then those told in a sentence, in order."""
    yield from _division_lists(out, runs)
    for sentence in out.sentences:
        if sentence.vocabulary.isdisjoint(_VOTE_WORDS):
            continue
        wished = _WISHED.search(sentence.text)
        vote = _at_request(sentence, wished) if wished else _counted(sentence)
        if vote is not None:
            yield vote


def _at_request(sentence: Sentence, wished: re.Match[str]) -> Vote | None:
    """The vote of a member who wished it to be recorded."""
    low, names = names_before(sentence.text, 0, wished.start())
    if not names:
        return None
    quote = sentence.text[low : wished.end()].rstrip(" .;")
    ballot = _side(wished.group("voted") or wished.group("votes"))
    return Vote(
        quote=quote,
        start=sentence.start + low,
        end=sentence.start + low + len(quote),
        rule="recorded-at-request",
        confidence=0.9,
        topic=sentence.topic.words if sentence.topic else None,
        votes={_plain(name): ballot for name in names},
    )


def _counted(sentence: Sentence) -> Vote | None:
    """A vote told by its counts: "6 votes for, 2 against and one abstention"."""
    counts: dict[Ballot, int] = {}
    low, high = len(sentence.text), 0
    for match in _COUNT_LINE.finditer(sentence.text):
        value = 0 if match.group("count").lower() in ("nil", "none", "no") else value_of(match.group("count"))
        if value is not None:
            counts[_side(match.group("side"))] = int(value)
            low, high = min(low, match.start()), max(high, match.end())
    if len(counts) < 2:
        return None
    return Vote(
        quote=sentence.text[low:high],
        start=sentence.start + low,
        end=sentence.start + high,
        rule="counted",
        confidence=0.85,
        topic=sentence.topic.words if sentence.topic else None,
        count=counts,
        outcome=_outcome(sentence.text),
    )


def division_blocks(runs: Iterable[tuple[int, int]]) -> frozenset[int]:
    """The numbers of the blocks that hold the names of a division, of ``runs`` of them."""
    return frozenset(number for first, last in runs for number in range(first, last + 1))


def divisions(out: Outline) -> list[tuple[int, int]]:
    """Runs of blocks "For (52)", names, "Against (0)", "Abstain (11)", names."""
    runs: list[tuple[int, int]] = []
    first = last = -1
    sides: set[Ballot] = set()
    for at, block in enumerate(out.blocks):
        words = out.words(at)
        match = _side_line(words) if block.part in READ else None
        if match:
            side = _side(match.group("side"))
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


def _side_line(words: str) -> re.Match[str] | None:
    """The match of a block that holds one side of a division, as "For (2)", names or both, or "2 For"; nothing else."""
    match = _SIDE_LINE.match(words) if words[:1] in _SIDE_OPENS and len(words) < _LONGEST_SIDE else None
    if match is None:
        return _COUNT_FIRST.match(words) if words[:1] == "(" or words[:1].isdigit() else None
    names = match.group("names").strip()
    if match.group("count") is not None:
        return match if not names or _only_names(names) else None
    return match if names and (_only_names(names) or _NOBODY.fullmatch(names)) else None


def _side(words: str) -> Ballot:
    """The side that words name: "in favour", "voted against", "Abstentions"."""
    words = words.lower()
    if "abst" in words:
        return "abstain"
    return "against" if "against" in words else "for"


def _only_names(words: str) -> bool:
    """Whether a block is a list of names and nothing else."""
    return not _NAMES.sub(" ", words).strip() and _CAPITAL.search(words) is not None


def _division_lists(out: Outline, runs: Iterable[tuple[int, int]]) -> Iterator[Vote]:
    for first, last in runs:
        ballots, counts = _ballots(out, first, last)
        topic = out.topic_at[first]
        start, end = out.blocks[first].start, out.blocks[last].end
        yield Vote(
            quote=out.document.text[start:end],
            start=start,
            end=end,
            rule="division",
            confidence=0.95,
            topic=topic.words if topic else None,
            votes=ballots,
            count=counts or None,
            outcome=_outcome(out.words(last + 1)) if last + 1 < len(out.blocks) else None,
        )


def _ballots(out: Outline, first: int, last: int) -> tuple[dict[str, Ballot], dict[Ballot, int]]:
    """How each named member voted in a division, and the counts that are printed."""
    ballots: dict[str, Ballot] = {}
    counts: dict[Ballot, int] = {}
    side: Ballot | None = None
    for at in range(first, last + 1):
        block = out.blocks[at]
        start = block.start
        match = _side_line(out.words(at))
        if match:
            side = _side(match.group("side"))
            bare = _BARE_COUNT.fullmatch(match.group("names").strip())
            printed = match.group("count") or (bare.group(1) if bare else None)
            if printed:
                counts[side] = int(printed)
            start = block.end if bare else block.start + match.start("names")
        if side is not None and start < block.end:
            for name in split_names(out.document.text, start, block.end):
                if name.name.lower() not in ("none", "nil"):
                    ballots[_plain(name.name)] = side
    return ballots, counts


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
