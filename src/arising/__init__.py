"""The memory of a scrutiny committee: minutes in, a cited record out, followed until it is answered."""

__version__ = "0.1.0"
