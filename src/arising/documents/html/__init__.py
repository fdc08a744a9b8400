"""A saved page in, a document out.

Open ``read_html.py`` first. ``page.py`` walks the page, ``tables.py`` tells tables that hold data from tables that lay
the minutes out, ``parts.py`` tells the minutes from what the page says beside them.
"""

from arising.documents.html.read_html import read_html

__all__ = ["read_html"]
