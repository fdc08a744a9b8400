"""Series in, judgements out: control charts, comparators, claims. Knows nothing of minutes or of the register."""

from arising.measures.claims import judge

__all__ = ["judge"]
