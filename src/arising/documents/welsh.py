"""Telling Welsh from English, so that Welsh minutes are not passed over in silence."""

from __future__ import annotations

import re

IN_WELSH = "the text is in Welsh, which is not read"

_SAMPLE = 40_000
# The commonest words of each language that the other does not have.
_WELSH = re.compile(
    r"\b(?:yn|y|yr|[aio]['’]r|ac|ar|gan|oedd|mae|bod|ei|eu|wedi|gyfer|ymddiheuriadau|fod|sydd|hyn|cyngor|pwyllgor"
    r"|adroddiad|cynghorydd|aelodau|cofnodion|cyfarfod|nodi|yng|roedd|byddai|hefyd|gyda|bydd|nad|ddim|wrth)\b",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    r"\b(?:the|of|and|to|was|that|for|by|be|is|were|with|from|this|had|which|it|as|not)\b", re.IGNORECASE
)


def is_welsh(text: str) -> bool:
    """Whether a text is mostly Welsh. A bilingual page whose English is as long is not."""
    sample = text[:_SAMPLE]
    welsh = len(_WELSH.findall(sample))
    return welsh >= 8 and welsh > 0.1 * len(sample.split()) and welsh > 3 * len(_ENGLISH.findall(sample))
