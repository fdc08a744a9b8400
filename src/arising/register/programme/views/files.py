"""Files that a page gives to take away."""

from __future__ import annotations

from django.http import HttpResponse


def attached(content: bytes, media_type: str, name: str) -> HttpResponse:
    """A file as a download under its name."""
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response
