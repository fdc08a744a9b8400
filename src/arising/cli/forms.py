"""The forms in which records are given."""

from enum import StrEnum


class Form(StrEnum):
    """Apart from the code that writes them, so that help needs none of it."""

    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    MARKDOWN = "markdown"
