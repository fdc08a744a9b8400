"""Secret links: what stands in them is random and signed, what is kept is a digest that nobody can make them from."""

from __future__ import annotations

from hashlib import sha256

from django.core import signing


def token_of(secret: str) -> str:
    """What stands in an address: the secret with a signature, so that guesses are turned away unread."""
    return _signer().sign(secret)


def digest_in(token: str) -> str:
    """The digest of what such an address holds; "" for one that was not made here."""
    try:
        return digest_of(_signer().unsign(token))
    except signing.BadSignature:
        return ""


def digest_of(secret: str) -> str:
    """What is kept of a secret."""
    return sha256(secret.encode()).hexdigest()


def _signer() -> signing.Signer:
    return signing.Signer(salt="improvement.scoring", sep="~")
