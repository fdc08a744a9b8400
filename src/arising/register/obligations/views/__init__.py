"""The pages of what is owed: ``lists.py`` lists and the file, ``pages.py`` one and mine, ``changes.py`` the forms."""
