"""The bytes of sources on disk, each under its SHA-256: ``sources/ab/abcdef…``."""

from __future__ import annotations

import hashlib
import os
import secrets
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from django.conf import settings

from arising.register.record.models import Edition

DAY = 24 * 60 * 60


ALSO_KEPT: list[Callable[[], Iterable[str]]] = []
"""Functions that give the SHA-256 of files that other rooms keep here."""


def path_of(sha256: str) -> Path:
    """Where the bytes with this SHA-256 lie."""
    return Path(settings.SOURCES) / sha256[:2] / sha256


def keep(data: bytes) -> str:
    """Keep ``data`` and return its SHA-256. What is under that name is whole or not there at all.

    The bytes go to a file beside, reach the disk, and are renamed into place. A process that dies before leaves a
    draft; one that dies after, a file that no edition names. Both do no harm and ``forget_orphans`` takes them away.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    path = path_of(sha256)
    if path.exists() and path.stat().st_size == len(data):
        path.touch()
        return sha256
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{sha256}.{secrets.token_hex(6)}")
    with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o640), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    _reach_disk(path.parent)
    return sha256


def bytes_of(edition: Edition) -> bytes:
    """The bytes of an edition. Raises OSError where they are gone, ValueError where they are not what was kept."""
    data = path_of(edition.sha256).read_bytes()
    if hashlib.sha256(data).hexdigest() != edition.sha256:
        raise ValueError(f"The kept bytes of {edition} have changed on disk.")
    return data


def forget_orphans(*, older_than: float = DAY) -> list[str]:
    """Remove drafts and files that no edition and no other room names and nobody touched for ``older_than`` seconds.

    Says which.
    """
    root = Path(settings.SOURCES)
    known = set(Edition.objects.values_list("sha256", flat=True))
    known.update(*(keeps() for keeps in ALSO_KEPT))
    forgotten = []
    for path in root.glob("??/*") if root.exists() else ():
        if path.name not in known and path.stat().st_mtime < time.time() - older_than:
            path.unlink(missing_ok=True)
            forgotten.append(path.name)
    return sorted(forgotten)


def _reach_disk(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
