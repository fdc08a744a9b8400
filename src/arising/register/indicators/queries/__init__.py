"""What pages and exports ask of figures.

``areas.py`` answers areas, ``series.py`` series, ``pages.py`` the page of an indicator, ``signals.py`` what stands out
in an area, ``releases.py`` published files, ``layouts.py`` how they are read, ``reports.py`` a council's own,
 ``said.py`` what people said.
Published statistics are for everybody; whatever is not takes the reader first and answers only what they may see.
"""

from arising.register.indicators.queries.areas import Beside, area, areas, beside, default_area
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
from arising.register.indicators.queries.signals import AreaPage, Line, area_page

__all__ = [
    "MOST",
    "OUTCOMES",
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
    "Quality",
    "Revision",
    "Waiting",
    "address_of",
    "area",
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
    "waiting",
]
