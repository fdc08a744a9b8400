"""Published statistics in, observations out.

``read`` takes a file as Explore Education Statistics publishes it, CSV or Excel, and gives a table, or says in one line
why it cannot be taken in. ``library_of`` holds the tables of a folder and answers what an indicator was in an area.
``looking`` looks at a file of another layout, ``lait`` reads the tables of the Local Authority Interactive Tool,
``own`` a council's own figures. Begin with ``tidy``.
"""

from arising.measures.published.library import Library, Revision, library_of
from arising.measures.published.tables import Row, Table
from arising.measures.published.troubles import ChildLevel, NotPublished, UnknownLayout
from arising.measures.published.workbooks import read

__all__ = ["ChildLevel", "Library", "NotPublished", "Revision", "Row", "Table", "UnknownLayout", "library_of", "read"]
