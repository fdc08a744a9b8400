"""What may be answered to a question, and which answers are taken together in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import models

MOST_CHOICES = 12


class AnswerScale(models.TextChoices):
    """How a question is answered."""

    YES_NO = "yes_no", "Yes or no"
    AGREE = "agree", "From strongly agree to strongly disagree"
    TEN = "ten", "From 1 to 10"
    CHOICE = "choice", "A choice of answers"


FIXED: dict[AnswerScale, tuple[str, ...]] = {
    AnswerScale.YES_NO: ("Yes", "No"),
    AnswerScale.AGREE: ("Strongly agree", "Agree", "Neither agree nor disagree", "Disagree", "Strongly disagree"),
    AnswerScale.TEN: tuple(map(str, range(1, 11))),
}
"""The answers of each scale but the choice, in their order."""

TOGETHER: dict[AnswerScale, tuple[str, ...]] = {
    AnswerScale.YES_NO: ("Yes",),
    AnswerScale.AGREE: ("Strongly agree", "Agree"),
    AnswerScale.TEN: ("7", "8", "9", "10"),
}
"""Which answers are taken together unless somebody says otherwise."""


def answered(scale: str, together: Sequence[str]) -> str:
    """What those who gave one of the answers ``together`` did: "agreed", "said yes", "gave 7 to 10"."""
    if scale == AnswerScale.YES_NO and list(together) == ["Yes"]:
        return "said yes to"
    if scale == AnswerScale.AGREE and set(together) == set(TOGETHER[AnswerScale.AGREE]):
        return "agreed with"
    if scale == AnswerScale.TEN:
        numbers = sorted(map(int, together))
        if len(numbers) > 1 and numbers == list(range(numbers[0], numbers[-1] + 1)):
            return f"gave {numbers[0]} to {numbers[-1]} for"
        return f"gave {_either(list(map(str, numbers)))} for"
    return f"answered {_either([f'“{each}”' for each in together])} to"


def _either(words: Sequence[str]) -> str:
    *before, last = words
    return f"{', '.join(before)} or {last}" if before else last
