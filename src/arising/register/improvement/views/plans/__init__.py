"""The pages of the improvement plan: ``pages.py`` shows it, ``making.py`` and ``actions.py`` change it, ``files.py``
takes workbooks in, ``exports.py`` gives it out."""
