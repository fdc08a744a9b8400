"""The pages of search: ``finding.py`` the search, ``saved.py`` the searches that people keep."""
