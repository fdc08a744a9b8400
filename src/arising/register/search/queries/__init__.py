"""What pages ask of the search room.

``finding.py`` finds, ``hits.py`` shows what was found, ``coverage.py`` says which minutes are in, ``saved.py`` knows
the searches that people keep, ``news.py`` what feeds tell. Every function takes the reader first and answers only what
that reader may see.
"""

from arising.register.search.queries.coverage import Coverage, CoverageOfAll, body_panel, coverage, coverage_of_all
from arising.register.search.queries.finding import Narrowing, kinds_counted, owing_post, owing_posts, search
from arising.register.search.queries.hits import Hit
from arising.register.search.queries.news import (
    News,
    followed_matter,
    news_of_body,
    news_of_matter,
    news_of_owner,
    news_of_search,
)
from arising.register.search.queries.saved import found_keys, new_hits, saved_search, saved_searches

__all__ = [
    "Coverage",
    "CoverageOfAll",
    "Hit",
    "Narrowing",
    "News",
    "body_panel",
    "coverage",
    "coverage_of_all",
    "followed_matter",
    "found_keys",
    "kinds_counted",
    "new_hits",
    "news_of_body",
    "news_of_matter",
    "news_of_owner",
    "news_of_search",
    "owing_post",
    "owing_posts",
    "saved_search",
    "saved_searches",
    "search",
]
