"""The register keeps to itself from the start."""

from __future__ import annotations

import stat
from pathlib import Path
from threading import Thread

import pytest
from django.db import connection
from django.test import Client

from arising.register.secret_key import kept_secret_key


def test_a_secret_key_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    key = kept_secret_key(tmp_path / "secret-key")
    assert len(key) > 60
    assert kept_secret_key(tmp_path / "secret-key") == key
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secret-key"]


def test_two_that_start_at_once_agree_on_a_key(tmp_path: Path) -> None:
    keys: list[str] = []
    threads = [Thread(target=lambda: keys.append(kept_secret_key(tmp_path / "secret-key"))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(keys) == 8
    assert len(set(keys)) == 1


def test_an_answer_says_how_it_may_be_used(db: None, client: Client) -> None:
    headers = client.get("/").headers
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


@pytest.mark.django_db
def test_sqlite_writes_ahead_and_keeps_foreign_keys() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL does so anyway")
    with connection.cursor() as cursor:
        pragmas = [cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "foreign_keys")]
    assert pragmas == ["wal", 1]
