"""What a scoring comes to: figures for each kind, document and rule, and every difference, all counted from verdicts.

Precision is the share of findings that are right, recall the share of labels that were found, F1 their harmonic
mean; macro F1 is the mean over the kinds that have labels.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from arising.reading.scoring.judging import KINDS, Judgement, Verdict


class Difference(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing in which a record differs from the labels. With an ``attribute``, the finding itself is right."""

    document: str
    kind: str
    judgement: Judgement
    words: str
    rule: str | None = None
    attribute: str | None = None
    wanted: str | None = None
    got: str | None = None

    def __str__(self) -> str:
        by = f" [{self.rule}]" if self.rule else ""
        if self.attribute:
            what = f"{self.attribute} should be {self.wanted}, was read as {self.got}"
        else:
            what = str(self.judgement)
        return f"{self.document}: {self.kind}: {what}: {self.words}{by}"


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """Findings that are right and false (the unfounded among them), labels missed, and attributes (right, compared)."""

    right: int = 0
    false: int = 0
    missed: int = 0
    unfounded: int = 0
    attributes: dict[str, tuple[int, int]] = {}

    @property
    def precision(self) -> float:
        """The share of findings that are right; 0 where there are none."""
        return self.right / (self.right + self.false) if self.right + self.false else 0.0

    @property
    def recall(self) -> float:
        """The share of labels that were found; 0 where there are none."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def figures(self) -> dict[str, Any]:
        """The tally as plain data, with the rates worked out to three places."""
        rates = {name: round(getattr(self, name), 3) for name in ("precision", "recall", "f1")}
        return rates | msgspec.structs.asdict(self)


class Score(msgspec.Struct, frozen=True, kw_only=True):
    """The tally of each kind, over one document or many."""

    kinds: dict[str, Tally]

    @property
    def macro_f1(self) -> float:
        """The mean F1 over the kinds that have labels, each rounded to three places as it is shown."""
        labelled = [tally for tally in self.kinds.values() if tally.right + tally.missed]
        return sum(round(tally.f1, 3) for tally in labelled) / len(labelled) if labelled else 0.0

    @property
    def attribute_accuracy(self) -> float:
        """The share of compared attributes that are right."""
        compared = [counts for tally in self.kinds.values() for counts in tally.attributes.values()]
        asked = sum(count for _, count in compared)
        return sum(right for right, _ in compared) / asked if asked else 0.0

    @property
    def unfounded(self) -> int:
        """How many findings have a quote that does not stand in the document."""
        return sum(tally.unfounded for tally in self.kinds.values())

    def figures(self) -> dict[str, Any]:
        """The score as plain data, rates to three places."""
        return {
            "macro_f1": round(self.macro_f1, 3),
            "attribute_accuracy": round(self.attribute_accuracy, 3),
            "unfounded": self.unfounded,
            "kinds": {kind: tally.figures() for kind, tally in self.kinds.items()},
        }


class RuleScore(msgspec.Struct, frozen=True, kw_only=True):
    """How often a rule was right and how often not."""

    right: int = 0
    false: int = 0


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """A whole scoring: the total, each document, each rule, and every difference."""

    total: Score
    documents: dict[str, Score]
    rules: dict[str, RuleScore]
    differences: tuple[Difference, ...]

    @classmethod
    def of(cls, verdicts: Mapping[str, Sequence[Verdict]]) -> Result:
        """Count the verdicts on each document, by its name."""
        every = [verdict for document in verdicts.values() for verdict in document]
        return cls(
            total=_score(every),
            documents={name: _score(document) for name, document in verdicts.items()},
            rules=_rule_scores(every),
            differences=tuple(
                difference
                for name, document in verdicts.items()
                for verdict in document
                for difference in _differences(name, verdict)
            ),
        )

    def to_json(self) -> bytes:
        """The result as UTF-8 JSON, the rates beside the counts. ``from_json`` reads it back."""
        data = {
            "total": self.total.figures(),
            "documents": {name: score.figures() for name, score in self.documents.items()},
            "rules": msgspec.to_builtins(self.rules),
            "differences": msgspec.to_builtins(self.differences),
        }
        return msgspec.json.format(msgspec.json.encode(data), indent=1)

    @classmethod
    def from_json(cls, data: bytes) -> Result:
        """Read a result back. Raises ``msgspec.DecodeError`` where it is none."""
        return msgspec.json.decode(data, type=cls)


class Changes(msgspec.Struct, frozen=True, kw_only=True):
    """What a later reading does better (differences gone) and worse (differences new)."""

    gains: tuple[Difference, ...]
    losses: tuple[Difference, ...]


def changes(before: Result, after: Result) -> Changes:
    """Hold two results against each other, over the documents that both have."""
    shared = before.documents.keys() & after.documents.keys()
    old = [difference for difference in before.differences if difference.document in shared]
    new = [difference for difference in after.differences if difference.document in shared]
    return Changes(gains=tuple(_without(old, new)), losses=tuple(_without(new, old)))


def _score(verdicts: Sequence[Verdict]) -> Score:
    return Score(kinds={kind: _tally([one for one in verdicts if one.kind == kind]) for kind in KINDS})


def _tally(verdicts: Sequence[Verdict]) -> Tally:
    counts = Counter(verdict.judgement for verdict in verdicts)
    attributes: dict[str, tuple[int, int]] = {}
    for attribute in (attribute for verdict in verdicts for attribute in verdict.attributes):
        right, compared = attributes.get(attribute.name, (0, 0))
        attributes[attribute.name] = (right + attribute.right, compared + 1)
    return Tally(
        right=counts[Judgement.RIGHT],
        false=counts[Judgement.FALSE] + counts[Judgement.UNFOUNDED],
        missed=counts[Judgement.MISSED],
        unfounded=counts[Judgement.UNFOUNDED],
        attributes=attributes,
    )


def _rule_scores(verdicts: Iterable[Verdict]) -> dict[str, RuleScore]:
    right: Counter[str] = Counter()
    false: Counter[str] = Counter()
    for verdict in verdicts:
        if verdict.rule:
            (right if verdict.judgement is Judgement.RIGHT else false)[verdict.rule] += 1
    return {rule: RuleScore(right=right[rule], false=false[rule]) for rule in sorted(right | false)}


def _differences(document: str, verdict: Verdict) -> Iterator[Difference]:
    about = Difference(
        document=document, kind=verdict.kind, judgement=verdict.judgement, words=verdict.words, rule=verdict.rule
    )
    if verdict.judgement is not Judgement.RIGHT:
        yield about
    for attribute in verdict.attributes:
        if not attribute.right:
            yield msgspec.structs.replace(about, attribute=attribute.name, wanted=attribute.wanted, got=attribute.got)


def _without(some: Iterable[Difference], others: Iterable[Difference]) -> Iterator[Difference]:
    """Those that the others do not have, the rule and what was read instead aside."""
    known = Counter(map(_what_differs, others))
    for difference in some:
        if known[_what_differs(difference)] > 0:
            known[_what_differs(difference)] -= 1
        else:
            yield difference


def _what_differs(difference: Difference) -> tuple[str, ...]:
    parts = (difference.document, difference.kind, difference.words, difference.attribute, difference.wanted)
    return (difference.judgement, *(part or "" for part in parts))
