"""What people said in a time: in surveys, and in what was logged of forums, visits and complaints."""

from __future__ import annotations

from arising.register.accounts.audiences import Reader
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.bodies.models import Council
from arising.register.improvement.annual import Between
from arising.register.improvement.models import Engagement
from arising.register.improvement.queries.changes.change import Change
from arising.register.improvement.queries.engagement import Heard, engagement_log
from arising.register.improvement.queries.surveys import rounds_of
from arising.register.improvement.queries.surveys.told import QuestionTold, RoundTold
from arising.register.programme.pack import Quote


def surveys_changed(user: Reader, council: Council, time: Between) -> list[Change]:
    """The last round of each survey in ``time``: the questions whose answers changed by more than chance gives; where
    none did, that none did, or what the first question shows where there is nothing to hold it against."""
    found: list[Change] = []
    for rounds in rounds_of(user, council):
        within = [each for each in rounds if time.since <= each.round.ends_on <= time.until]
        if within:
            found.extend(_of_round(within[-1]))
    return found


def people_heard(user: Reader, council: Council, time: Between) -> list[Change]:
    """What was heard in ``time``, the latest first: their words as they were logged, and what was done about it by its
    end."""
    entries = engagement_log(user, council).everything
    return [_heard(each, time) for each in entries if time.since <= each.row.on <= time.until]


def _of_round(told: RoundTold) -> list[Change]:
    shown = [each for each in told.questions if each.now]
    changed = [_of_question(told, each) for each in shown if each.everybody.is_changed]
    if changed or not shown:
        return changed
    held = sum(bool(each.everybody.change) for each in shown)
    if not held:
        return [_of_question(told, shown[0])]
    asked = "its one question" if len(shown) == 1 else f"none of its {len(shown)} questions"
    did = "did not change" if len(shown) == 1 else "changed"
    words = f"{told.round.survey}, {told.when}: the answers to {asked} {did} by more than chance gives."
    return [_change(told, words, moved=False)]


def _of_question(told: RoundTold, question: QuestionTold) -> Change:
    return _change(told, f"{told.round.survey}. {question.words}", question.question.words)


def _change(told: RoundTold, words: str, about: str = "", *, moved: bool = True) -> Change:
    survey = told.round.survey
    return Change(words, told.round.ends_on, survey.get_absolute_url(), f"{survey} {about}", moved)


def _heard(one: Heard, time: Between) -> Change:
    row = one.row
    themes = "; ".join(theme for theme, _ in one.themes)
    said = f"{row.get_of_display()} were heard on {day_in_words(row.on)}{f' ({themes})' if themes else ''}."
    done = row.done_on is not None and row.done_on <= time.until
    if done and row.done_on:
        said += f" Done on {day_in_words(row.done_on)}: {row.done}"
    elif row.will_do:
        said += f" To be done{f' by {day_in_words(row.will_do_by)}' if row.will_do_by else ''}: {row.will_do}"
    else:
        said += " Nothing was said of what will be done."
    quote = Quote(row.heard, _source(row), row.on)
    return Change(said, row.on, row.get_absolute_url(), f"{themes} {row.heard}", done, (quote,))


def _source(row: Engagement) -> str:
    day = day_in_words(row.on)
    return row.source if day in row.source else f"{row.source}, {day}"
