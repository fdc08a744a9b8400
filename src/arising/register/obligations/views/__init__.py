"""The pages of what is owed: ``lists.py`` lists, ``pages.py`` one and mine, ``changes.py`` the forms."""
