"""Councils, bodies, persons, posts, meetings and items."""
