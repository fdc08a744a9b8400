"""A PDF with a text layer in, a document out.

Open ``read_pdf.py`` first. ``lines.py`` takes the lines and their geometry from PDFium, ``furniture.py`` drops running
heads, feet and page numbers, ``paragraphs.py`` puts wrapped lines back together, ``hyphens.py`` undoes hyphenation.
"""

from arising.documents.pdf.read_pdf import read_pdf

__all__ = ["read_pdf"]
