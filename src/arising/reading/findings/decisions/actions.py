"""What an operative clause does: its action, whom it addresses, what it asks for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from arising.reading.language.speakers import strip_article
from arising.reading.record import Action

_FORMS: tuple[tuple[Action, str], ...] = (
    ("recommend", r"recommend(?:s|ed|ing)?|be recommended"),
    ("request", r"request(?:s|ed)?|ask(?:s|ed)?|urge[sd]?|call(?:s|ed)? (?:on|upon)|invite[sd]?|instruct(?:s|ed)?"
     r"|encourage[sd]?|require[sd]?|direct(?:s|ed)?|write"),
    ("thank", r"thank(?:s|ed)?|congratulate[sd]?|pa(?:y|id|ys) tribute|commend(?:s|ed)?|place[sd]? on record|thanks (?:were|was|be)"),
    ("note", r"note[sd]?|receive[sd]?|acknowledge[sd]?"),
    ("welcome", r"welcome[sd]?"),
    ("endorse", r"endorse[sd]?|support(?:s|ed)?"),
    ("approve", r"approve[sd]?|adopt(?:s|ed)?|accept(?:s|ed)?|confirm(?:s|ed)?|ratif(?:y|ies|ied)|sign(?:ed)?|correct record"),
    ("refer", r"refer(?:s|red)?|forward(?:s|ed)?|escalate[sd]?"),
    ("appoint", r"appoint(?:s|ed)?|elect(?:s|ed)?|nominate[sd]?|re-?elect(?:s|ed)?|re-?appoint(?:s|ed)?"),
    ("reject", r"reject(?:s|ed)?|refuse[sd]?|not be (?:granted|approved|supported|accepted)|dismiss(?:es|ed)?|decline[sd]?"),
    ("agree", r"agree[sd]?|resolve[sd]?|defer(?:s|red)?|grant(?:s|ed)?|proceed|continue"),
    ("other", r"delegate[sd]?|authori[sz]e[sd]?|comment(?:s|ed)?|make[sd]?|exclude[sd]?|declare[sd]?|record(?:s|ed)?"),
)  # fmt: skip
OPERATIVE_VERB = "|".join(forms for _, forms in _FORMS)
_VERB = re.compile(
    r"\b(?:" + "|".join(rf"(?P<{action}>{forms})" for action, forms in _FORMS) + r")\b", re.IGNORECASE
)  # fmt: skip
_ASKS = re.compile(
    r"\bagree[sd]?\s+(?:to\s+)?(?:(?:submit|make)\s+an?\s+)?(?P<verb>request|ask|recommend|invite|urge|call on|call upon|refer)\b",
    re.IGNORECASE,
)
_SHOULD = re.compile(
    r"^(?:[Tt]hat\s+)?(?P<who>(?:the\s+|The\s+)?[\w@.’'&/, -]{2,90}?)\s+(?:should|be (?:asked|requested|invited|instructed|urged|recommended)"
    r"|to be (?:asked|requested))\s+(?:to\s+)?(?P<what>(?!be\b|not\b)\w.*)$"
)
_WANTED = re.compile(
    r"(?:[Tt]hat )?(?P<what>(?:an?|the|further|regular|quarterly|annual|second)\s[^,;]{3,90}?\sbe (?:requested|sought)(?! to\b).*)$"
)
_BE_THANKED = re.compile(r"(?:.*?\band )?(?:[Tt]hat )?(?P<who>[^,;]{3,90}?) be thanked\b")
_PASSIVE_NOT = re.compile(r"\b(?:should|be|is|was) not\b|\bnot (?:be )?(?:granted|approved|supported|accepted)\b")
_ADDRESSED = re.compile(
    r"\b(?:request(?:s|ed)?|ask(?:s|ed)?|urge[sd]?|call(?:s|ed)? (?:on|upon)|invite[sd]?|instruct(?:s|ed)?|recommend(?:s|ed)?"
    r"|require[sd]?|encourage[sd]?)\s+(?:to\s+|that\s+|of\s+)?(?P<who>(?:the\s+)?(?:[A-Z][\w’'&]*|officers|members)"
    r"(?:[\s,–-]+(?:[A-Z(][\w’'&)]*|of|for|and|the|in|conjunction|with))*?)"
    r"(?=\s+(?:to|that|be|should|in conjunction|[a-z]+)\b|,|:|;|$)"
    r"(?:\s+in (?:conjunction|consultation) with [^,;]*?(?=\s+to\b))?(?:\s+(?:to|that|be|should)\b)?\s*(?P<what>[^;]*)"
)
_SUBMIT = re.compile(r"request\s+to\s+(?P<who>(?:the\s+)?[A-Z]\w+)(?P<what>.*)$")
_THANKED = re.compile(
    r"(?:thank(?:s|ed)?|commend(?:s|ed)|tribute to|congratulate[sd]?|thanks (?:were|was) (?:recorded|expressed|extended|given|conveyed) to)\s+"
    r"(?P<who>.*?)(?=\s+(?:for|on|and (?:noted|her|his|their))\b|[.;]|$)"
)
_DELEGATED = re.compile(
    r"\bdelegat\w+\b.*?\bto\s+(?P<who>(?:the\s+)?[A-Z][\w’'&]*(?:[\s,]+(?:[A-Z][\w’'&]*|of|for|and|&|the))*)"
)
_REFERRED = re.compile(
    r"\b(?:referred|refer|forwarded|escalated?)\b.*?\bto\s+(?P<who>(?:the\s+)?[A-Z][\w’'&]*(?:\s+(?:[A-Z][\w’'&]*|of|for|and|&|the))*)"
)


_MINUTES = re.compile(r"[Mm]inutes\b.*\b(?:signed|(?:true|correct|accurate) (?:record|copy))")


@dataclass(frozen=True, slots=True)
class Effect:
    """What a clause does."""

    action: Action
    addressee: str | None = None
    asks_for: str | None = None


def effect_of(clause: str, *, default: Action = "agree", addressee: str | None = None) -> Effect:
    """The effect of an operative clause.

    Args:
        clause: its words, without "RESOLVED".
        default: what a clause does that names no action ("It was agreed that a letter would be sent").
        addressee: whom the words before a list address ("call on the Cabinet Member to:").
    """
    if addressee is not None:
        return Effect(default, addressee, _short(clause))
    asked = _ASKS.search(clause) if "gree" in clause else None
    if asked:
        action: Action = {"recommend": "recommend", "refer": "refer"}.get(asked.group("verb").lower(), "request")  # type: ignore[assignment]
        return _addressed(clause, action)
    wanted = _WANTED.match(clause) if " be " in clause else None
    if wanted:
        return Effect("request", None, _short(wanted.group("what")))
    thanked = _BE_THANKED.match(clause) if "thanked" in clause else None
    if thanked:
        return Effect("thank", strip_article(thanked.group("who")))
    should = _SHOULD.match(clause) if "should" in clause or " be " in clause else None
    if should and not _PASSIVE_NOT.search(clause[:200]):
        action = "recommend" if re.search(r"be recommended", clause) else "request"
        return Effect(action, strip_article(should.group("who").strip()), _short(should.group("what")))
    if _PASSIVE_NOT.search(clause) and re.search(r"\b(?:granted|approved|supported|accepted|agreed)\b", clause):
        return Effect("reject")
    match = _VERB.search(clause)
    if match is None or match.lastgroup is None:
        return Effect("approve" if "correct record" in clause else default)
    action = match.lastgroup  # type: ignore[assignment]
    if action == "agree" and _MINUTES.search(clause):
        return Effect("approve")
    if default == "agree" and match.start() > 80 and action not in ("note", "approve"):
        return Effect(default)
    if action == "note" and re.search(r"\b(?:agreed|AGREED)\b", clause[match.end() : match.end() + 14]):
        return Effect("agree")
    if action == "note" and re.search(r"\bapproved\b|\bcorrect record\b|\bsupported\b", clause[match.end() :]):
        action = "endorse" if "supported" in clause else "approve"
    return _addressed(clause, action)


def _addressed(clause: str, action: Action) -> Effect:
    if action in ("request", "recommend"):
        match = _SUBMIT.search(clause) or _ADDRESSED.search(clause)
        if match:
            return Effect(action, strip_article(match.group("who").strip(" ,")), _short(match.group("what")) or None)
        asked = re.search(r"\b(?:request|recommend|ask)\w*\s+(?:that\s+|for\s+|a\s+|to\s+)?(.*)", clause)
        return Effect(action, None, _short(asked.group(1)) if asked else None)
    pattern = {"thank": _THANKED, "refer": _REFERRED}.get(action) or (
        _DELEGATED if "delegat" in clause.lower() else None
    )
    match = pattern.search(clause) if pattern else None
    return Effect(action, strip_article(match.group("who").strip(" ,")) if match else None)


def _short(words: str) -> str:
    """What is asked, to the end of its first clause."""
    words = re.split(r"[;:]|, (?:and|in order|which)\b", words.strip(), maxsplit=1)[0]
    return " ".join(words.split()[:24]).strip(" ,.“”'\"")
