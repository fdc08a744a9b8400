"""Who has the floor: every speech of the minutes, sentence by sentence, heard once for all findings."""

from __future__ import annotations

import re
from functools import cached_property

from arising.reading.findings.attendance import Roll
from arising.reading.language.speakers import Speech, Table, speeches, verbs_of_speech
from arising.reading.outline import Heading, Outline, Sentence

_COUNCILLOR_WORDS = ("Councillor", "Cllr")
_COUNCILLOR = re.compile(r"\b(?:Councillor|Cllr)\b\.?\s?[A-Z]")


class Floor:
    """The speeches of a document. Asked again for a sentence it answers from memory."""

    def __init__(self, out: Outline, roll: Roll) -> None:
        self._text = out.document.text
        names_councillors = any(word in self._text for word in _COUNCILLOR_WORDS) and _COUNCILLOR.search(self._text)
        self.table = Table(
            set(roll.members), set(roll.officers), frozenset(roll.initials), has_councillors=bool(names_councillors)
        )
        self._sentences = out.sentences
        self._heard: dict[int, list[Speech]] = {}

    def speeches(self, sentence: Sentence) -> list[Speech]:
        """Who speaks in a sentence, in order."""
        heard = self._heard.get(sentence.start)
        if heard is None:
            verbs = verbs_of_speech(sentence.vocabulary)
            heard = speeches(self._text, sentence.start, sentence.end, self.table, verbs) if verbs else []
            self._heard[sentence.start] = heard
        return heard

    def answering(self, sentence: Sentence, before: int) -> Speech | None:
        """Who reports what a sentence says up to ``before``: its own speaker, or the last before it in its topic."""
        last = self._last_before.get(sentence.start)
        for speech in self.speeches(sentence):
            if speech.start >= before:
                break
            if speech.side != "pronoun":
                last = speech
        return last

    @cached_property
    def _last_before(self) -> dict[int, Speech]:
        """For every sentence the last to speak under its topic before it, by where the sentence starts."""
        before: dict[int, Speech] = {}
        topic: Heading | None = None
        last: Speech | None = None
        for sentence in self._sentences:
            if sentence.topic is not topic:
                topic, last = sentence.topic, None
            if last is not None:
                before[sentence.start] = last
            for speech in self.speeches(sentence):
                if speech.side != "pronoun":
                    last = speech
        return before
