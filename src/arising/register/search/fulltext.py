"""Full text in the two databases: the same question, asked of each in its own language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from arising.register.search.models import Entry
from arising.register.search.words import Phrase

OPENS, CLOSES = "\ue000", "\ue001"
"""What stands around a word that was looked for: characters of private use, which no index text holds."""
_LESS, _MORE = "\ue002", "\ue003"
RESERVED = f"{OPENS}{CLOSES}{_LESS}{_MORE}"
"""The characters that an index text must not hold."""

Ranked = tuple[int, str]
"""The key of an entry and its passage."""


class FullText(Protocol):
    """What a database must answer."""

    def holding(self, phrases: Sequence[Phrase], among: QuerySet[Entry]) -> QuerySet[Entry]:
        """Those of ``among`` that hold every phrase."""

    def best(self, phrases: Sequence[Phrase], among: QuerySet[Entry], first: int, last: int) -> list[Ranked]:
        """Of ``among``, which hold every phrase, the best from ``first`` to ``last``, each with its passage."""


class Fts5:
    """SQLite's FTS5."""

    def holding(self, phrases: Sequence[Phrase], among: QuerySet[Entry]) -> QuerySet[Entry]:
        held = RawSQL("SELECT rowid FROM search_words WHERE search_words MATCH %s", [_match(phrases)])
        return among.filter(pk__in=held)

    def best(self, phrases: Sequence[Phrase], among: QuerySet[Entry], first: int, last: int) -> list[Ranked]:
        sql, params = _keys(among)
        # the plus keeps SQLite from asking the index anew for each of these rows
        ranked = f"""
            SELECT rowid FROM search_words WHERE search_words MATCH %s AND +rowid IN ({sql})
            ORDER BY bm25(search_words, 4.0, 1.0), rowid LIMIT %s OFFSET %s"""  # noqa: S608
        keys = [key for (key,) in _rows(ranked, [_match(phrases), *params, last - first, first])]
        # the passages of these alone: in one statement SQLite would cut one out of every row that it sorts
        shown = f"""
            SELECT rowid, snippet(search_words, 1, %s, %s, '…', 40) FROM search_words
            WHERE search_words MATCH %s AND rowid IN ({", ".join(["%s"] * len(keys))})"""  # noqa: S608
        passages = dict(_rows(shown, [OPENS, CLOSES, _match(phrases), *keys])) if keys else {}
        return [(key, passages[key]) for key in keys]


class PostgreSql:
    """PostgreSQL's text search, with its English dictionary."""

    def holding(self, phrases: Sequence[Phrase], among: QuerySet[Entry]) -> QuerySet[Entry]:
        query, asked = _tsquery(phrases)
        held = RawSQL(f"SELECT id FROM search_entry WHERE words @@ ({query})", asked)  # noqa: S608, S611
        return among.filter(pk__in=held)

    def best(self, phrases: Sequence[Phrase], among: QuerySet[Entry], first: int, last: int) -> list[Ranked]:
        sql, params = _keys(among)
        query, asked = _tsquery(phrases)
        shown = f"StartSel={OPENS}, StopSel={CLOSES}, MaxWords=40, MinWords=25"
        ranked = f"""
            SELECT id, ts_headline('english', translate(text, '<>', %s), ({query}), %s) FROM (
                SELECT id, text, ts_rank(words, ({query})) AS rank FROM search_entry
                WHERE words @@ ({query}) AND id IN ({sql})
                ORDER BY rank DESC, id LIMIT %s OFFSET %s
            ) AS best ORDER BY rank DESC, id"""  # noqa: S608
        # what looks like a tag would be left out of the passage
        given = [_LESS + _MORE, *asked, shown, *asked, *asked, *params, last - first, first]
        back = str.maketrans({_LESS: "<", _MORE: ">"})
        return [(key, passage.translate(back)) for key, passage in _rows(ranked, given)]


def fulltext() -> FullText:
    """The full text of the database in use."""
    return PostgreSql() if connection.vendor == "postgresql" else Fts5()


def _match(phrases: Sequence[Phrase]) -> str:
    return " AND ".join(f'"{" ".join(phrase)}"' for phrase in phrases)


def _tsquery(phrases: Sequence[Phrase]) -> tuple[str, list[str]]:
    return " && ".join(["phraseto_tsquery('english', %s)"] * len(phrases)), [" ".join(phrase) for phrase in phrases]


def _keys(among: QuerySet[Entry]) -> tuple[str, tuple[Any, ...]]:
    sql, params = among.order_by().values("pk").query.sql_with_params()
    return sql, params


def _rows(sql: str, params: Sequence[Any]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()
