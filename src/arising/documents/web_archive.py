"""A page that a browser saved as a single file (.mht, .mhtml): the page within it."""

from __future__ import annotations

import email
import email.policy
import re

_START = re.compile(rb"\s*(?:From: <Saved by|MIME-Version:|Content-Type: multipart/related)", re.IGNORECASE)


def page_within(data: bytes) -> bytes | None:
    """The first HTML page of a web archive, or None where the bytes are no web archive."""
    if not _START.match(data) or b"multipart/related" not in data[:4096].lower():
        return None
    message = email.message_from_bytes(data, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            return payload if isinstance(payload, bytes) else None
    return None
