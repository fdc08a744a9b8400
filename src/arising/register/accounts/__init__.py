"""Sign-in, roles, audiences and history."""
