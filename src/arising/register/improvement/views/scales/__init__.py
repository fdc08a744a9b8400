"""Distance travelled: what everybody may read (``pages.py``), what its keepers do with scales (``keeping.py``) and with
scorings (``rounds.py``), and where people score by their links (``answering.py``)."""
