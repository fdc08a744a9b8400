"""Which authority a council is, and which it came out of. Knows no readers."""

from __future__ import annotations

from arising.measures import areas
from arising.reading.inspections.opening import known_authority
from arising.register.bodies.models import Council
from arising.register.indicators import queries as indicators


def authority_codes(council: Council) -> tuple[str, ...]:
    """The codes of the authority that a council is, the one of its area first; none where it is not known."""
    own = indicators.area_of(council)
    named = known_authority(council.name) if own is None else None
    code = own.code if own else named.code if named else ""
    return (code, *areas.other_codes(code)) if code else ()


def codes_before(council: Council) -> tuple[str, ...]:
    """The codes of the authorities that a council came out of."""
    told = [areas.predecessors(code) for code in authority_codes(council)]
    return tuple(code for each in told if each for code in each.codes)
