"""Sources, their text, and what was read in them."""
