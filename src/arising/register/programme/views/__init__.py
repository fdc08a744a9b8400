"""The pages of the programme room. ``packs.py`` shows a pack and gives it as files."""
