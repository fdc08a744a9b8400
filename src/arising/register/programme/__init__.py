"""What a body needs before it meets: the pack."""
