"""Pages of the record: ``lists.py`` the lists with filters, ``pages.py`` one body, meeting, item, person or source."""
