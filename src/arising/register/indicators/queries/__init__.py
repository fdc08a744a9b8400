"""What pages and exports ask of figures.

``areas.py`` answers areas, ``series.py`` series, ``cards.py`` cards with the breaks of later versions, ``pages.py`` the
page of an indicator, ``signals.py`` what stands out in an area, ``dashboards.py`` the one page for members,
``releases.py`` published files, ``layouts.py`` how they are read, ``reports.py`` a council's own, ``said.py`` what
people said, ``quality.py`` what is doubtful about the figures of an area, ``side_by_side`` what two systems say of one
thing.
Published statistics are for everybody; whatever is not takes the reader first and answers only what they may see.
"""

from arising.register.indicators.queries.areas import Beside, area, area_of, areas, beside, default_area
from arising.register.indicators.queries.claims import OUTCOMES, Claim, Claims, claim, claims, claims_about
from arising.register.indicators.queries.dashboards import MOST, Dashboard, dashboard
from arising.register.indicators.queries.layouts import (
    LayoutPage,
    layout,
    layouts,
    looked_at,
    measures_matched,
    place,
)
from arising.register.indicators.queries.pages import (
    Compared,
    Dated,
    IndicatorPage,
    every_variant,
    indicator,
    indicator_page,
    indicators,
)
from arising.register.indicators.queries.quality import Doubtful, Quality, quality
from arising.register.indicators.queries.releases import Holds, Waiting, brought, held_by, release, rows_in, waiting
from arising.register.indicators.queries.reports import (
    councils_served,
    indicators_of,
    own_held_by,
    report,
    reported,
)
from arising.register.indicators.queries.said import address_of, said
from arising.register.indicators.queries.series import (
    FromCouncil,
    InRegister,
    Revision,
    from_council,
    published,
    revisions,
)
from arising.register.indicators.queries.side_by_side.held import Told
from arising.register.indicators.queries.side_by_side.places import Systems, systems, variance
from arising.register.indicators.queries.side_by_side.tolerances import Tolerances, tolerance, tolerances
from arising.register.indicators.queries.side_by_side.variances import STANDINGS, Place, Variance
from arising.register.indicators.queries.signals import AreaPage, Line, area_page

__all__ = [
    "MOST",
    "OUTCOMES",
    "STANDINGS",
    "AreaPage",
    "Beside",
    "Claim",
    "Claims",
    "Compared",
    "Dashboard",
    "Dated",
    "Doubtful",
    "FromCouncil",
    "Holds",
    "InRegister",
    "IndicatorPage",
    "LayoutPage",
    "Line",
    "Place",
    "Quality",
    "Revision",
    "Systems",
    "Told",
    "Tolerances",
    "Variance",
    "Waiting",
    "address_of",
    "area",
    "area_of",
    "area_page",
    "areas",
    "beside",
    "brought",
    "claim",
    "claims",
    "claims_about",
    "councils_served",
    "dashboard",
    "default_area",
    "every_variant",
    "from_council",
    "held_by",
    "indicator",
    "indicator_page",
    "indicators",
    "indicators_of",
    "layout",
    "layouts",
    "looked_at",
    "measures_matched",
    "own_held_by",
    "place",
    "published",
    "quality",
    "release",
    "report",
    "reported",
    "revisions",
    "rows_in",
    "said",
    "systems",
    "tolerance",
    "tolerances",
    "variance",
    "waiting",
]
