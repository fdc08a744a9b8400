"""The commands that hold a paper against what it should tell."""
