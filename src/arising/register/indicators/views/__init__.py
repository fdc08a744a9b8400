"""The pages of figures: ``pages.py`` indicators and areas, ``files.py`` what is brought in."""
