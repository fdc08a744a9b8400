"""Indicators: what was published and reported, charts of it, and what committees were told, held against it."""
