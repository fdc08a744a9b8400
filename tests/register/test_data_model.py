"""The page on the data model names every table and every column, and no others."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models

from arising.register.record.models import FINDINGS, Finding

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "data-model.md"
ROOMS = ("accounts", "bodies", "record", "matters", "obligations", "programme", "indicators", "improvement", "search")
TABLES = [
    model for room in ROOMS for model in apps.get_app_config(room).get_models() if not hasattr(model, "history_id")
]


def sections() -> dict[str, set[str]]:
    """The columns that the page gives for each of its headings."""
    parts = re.split(r"^### (.+)$", PAGE.read_text("utf-8"), flags=re.MULTILINE)
    return {heading: columns(text) for heading, text in zip(parts[1::2], parts[2::2], strict=True)}


def columns(text: str) -> set[str]:
    cells = re.findall(r"^\| (`.+?) \|", text.split("\n## ")[0], flags=re.MULTILINE)
    return {name for cell in cells for name in re.findall(r"`(\w+)`", cell)}


def own(model: type[models.Model]) -> set[str]:
    shared = {field.name for field in Finding._meta.get_fields()} | {"topic"} if model in FINDINGS else set()
    fields = (*model._meta.fields, *model._meta.many_to_many)
    return {field.name for field in fields} - {"id"} - shared


def test_every_table_has_its_section() -> None:
    assert set(sections()) == {model.__name__ for model in TABLES} | {"Every finding"}


@pytest.mark.parametrize("model", TABLES, ids=lambda model: model.__name__)
def test_a_section_names_the_columns_of_its_table(model: type[models.Model]) -> None:
    assert sections()[model.__name__] == own(model)


def test_the_columns_of_every_finding_are_named() -> None:
    assert sections()["Every finding"] == {field.name for field in Finding._meta.fields}
