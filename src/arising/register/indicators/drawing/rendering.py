"""A specification drawn, in the process and offline: as SVG with a name and a description, or as PNG."""

from __future__ import annotations

import json
from functools import lru_cache
from hashlib import sha256
from xml.sax.saxutils import escape

from arising.register.indicators.drawing.frame import Spec

SHARPNESS = 2.0
"""How many pixels of a PNG stand for one of the chart, so that print is sharp."""
_KEPT = 256


def svg(spec: Spec) -> str:
    """The chart as SVG: its title and description are read out, its marks are not."""
    return _svg(_written(spec))


def png(spec: Spec, *, scale: float = SHARPNESS) -> bytes:
    """The chart as PNG, ``scale`` pixels for one of its own."""
    # a quarter of a second at first, so only when a chart is asked for
    import vl_convert

    drawn: bytes = vl_convert.vegalite_to_png(_written(spec), scale=scale, allowed_base_urls=[])
    return drawn


@lru_cache(maxsize=_KEPT)
def _svg(written: str) -> str:
    import vl_convert

    drawn: str = vl_convert.vegalite_to_svg(written, allowed_base_urls=[])
    told = json.loads(written)
    opening, end, rest = drawn.partition(">")
    name = sha256(written.encode()).hexdigest()[:12]
    labelled = f'role="img" aria-labelledby="title-{name} description-{name}"'
    title = f'<title id="title-{name}">{escape(told["usermeta"]["title"])}</title>'
    description = f'<desc id="description-{name}">{escape(told["usermeta"]["description"])}</desc>'
    marks = f'<g aria-hidden="true">{rest.removesuffix("</svg>")}</g>'
    return f"{opening} {labelled}{end}{title}{description}{marks}</svg>"


def _written(spec: Spec) -> str:
    return json.dumps(spec, ensure_ascii=False, sort_keys=True)
