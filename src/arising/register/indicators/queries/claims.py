"""Claims: figures that committees were told, held against what was published for the council's area."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import F, QuerySet

from arising.following import repeated
from arising.measures.areas import Area, found
from arising.measures.cards import Card
from arising.measures.claims import Figure as Told
from arising.measures.claims import Match as Matched
from arising.measures.claims import Outcome, Reported, Verdict, beside_reported, judgements, may_be_of
from arising.measures.observations import Observation
from arising.measures.periods import year
from arising.reading.language.sentences import sentence_around
from arising.register.accounts.audiences import Reader
from arising.register.accounts.rules import is_clerk
from arising.register.bodies import queries as bodies
from arising.register.bodies.dates_in_words import in_words
from arising.register.bodies.models import Body, Council
from arising.register.bodies.withheld import mask_for
from arising.register.indicators.models import Indicator, Match, StatisticalArea
from arising.register.indicators.queries.cards import cards_of
from arising.register.indicators.queries.pages import indicators
from arising.register.indicators.queries.series import InRegister
from arising.register.indicators.queries.side_by_side.held import reported_of
from arising.register.record.models import DocumentText, Figure

OUTCOMES: dict[Outcome, str] = {
    "differs": "Differs from what was published",
    "matches": "Matches what was published",
    "cannot tell": "Cannot be told",
}


@dataclass(frozen=True)
class Time:
    """The period in the words of the minutes, with the days that bound it."""

    words: str
    earliest: str | None
    latest: str | None


@dataclass(frozen=True)
class Claim:
    """A figure with the verdict on it, and what a person said that it is about."""

    figure: Figure
    verdict: Verdict
    decided: Match | None = None
    reported: tuple[Reported, ...] = ()

    @property
    def outcome(self) -> Outcome:
        return self.verdict.outcome

    @property
    def is_set_aside(self) -> bool:
        """Whether a person said that it is about no indicator."""
        return self.decided is not None and self.decided.indicator is None

    @property
    def is_of_an_indicator(self) -> bool:
        """Whether its words, or a person, name what it is about."""
        verdict = self.verdict
        return bool(verdict.match or verdict.ceiling or verdict.between) or self.decided is not None

    @property
    def outcome_in_words(self) -> str:
        return OUTCOMES[self.outcome]

    @property
    def evidence(self) -> list[Observation]:
        """The published figures and the council's own that it rests on, each with its file and row."""
        return [*self.verdict.evidence, *(one for each in self.reported for one in each.evidence)]

    @property
    def beside_reported(self) -> str:
        """What it comes to beside what the council reported itself; "" where it reported nothing of the kind."""
        return " ".join(each.sentence for each in self.reported)

    @property
    def notes(self) -> str:
        """What is to be read with the verdict."""
        return " ".join(each for each in (*self.verdict.notes, self.verdict.working, self.verdict.settle) if each)


@dataclass(frozen=True)
class ToldAgain:
    """A figure that was told again at a later meeting, unchanged or changed without a remark, put as a question."""

    question: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class Claims:
    """The claims of a body, the latest meeting first. ``set_aside`` are those of which a person said that they are of
    no indicator, ``without`` counts figures that no indicator fits."""

    body: Body
    area: StatisticalArea | None
    claims: tuple[Claim, ...]
    set_aside: tuple[Claim, ...]
    without: int
    again: tuple[ToldAgain, ...]
    may_decide: bool

    @cached_property
    def counts(self) -> dict[Outcome, int]:
        """How many there are of each outcome."""
        return {outcome: sum(one.outcome == outcome for one in self.claims) for outcome in OUTCOMES}

    @property
    def words(self) -> str:
        """The answer in a sentence or two."""
        if not self.claims:
            told = "No figure that this body was told is one that the register can hold against published ones."
            return told if self.area else f"{told} It is not known which area {self.body.council} is."
        differ, match = self.counts["differs"], self.counts["matches"]
        parts = []
        if differ:
            parts.append(f"{differ} {'differs' if differ == 1 else 'differ'} from what was published")
        if match:
            matching = "matches" if match == 1 else "match"
            parts.append(f"{match} {matching} {'it' if differ else 'what was published'}")
        if self.counts["cannot tell"]:
            parts.append(f"of {self.counts['cannot tell']} it cannot be told")
        many = len(self.claims)
        said = f"Of {many} figures" if many > 1 else "Of 1 figure"
        return f"{said} that this body was told, {', '.join(parts)}."


def claims(user: Reader, slug: str) -> Claims:
    """The figures that a body was told, with their verdicts. Raises ``Body.DoesNotExist``."""
    body = bodies.body(user, slug)
    figures = list(_figures(user).filter(source__meeting__body=body))
    area = StatisticalArea.objects.filter(council=body.council_id).first()
    judged = _judged(user, figures, body.council)
    aside, held = [one for one in judged if one.is_set_aside], [one for one in judged if not one.is_set_aside]
    again = _told_again(figures, _told(user, figures, None))
    listed = tuple(one for one in held if one.is_of_an_indicator)
    return Claims(body, area, listed, tuple(aside), len(held) - len(listed), again, is_clerk(user, body))


def claims_about(user: Reader, card: Card, council: Council) -> list[Claim]:
    """The claims of a council's bodies that are about an indicator, the earliest first."""
    figures = _figures(user).filter(source__meeting__body__council=council)
    decided = set(Match.objects.filter(indicator__key=card.key).values_list("figure_id", flat=True))
    perhaps = [
        each
        for each in figures
        if each.pk in decided or may_be_of(f"{each.quote} {each.measure} {each.topic or ''}", card)
    ]
    held = _judged(user, perhaps, council)
    return sorted(
        (one for one in held if one.verdict.match and one.verdict.match.card.key == card.key and not one.is_set_aside),
        key=lambda one: one.verdict.told.told_on or date.min,
    )


def claim(user: Reader, pk: int) -> Claim:
    """One figure with its verdict. Raises ``Figure.DoesNotExist``."""
    figure = _figures(user).get(pk=pk)
    council: Council = figure.source.meeting.body.council
    return _judged(user, [figure], council)[0]


def _figures(user: Reader) -> QuerySet[Any]:
    found: QuerySet[Any] = Figure.objects.visible_to(user).standing()
    with_place = found.select_related("source__meeting__body__council", "item__meeting__body", "topic")
    return with_place.order_by(F("source__meeting__latest").desc(nulls_last=True), "source_id", "start")


def _judged(user: Reader, figures: list[Figure], council: Council) -> list[Claim]:
    by_figure = Match.objects.visible_to(user).filter(figure__in=figures).select_related("indicator", "area")
    matches = {each.figure_id: each for each in by_figure}
    decided_of = {each.indicator.key: each.indicator for each in matches.values() if each.indicator}
    known = (*indicators(council), *decided_of.values())
    cards = cards_of(known)
    area = StatisticalArea.objects.filter(council=council).first()
    published = InRegister(_areas(area), cards)
    told = _told(user, figures, area.named if area else found(council.name))
    own = _by_system(user, area, known) if area else {}
    judged = []
    for figure, one in zip(figures, told, strict=True):
        decided = matches.get(figure.pk)
        by_hand = _by_hand(decided, cards) if decided else None
        verdicts = judgements(one, published, cards, by_hand=by_hand)
        if decided is not None and by_hand is None:
            judged.append(Claim(figure, verdicts[0], decided))
            continue
        for verdict in verdicts:
            held = [beside_reported(verdict, system, each) for system, each in own.items()]
            judged.append(Claim(figure, verdict, decided, tuple(each for each in held if each)))
    return judged


def _by_system(
    user: Reader, area: StatisticalArea, known: Iterable[Indicator]
) -> dict[str, list[Observation]]:  # fmt: skip
    found: dict[str, list[Observation]] = {}
    for systems in reported_of(user, area, known).values():
        for system, told in systems.items():
            found.setdefault(system, []).extend(one.observation for one in told)
    return found


def _told_again(figures: list[Figure], told: list[Told]) -> tuple[ToldAgain, ...]:
    by_told = {id(one): figure for one, figure in zip(told, figures, strict=True)}

    def day(one: Told) -> date:
        return one.told_on or date.min

    def when(one: Told) -> str:
        return f"on {in_words(by_told[id(one)].source.meeting.date)}"

    dated = [one for one in told if one.told_on is not None]
    found = repeated(dated, day, lambda one: one.sentence, when)
    return tuple(ToldAgain(each.question, tuple(by_told[id(one)] for one in each.told)) for each in found)


def _areas(area: StatisticalArea | None) -> list[StatisticalArea]:
    wanted = StatisticalArea.objects.filter(level__in=["national", "regional"])
    return [*wanted, *([area] if area and area.level == "authority" else [])]


def _told(user: Reader, figures: Iterable[Figure], area: Area | None) -> list[Told]:
    """The figures as the measures know them, with the sentences that they stand in as ``user`` may read them."""
    figures = list(figures)
    texts = DocumentText.objects.filter(reading__in={each.reading_id for each in figures})
    by_reading: Mapping[int, str] = dict(texts.values_list("pk", "text"))
    told = []
    for figure in figures:
        meeting = figure.source.meeting
        mask = mask_for(user, meeting.body.council_id)
        text = by_reading.get(figure.reading_id, "")
        sentence = sentence_around(text, figure.start, figure.end) if text else figure.quote
        bounds = (figure.period_earliest, figure.period_latest)
        period = Time(figure.period, *(day.isoformat() if day else None for day in bounds)) if figure.period else None
        told.append(
            Told(
                value=figure.value, unit=figure.unit, quote=figure.quote, measure=figure.measure,
                sentence=mask.text(sentence) if mask else sentence,
                heading=figure.topic.heading if figure.topic else str(figure.item or ""),
                scope="national" if figure.scope == "national" else "local", high=figure.high, of=figure.of,
                approximate=figure.approximate, comparator=figure.comparator or None, period=period,
                told_on=meeting.latest, area=area,
            )
        )  # fmt: skip
    return told


def _by_hand(decided: Match, cards: Mapping[str, Card]) -> Matched | None:
    """What a person said that a figure is about; None where that is nothing."""
    if decided.indicator is None or decided.indicator.key not in cards:
        return None
    card = cards[decided.indicator.key]
    variants = (decided.variant,) if decided.variant else tuple(each.key for each in card.variants)
    return Matched(
        card, variants, decided.area.named if decided.area else None, ("A clerk said so.",),
        period=year(card.year, decided.year) if decided.year else None,
    )  # fmt: skip
