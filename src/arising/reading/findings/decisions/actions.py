"""What an operative clause does: its action, whom it addresses, what it asks for."""

from __future__ import annotations

import re

import msgspec

from arising.reading.language.patterns import one_of
from arising.reading.language.speakers import strip_article
from arising.reading.record import Action

_FORMS: dict[Action, str] = {
    "recommend": "recommend recommends recommended recommending",
    "request": (
        "request requests requested ask asks asked urge urges urged call_on calls_on called_on call_upon calls_upon"
        " called_upon invite invites invited instruct instructs instructed encourage encourages encouraged require"
        " requires required direct directs directed write"
    ),
    "thank": (
        "thank thanks thanked congratulate congratulates congratulated pay_tribute paid_tribute pays_tribute commend"
        " commends commended place_on_record places_on_record placed_on_record"
    ),
    "note": "note notes noted receive receives received acknowledge acknowledges acknowledged",
    "welcome": "welcome welcomes welcomed",
    "endorse": "endorse endorses endorsed support supports supported",
    "approve": (
        "approve approves approved adopt adopts adopted accept accepts accepted confirm confirms confirmed ratify"
        " ratifies ratified sign signed correct_record"
    ),
    "refer": "refer refers referred forward forwards forwarded escalate escalates escalated",
    "appoint": (
        "appoint appoints appointed elect elects elected nominate nominates nominated re-elect re-elects re-elected"
        " reelect reelects reelected re-appoint re-appoints re-appointed reappoint reappoints reappointed"
    ),
    "reject": (
        "reject rejects rejected refuse refuses refused not_be_granted not_be_approved not_be_supported"
        " not_be_accepted dismiss dismisses dismissed decline declines declined"
    ),
    "agree": (
        "agree agrees agreed resolve resolves resolved defer defers deferred grant grants granted proceed continue"
    ),
    "other": (
        "delegate delegates delegated authorise authorises authorised authorize authorizes authorized comment comments"
        " commented make makes exclude excludes excluded declare declares declared record records recorded"
    ),
}
"""The verbs of each action in the forms in which clauses use them; "_" joins the words of one form."""

_ACTION_OF = {form.replace("_", " "): action for action, forms in _FORMS.items() for form in forms.split()}

OPERATIVE_VERB = one_of(_ACTION_OF)
"""Any verb of an operative clause, in lower case, as the source of a regular expression."""

_VERB = re.compile(rf"{OPERATIVE_VERB}\b")
_REQUEST_VERB = r"(?P<verb>request|ask|recommend|invite|urge|call on|call upon|refer)"
_AGREED_TO_ASK = re.compile(
    rf"\bagree[sd]?\s+(?:to\s+)?(?:(?:submit|make)\s+an?\s+)?{_REQUEST_VERB}\b",
    re.IGNORECASE,
)
_MUST = r"(?:should|be (?:asked|requested|invited|instructed|urged|recommended)|to be (?:asked|requested))"
_SHOULD = re.compile(
    rf"^(?:[Tt]hat\s+)?(?P<who>(?:the\s+|The\s+)?[\w@.’'&/, -]{{2,90}}?)\s+{_MUST}\s+"
    r"(?:to\s+)?(?P<what>(?!be\b|not\b)\w.*)$"
)
_ANOTHER = r"(?:an?|the|further|regular|quarterly|annual|second)"
_WANTED = re.compile(rf"(?:[Tt]hat )?(?P<what>{_ANOTHER}\s[^,;]{{3,90}}?\sbe (?:requested|sought)(?! to\b).*)$")
_BE_THANKED = re.compile(r"(?:.*?\band )?(?:[Tt]hat )?(?P<who>[^,;]{3,90}?) be thanked\b")
_NOT_DONE = re.compile(r"\b(?:should|be|is|was) not\b|\bnot (?:be )?(?:granted|approved|supported|accepted)\b")
_DONE = re.compile(r"\b(?:granted|approved|supported|accepted|agreed)\b")

_ASKS = (
    r"(?:request(?:s|ed)?|ask(?:s|ed)?|urge[sd]?|call(?:s|ed)? (?:on|upon)|invite[sd]?|instruct(?:s|ed)?"
    r"|recommend(?:s|ed)?|require[sd]?|encourage[sd]?)"
)
_WHOM = (
    r"(?P<who>(?:the\s+)?(?:[A-Z][\w’'&]*|officers|members)"
    r"(?:[\s,–-]+(?:[A-Z(][\w’'&)]*|of|for|and|the|in|conjunction|with))*?)"
)
_WITH_OTHERS = r"(?:\s+in (?:conjunction|consultation) with [^,;]*?(?=\s+to\b))?"
_ADDRESSED = re.compile(
    rf"\b{_ASKS}\s+(?:to\s+|that\s+|of\s+)?{_WHOM}"
    r"(?=\s+(?:to|that|be|should|in conjunction|(?!(?:of|for|and|the|in)\b)[a-z]+)\b|,|:|;|$)"
    rf"{_WITH_OTHERS}(?:\s+(?:to|that|be|should)\b)?\s*(?P<what>[^;]*)"
)
_SUBMIT = re.compile(r"request\s+to\s+(?P<who>(?:the\s+)?[A-Z]\w+)(?P<what>.*)$")
_ASKS_FOR = re.compile(r"\b(?:request|recommend|ask)\w*\s+(?:that\s+|for\s+|a\s+|to\s+)?(.*)")
_THANKS = (
    r"(?:thank(?:s|ed)?|commend(?:s|ed)|tribute to|congratulate[sd]?"
    r"|thanks (?:were|was) (?:recorded|expressed|extended|given|conveyed) to)"
)
_THANKED = re.compile(rf"{_THANKS}\s+(?P<who>.*?)(?=\s+(?:for|on|and (?:noted|her|his|their))\b|[.;]|$)")
_DELEGATED = re.compile(
    r"\bdelegat\w+\b.*?\bto\s+(?P<who>(?:the\s+)?[A-Z][\w’'&]*(?:[\s,]+(?:[A-Z][\w’'&]*|of|for|and|&|the))*)"
)
_REFERRED = re.compile(
    r"\b(?:referred|refer|forwarded|escalated?)\b.*?"
    r"\bto\s+(?P<who>(?:the\s+)?[A-Z][\w’'&]*(?:\s+(?:[A-Z][\w’'&]*|of|for|and|&|the))*)"
)
_MINUTES = re.compile(r"[Mm]inutes\b.*\b(?:signed|(?:true|correct|accurate) (?:record|copy))")
_AGREED = re.compile(r"\b(?:agreed|AGREED)\b")
_PASSED = re.compile(r"\bapproved\b|\bcorrect record\b|\bsupported\b")
_CLAUSE_END = re.compile(r"[;:]|, (?:and|in order|which)\b")


class Effect(msgspec.Struct, frozen=True, gc=False):
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
    effect = _asked(clause) or _thanked(clause) or _should(clause)
    if effect is not None:
        return effect
    if "not" in clause and _NOT_DONE.search(clause) and _DONE.search(clause):
        return Effect("reject")
    return _by_verb(clause, default)


def _asked(clause: str) -> Effect | None:
    """ "Agreed to ask the Director for a report", "a further report be requested"."""
    asked = _AGREED_TO_ASK.search(clause) if "gree" in clause else None
    if asked:
        verb = asked.group("verb").lower()
        return _addressed(clause, "recommend" if verb == "recommend" else "refer" if verb == "refer" else "request")
    wanted = _WANTED.match(clause) if " be " in clause else None
    return Effect("request", None, _short(wanted.group("what"))) if wanted else None


def _thanked(clause: str) -> Effect | None:
    """ "That officers be thanked"."""
    thanked = _BE_THANKED.match(clause) if "thanked" in clause else None
    return Effect("thank", strip_article(thanked.group("who"))) if thanked else None


def _should(clause: str) -> Effect | None:
    """ "The Director should report", "the Cabinet be recommended to fund it"."""
    should = _SHOULD.match(clause) if "should" in clause or " be " in clause else None
    if should is None or _NOT_DONE.search(clause[:200]):
        return None
    action: Action = "recommend" if "be recommended" in clause else "request"
    return Effect(action, strip_article(should.group("who").strip()), _short(should.group("what")))


def _by_verb(clause: str, default: Action) -> Effect:
    """The effect of a clause by its first operative verb."""
    match = _first_verb(clause)
    if match is None:
        return Effect("approve" if "correct record" in clause else default)
    action = _ACTION_OF[match.group()]
    if action == "agree" and _MINUTES.search(clause):
        return Effect("approve")
    if default == "agree" and match.start() > 80 and action not in ("note", "approve"):
        return Effect(default)
    if action == "note" and _AGREED.search(clause[match.end() : match.end() + 14]):
        return Effect("agree")
    if action == "note" and _PASSED.search(clause[match.end() :]):
        action = "endorse" if "supported" in clause else "approve"
    return _addressed(clause, action)


def _first_verb(clause: str) -> re.Match[str] | None:
    lowered = clause.lower()
    for match in _VERB.finditer(lowered):
        if match.start() == 0 or not lowered[match.start() - 1].isalnum():
            return match
    return None


def _addressed(clause: str, action: Action) -> Effect:
    """An action with whom it addresses and, where it asks for something, what."""
    if action in ("request", "recommend"):
        match = _SUBMIT.search(clause) or _ADDRESSED.search(clause)
        if match:
            return Effect(action, _whom(match), _short(match.group("what")) or None)
        asked = _ASKS_FOR.search(clause)
        return Effect(action, None, _short(asked.group(1)) if asked else None)
    if action == "thank":
        match = _THANKED.search(clause)
    elif action == "refer":
        match = _REFERRED.search(clause)
    else:
        match = _DELEGATED.search(clause) if "delegat" in clause.lower() else None
    return Effect(action, _whom(match) if match else None)


def _whom(match: re.Match[str]) -> str:
    return strip_article(match.group("who").strip(" ,"))


def _short(words: str) -> str:
    """What is asked, to the end of its first clause."""
    return " ".join(_CLAUSE_END.split(words.strip(), maxsplit=1)[0].split()[:24]).strip(" ,.“”'\"")
