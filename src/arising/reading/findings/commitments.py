"""Commitments: what somebody undertook to do, and what it was said would happen.

Every rule is a pattern with a name, the kind of commitment it finds and a confidence. A rule runs only where one of
its trigger words stands. What is asked, supposed or decided is no commitment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from arising.reading.findings.floor import Floor
from arising.reading.language.speakers import strip_article
from arising.reading.language.times import HAS_TIME, Time, find_times, work_out
from arising.reading.language.vocabulary import BROUGHT_ABOUT, DEEDS, EVENTS, HANDED_OVER
from arising.reading.outline import Outline, Sentence
from arising.reading.record import Commitment, CommitmentKind

_ADVERB = r"(?:(?:also|then|therefore|now|shortly|again|always|still|all|further|subsequently|kindly|both|be able to|seek to|look to|try to|aim to|need to be|go on to)\s+){0,3}"
_ABLE = r"(?:(?:currently|now|also|still|already|therefore|being|actively)\s+){0,2}"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: where one of ``triggers`` stands, ``pattern`` finds a commitment of ``kind``."""

    name: str
    kind: CommitmentKind
    triggers: frozenset[str]
    pattern: re.Pattern[str]
    confidence: float


def _rule(name: str, kind: CommitmentKind, triggers: str, pattern: str, confidence: float) -> Rule:
    return Rule(name, kind, frozenset(triggers.split()), re.compile(pattern), confidence)


RULES = (
    _rule("undertook", "undertaking", "undertook undertake undertaken undertakes promised pledged volunteered",
          r"\b(?:undertook|undertakes?|had undertaken|promised|pledged|volunteered)\s+(?:to\s+)(?P<deed>\w+)", 0.97),
    _rule("agreed-to-do", "undertaking", "agreed offered",
          rf"\b(?:agreed|offered)\s+(?:also\s+)?to\s+(?P<deed>(?:{'|'.join(sorted(DEEDS, key=len, reverse=True))})(?:\s+back|\s+up|\s+out)?)\b", 0.93),
    _rule("gave-assurance", "undertaking", "assurance assurances intention commitment undertaking",
          r"\b(?:gave|given|provided|confirmed)\s+(?:an?|the|his|her|their)?\s*(?:assurances?|undertaking|commitment|intention)\s+(?:that|to)\b|\bassurance (?:was )?given that\b", 0.9),
    _rule("agreed-in-discussion", "undertaking", "agreed",
          r"\b[Ii]t was (?:(?:also|then|further|therefore|suggested and|proposed and)\s+)*agreed (?:that|to)\b", 0.85),
    _rule("hoped", "expectation", "hoped anticipated expected envisaged intended planned estimated",
          r"\b(?:[Ii]t (?:was|is) (?:\w+\s+)?)?(?:hoped|anticipated|expected|envisaged|intended|planned|estimated)\s+(?:that\s+)?(?:.{2,90}?\s)(?:would|will|could)\b", 0.9),
    _rule("due-to", "expectation", "due expected scheduled anticipated planned programmed intended hoped",
          r"\b(?:was|were|is|are|being)\s+(?:also |now |currently |still |therefore )?(?:due|expected|scheduled|anticipated|planned|programmed|intended|hoped|booked)"
          r"\s+(?:to\s+(?P<deed>be\s+\w+|open|start|commence|close|report|go|come|take place|begin|complete|launch|finish|expire|return|move|arrive|meet|end|conclude)\b"
          r"|(?:for|in|by|on|at)\s+(?=.{0,12}(?:\d|Q\d|Quarter|January|February|March|April|May|June|July|August|September|October|November|December|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter|next|the)))"
          r"|\b(?:was|were|is|are) due (?:further )?review\b", 0.88),
    _rule("now-anticipated", "expectation", "anticipated expected booked",
          r"\b(?:was|were|is|are)\s+(?:now|still|now also)\s+(?:anticipated|expected)\b|\bwas booked for\b", 0.85),
    _rule("underway", "expectation", "work underway way progressing working developed progressed prepared drafted finalised made",
          r"\b[Ww]ork (?:was|is|had begun|has begun)\s+(?:also |still |now |currently |already )?(?:underway|under way|ongoing|progressing|being undertaken)\b"
          rf"|\b(?:was|were|is|are)\s+{_ABLE}(?:working on (?:an?|the)\b|being (?:developed|progressed|prepared|drafted|finalised|drawn up|established|arranged)|in the process of \w+ing)"
          r"|\battempts (?:were|are) being made to\b", 0.72),
    _rule("had-been-asked", "expectation", "asked requested commissioned invited",
          r"\b(?:had|has|have) (?:also )?been (?:asked|requested|commissioned|invited|instructed) to\b", 0.85),
    _rule("awaited", "expectation", "awaited awaiting", r"\b(?:was|were|is|are)(?: still)? (?:awaited|awaiting)\b", 0.8),
    _rule("is-to-be", "expectation", "be",
          r"\b(?:was|were|is|are) (?:now |also )?to be (?:\w+ly )?(?P<deed>\w+(?:ed|ought|ld|en|wn|de))\b", 0.75),
    _rule("ongoing-commitment", "expectation", "commitment", r"\bthere (?:was|is) (?:an? )?(?:ongoing |clear |strong |continued )?commitment to\b", 0.75),
    _rule("deferred", "undertaking", "deferred", r"\b(?:be|was|were|been) deferred (?:to|until)\b", 0.8),
    _rule("is-asked-to", "undertaking", "asked requested", r"\b(?:was|were) (?:asked|requested) to (?P<deed>provide|circulate|send|report|bring|share|arrange|look|investigate|prepare|check)\b", 0.6),
    _rule("would-do", "undertaking", "would will shall",
          rf"\b(?:would|will|shall)(?:,\s[^,]{{3,90}},)?\s+{_ADVERB}(?P<deed>[a-z][a-z-]+)(?:\s+(?P<after>[a-z-]+(?:\s[a-z-]+)?))?", 0.8),
)  # fmt: skip
TRIGGERS = frozenset().union(*(rule.triggers for rule in RULES))

_ASKING = re.compile(
    r"\b(?:asked (?!to (?:provide|circulate|send|report|bring|share|arrange|look|investigate|prepare|check)\b)(?:if|whether|how|what|why|when|about|for|that|which|who)"
    r"|was asked|queried|enquired|questioned|challenged|wondered|sought|concern(?:s|ed)?|whether|suggested that|felt that|hypothetical|considered that|requested that|urged)\b"
)
_ANSWERING = re.compile(
    r"\b(?:confirmed|explained|advised|said|stated|agreed|responded|replied|undertook|undertake|assured|informed|noted|added|reported|commented)\b"
)
_SUPPOSING = re.compile(
    r"\b(?:if|unless|should (?:it|the|they|this)|in the event|otherwise|were to|without which|would have|could have|may|might|can|in theory|potentially)\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\bnot\s*$|\bnever\s*$")
_START = re.compile(
    r"(?:;|:)\s+|\bthat\s+(?!would|will|was|were|is|are)|,\s(?:and|but|however|although|while|whilst|so|with the|subject to)\s+|\s[–—-]\s+"
    r"|,\s(?=(?:he|she|it|they|this|there|most notably)\b)"
    r"|\s(?:and|but)\s+(?=(?:he|she|it|they|there|this|an?|then|once|[A-Z]{2,3}|officers|members|redundant|the\s[\w\s’-]{2,40}?\s(?:would|will|was|were)|[\w-]+\s[\w-]+\s(?:would|will))\b)"
)
_END = re.compile(
    r";|,\s(?:which|although|however|but|whereas|while|whilst|and (?:he|she|it|they|this|that|the)\b|as (?:this|it|they))|\s(?:and|but)\s(?=(?:he|she|it|they|[A-Z]{2,3})\s(?:would|will|was|were|had)\b)"
)
_RELATIVE = re.compile(r"\b(?:which|who|that|and)\s*$")
_PERSON = re.compile(
    r"(?:\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I|[Oo]fficers?|[Oo]fficials?|[Dd]irectors?|[Hh]olders?|[Mm]embers?|[Ll]eader|[Cc]hair(?:man|person)?|[Cc]lerk|[Mm]anagers?|[Cc]ommissioner|[Tt]eam|[Ss]ervice"
    r"|[Dd]epartment|Council|Committee|Executive|executive|Cabinet|Board|Authority|[Ss]ecretary|[Tt]reasurer|[Cc]oordinator|[Ll]ead|[Hh]ead|[Ee]ngineer|[Cc]ouncillors?|Cllrs?|KCC|SBC|NHS|Trust|Police|police|staff|[Pp]artners)"
    r"|\b(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor)\.?\s[A-Z][\w’'. -]*|^(?:In future, )?[A-Z]{2,3}(?:/[A-Z]{2,3}|\sand\s[A-Z]{2,3})?)(?:\s\([^)]*\))?(?:\s(?:and|of|for|with|–)\s[\w\s’,–-]{2,60}?)?\s*$"
)
_HISTORY = re.compile(
    r"\b(?:years? ago|previously|had (?:said|stated|been told|assured)|at (?:the|its) (?:last|previous) meeting)\b"
)
_OPEN_STATE = frozenset("available place ready open operational live complete finished launched".split())
_TO_BODY = re.compile(
    r"\bto (?:the |all |this |its |full )?(?:[A-Z]\w+ ){0,5}?(?:Committee|Committees|Members|members|Cabinet|Council|Board|Panel|Councillors|SPC|Scrutiny|[Mm]eeting)\b|\bwith (?:the )?(?:Committee|Members|members)\b"
)
_PAPER = (
    r"(?:briefing notes?|briefing papers?|briefings?|reports?|updates?|action plans?|strateg(?:y|ies)|presentations?|letters?|information|details|figures|breakdowns?|data"
    r"|responses?|reviews?|copy|copies|notes?|training(?: package| session)?|sessions?|surveys?|proposals?|plans?|papers?|polic(?:y|ies)|feedback|workshops?|consultations?|applications?|minutes|list|statistics|evidence|analysis)"
)
_NAMED_PAPER = re.compile(
    rf"(?P<what>(?:(?!(?:an?|the|to|of|on|in|for|that|this|be|with|and|via|its|their|would|will|from|by|as|at)\b)[\w’'&-]+\s){{0,3}}{_PAPER})\b",
    re.IGNORECASE,
)
_RECIPIENT = re.compile(
    r"\b(?:to|inform|update|provide|advise|notify|with|brief|remind|contact|ask|write to|email)\s+(?P<to>(?:all |the |that |full )?(?:members of the \w+(?: \w+)?|(?:[A-Z][\w’'.&-]*\s?)+|members|residents|officers|parents|schools|councillors))"
)
_BY_AGENT = re.compile(r"\bby (?P<who>(?:the )?(?:[A-Z][\w’'&-]*\s?)+)(?:$|[,.;]|\s(?:to|in|at|on)\b)")
_ACTION_LINE = re.compile(
    r"\(?\b(?:ACTION(?:S)?|Action(?: point)?s?)\b\s*(?:\d+|No\.?\s*\d+|\(\d+\))?\s*[:–—-]+\s*(?P<what>.{6,400})",
    re.DOTALL,
)
_ACTION_OWNER = re.compile(
    r"(?P<who>(?:the )?[A-Z][\w’'&./-]*(?:\s(?:[A-Z][\w’'&.-]*|of|and|for|the|&|to the))*?)(?:\s+to\s+|\s+will\s+|\s*[:–-]\s+)(?P<deed>[a-z].*)",
    re.DOTALL,
)
_OWNER_AFTER = re.compile(
    r"\((?:Owner|Lead|Action(?: by)?|By)\s*:?\s*(?P<who>[^)]+)\)|\b(?:Owner|Lead|Action by)\s*:\s*(?P<who2>[^.;,]+)"
)
_ONCE = re.compile(r"\b(?:once|as soon as|as they|following the|until|when)\s+(?:[\w’'-]+\s?){2,12}")
_HISTORIC_SHAPES = ("ago", "bare_span")
_ARTICLE = re.compile(
    r"^(?:(?:an?|the|this|that|any|some|its|their|his|her|all|it was(?: also)? \w+ that|in future,)\s+)+", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Hit:
    rule: Rule
    kind: CommitmentKind
    match: re.Match[str]
    start: int
    end: int
    subject: str
    passive: bool
    confidence: float


def commitments(
    out: Outline, floor: Floor, meeting: date | None, decided: frozenset[int] = frozenset()
) -> Iterator[Commitment]:
    """Every commitment, in order. ``decided`` are the numbers of blocks that hold a resolution."""
    found_in: set[int] = set()
    pending: dict[int, Sentence] = {}
    for sentence in out.sentences:
        if sentence.block in decided:
            continue
        margin = out.blocks[sentence.block].margin
        action = _ACTION_LINE.match(sentence.text) or (
            _ACTION_LINE.search(sentence.text) if "ACTION" in sentence.text else None
        )
        if action:
            yield _marked(out, sentence, action, meeting)
            found_in.add(sentence.block)
            continue
        for hit in _hits(sentence):
            found_in.add(sentence.block)
            yield _commitment(out, floor, sentence, hit, margin, meeting)
        if margin:
            pending[sentence.block] = sentence
            if sentence.last and sentence.block not in found_in:
                yield _beside_initials(out, sentence, margin, meeting)


def _hits(sentence: Sentence) -> Iterator[_Hit]:
    if sentence.vocabulary.isdisjoint(TRIGGERS):
        return
    taken: list[tuple[int, int]] = []
    for rule in RULES:
        if sentence.vocabulary.isdisjoint(rule.triggers):
            continue
        for match in rule.pattern.finditer(sentence.text):
            hit = _judge(rule, match, sentence)
            if hit is None or any(hit.start < high and low < hit.end for low, high in taken):
                continue
            taken.append((hit.start, hit.end))
            yield hit


def _judge(rule: Rule, match: re.Match[str], sentence: Sentence) -> _Hit | None:
    text = sentence.text
    before = text[: match.start()]
    if _is_asked(before) or _HISTORY.search(text):
        return None
    start = _clause_start(before)
    subject = text[start : match.start()].strip(" ,")
    ending = _END.search(text, match.end())
    end = ending.start() if ending and ending.start() - start > 20 else len(text)
    clause = text[start:end]
    kind, passive, confidence = rule.kind, False, rule.confidence
    if rule.name not in ("undertook", "agreed-to-do", "gave-assurance", "agreed-in-discussion") and _SUPPOSING.search(
        text[max(0, start - 4) : match.start()]
    ):
        return None
    if rule.name == "would-do":
        judged = _would(match, subject, clause, sentence)
        if judged is None:
            return None
        kind, passive, confidence = judged
    elif rule.name in ("hoped", "agreed-in-discussion"):
        start = match.start()
        end = len(text) if not ending else end
    elif rule.name == "due-to":
        if _NEGATED.search(before) or re.search(r"\bnot due\b", match.group()):
            return None
        passive = True
        if _TO_BODY.search(clause) and re.search(r"present|report|consider|submit|taken|brought", match.group()):
            kind = "undertaking"
    elif rule.name in ("is-to-be", "awaited", "deferred", "had-been-asked"):
        passive = True
        if _NEGATED.search(before):
            return None
    if rule.name == "agreed-to-do" and re.search(r"\b(?:Committee|Cabinet|Council|Members|Board|Panel)\s*$", subject):
        confidence = 0.7
    if len(clause.split()) < 4:
        return None
    while end > start and text[end - 1] in " .,;:":
        end -= 1
    return _Hit(rule, kind, match, start, end, subject, passive, confidence)


def _would(
    match: re.Match[str], subject: str, clause: str, sentence: Sentence
) -> tuple[CommitmentKind, bool, float] | None:
    """What "would" or "will" promises: by the verb that follows it and by who or what is to do it."""
    deed = match.group("deed")
    after = (match.group("after") or "").split()
    by_person = bool(_PERSON.search(subject))
    timed = not sentence.vocabulary.isdisjoint(HAS_TIME)
    if deed == "be" or (
        deed == "continue" and after[:1] == ["to"] and match.string[match.end() :].lstrip().startswith("be ")
    ):
        rest = [
            w
            for w in match.string[match.start("deed") :].split()[1:6]
            if w not in ("also", "further", "then", "fully", "formally", "shortly", "now")
        ]
        if not rest:
            return None
        word = rest[0].strip(".,;")
        if word in HANDED_OVER:
            if word == "reported" and not _TO_BODY.search(clause):
                return "expectation", True, 0.7
            if _RELATIVE.search(subject) and not _TO_BODY.search(clause):
                return None
            return "undertaking", True, 0.85 if _TO_BODY.search(clause) else 0.75
        if word in BROUGHT_ABOUT:
            return "expectation", True, 0.75
        if word.endswith("ing") and (
            word[:-3] in DEEDS
            or word[:-3] + "e" in DEEDS
            or word[:-4] in EVENTS
            or word[:-3] in EVENTS
            or word
            in (
                "commencing",
                "carrying",
                "undertaking",
                "holding",
                "managing",
                "working",
                "making",
                "leading",
                "starting",
                "writing",
                "giving",
            )
        ):
            return ("undertaking" if by_person and not subject.startswith("they") else "expectation"), False, 0.75
        if (
            word in _OPEN_STATE
            or (word == "in" and len(rest) > 1 and rest[1].strip(".,") == "place")
            or (word == "part" and timed)
            or (word == "part")
        ):
            return "expectation", True, 0.7
        return None
    if deed == "no" and after[:1] == ["longer"]:
        return ("expectation", True, 0.65) if re.search(r"no longer be \w+ed", match.string[match.start() :]) else None
    if deed == "take" and after[:1] == ["place"]:
        return "expectation", True, 0.75
    if deed == "commence" or deed == "continue":
        return (
            ("expectation", False, 0.75)
            if deed == "commence"
            else (
                ("undertaking", False, 0.6)
                if by_person and after[:1] == ["to"] and deed_after(match) in DEEDS
                else None
            )
        )
    if _RELATIVE.search(subject) or subject.endswith(("which", "that", "who")):
        return None if deed not in ("see",) else ("expectation", False, 0.55)
    if deed in DEEDS and by_person:
        if subject.lower().startswith(("members", "the members", "councillors", "residents")):
            return None
        return "undertaking", False, 0.8
    if deed in EVENTS and not by_person:
        steady = deed in (
            "start",
            "open",
            "launch",
            "arrive",
            "begin",
            "close",
            "move",
            "reopen",
            "resume",
            "see",
            "form",
            "address",
        )
        return ("expectation", False, 0.7) if steady or timed else None
    if deed in DEEDS and timed and deed not in ("make", "take", "give", "create", "provide", "develop", "find", "get"):
        return "expectation", False, 0.6
    return None


def deed_after(match: re.Match[str]) -> str:
    """The verb that follows "continue to"."""
    rest = match.string[match.end() :].split()
    return rest[0].strip(".,") if rest else ""


def _is_asked(before: str) -> bool:
    """Whether what follows is part of a question, a concern or a wish, and not of the answer."""
    asked = None
    for asked in _ASKING.finditer(before):
        pass
    return asked is not None and not _ANSWERING.search(before, asked.end())


def _clause_start(before: str) -> int:
    at = 0
    for match in _START.finditer(before):
        if match.end() < len(before):
            at = match.end()
    return at


def _commitment(
    out: Outline, floor: Floor, sentence: Sentence, hit: _Hit, margin: str, meeting: date | None
) -> Commitment:  # fmt: skip
    text = out.document.text
    start, end = sentence.start + hit.start, sentence.start + hit.end
    kind: CommitmentKind = (
        "undertaking" if margin and hit.kind == "expectation" and hit.rule.name in ("awaited", "underway") else hit.kind
    )
    owner, resolved = _owner(floor, sentence, hit, margin)
    due = _due(text, start, end)
    return Commitment(
        quote=text[start:end], start=start, end=end, rule=hit.rule.name, confidence=hit.confidence,
        topic=sentence.topic.words if sentence.topic else None, kind=kind, owner=owner, owner_resolved=resolved,
        deliverable=_deliverable(sentence.text, hit), to=_recipient(text[start:end]),
        due=due.words if due else None, when=work_out(due, meeting) if due else None,
    )  # fmt: skip


def _owner(floor: Floor, sentence: Sentence, hit: _Hit, margin: str) -> tuple[str | None, str | None]:
    """Who must act, as written; and who a pronoun stands for, where that is certain."""
    speech = floor.answering(sentence, sentence.start + hit.match.start())
    subject = _ARTICLE.sub("", hit.subject)
    if margin:
        return margin, None
    agent = _BY_AGENT.search(sentence.text, hit.match.end())
    if hit.passive and agent:
        return strip_article(agent.group("who").strip()), None
    if hit.rule.name == "had-been-asked":
        return strip_article(subject), None
    if re.fullmatch(r"(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I)", subject):
        who = speech.who if speech else None
        return who or subject, who
    if not hit.passive and subject and (_PERSON.search(subject) or hit.rule.name in ("undertook", "agreed-to-do")):
        words = (
            re.split(r"\b(?:that|confirmed|explained|added|stated|said|advised)\b", subject)[-1].strip(" ,") or subject
        )
        return strip_article(words), None
    if speech is not None and speech.side != "member":
        return speech.who, None
    return None, None


def _due(text: str, start: int, end: int) -> Time | None:
    for time in find_times(text, start, end):
        if time.shape in _HISTORIC_SHAPES or (
            time.shape == "year"
            and not re.search(r"\b(?:in|by|during|for|until|from|of)\s$", text[max(start, time.start - 8) : time.start])
        ):
            continue
        if time.shape == "span" and re.match(r"over\b", time.words):
            continue
        return time
    once = _ONCE.search(text, start, end)
    if once:
        return Time(once.start(), once.end(), "condition", once.group().strip())
    return None


def _recipient(clause: str) -> str | None:
    match = _RECIPIENT.search(clause)
    return strip_article(match.group("to").strip()) if match else None


def _deliverable(text: str, hit: _Hit) -> str | None:
    """What is owed: a paper that is named, the thing that is to be done to, or the deed itself."""
    if hit.passive:
        subject = _ARTICLE.sub("", hit.subject)
        paper = _NAMED_PAPER.search(subject)
        words = (paper.group("what") if paper and len(subject.split()) > 6 else subject) or text[
            hit.match.end() : hit.end
        ]
        return " ".join(words.split()[-7:]).strip(" ,") or None
    tail = text[
        hit.match.start("deed")
        if "deed" in hit.match.re.groupindex and hit.match.group("deed")
        else hit.match.end() : hit.end
    ]
    paper = _NAMED_PAPER.search(tail)
    if paper and paper.start() < 90:
        return paper.group("what").strip()
    return " ".join(_ARTICLE.sub("", tail.strip()).split()[:8]).strip(" ,.;") or None


def _marked(out: Outline, sentence: Sentence, match: re.Match[str], meeting: date | None) -> Commitment:
    """ "ACTION: Mr Smith to advise the Committee": what the minutes themselves mark as owed."""
    text = out.document.text
    start = sentence.start + match.start("what")
    end = sentence.start + len(sentence.text[: match.end("what")].rstrip(" .)"))
    words = text[start:end]
    named = _ACTION_OWNER.match(words)
    after = _OWNER_AFTER.search(words)
    owner = (
        named.group("who").strip() if named else (after.group("who") or after.group("who2")).strip() if after else None
    )
    due = _due(text, start, end)
    deed = named.group("deed") if named else words
    paper = _NAMED_PAPER.search(deed)
    return Commitment(
        quote=words, start=start, end=end, rule="marked-action", confidence=0.97,
        topic=sentence.topic.words if sentence.topic else None, kind="undertaking", owner=owner,
        deliverable=paper.group("what") if paper else " ".join(deed.split()[:8]).strip(" ,."), to=_recipient(deed),
        due=due.words if due else None, when=work_out(due, meeting) if due else None,
    )  # fmt: skip


def _beside_initials(out: Outline, sentence: Sentence, margin: str, meeting: date | None) -> Commitment:
    """A sentence with initials in the action column beside it is owed, whatever its words."""
    text = out.document.text
    end = sentence.start + len(sentence.text.rstrip(" .;"))
    due = _due(text, sentence.start, end)
    return Commitment(
        quote=text[sentence.start : end], start=sentence.start, end=end, rule="action-column", confidence=0.85,
        topic=sentence.topic.words if sentence.topic else None, kind="undertaking", owner=margin,
        deliverable=" ".join(_ARTICLE.sub("", sentence.text).split()[:8]).strip(" ,."), to=_recipient(sentence.text),
        due=due.words if due else None, when=work_out(due, meeting) if due else None,
    )  # fmt: skip
