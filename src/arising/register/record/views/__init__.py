"""Pages of the record: ``lists.py`` the lists with filters, ``pages.py`` one body, meeting, item, person or source.

``names.py`` withholds the name of a person.
"""
