"""Every change to what can be found, and to the searches that people keep.

``indexing.py`` keeps the index in step with what it is of, ``saving.py`` holds what people do with their searches,
``alerting.py`` the mails.
"""

from arising.register.search.operations.alerting import DueAlert, send_alerts
from arising.register.search.operations.indexing import (
    LONGEST_ENTRY,
    index_if_changed,
    index_matter,
    index_names,
    index_obligation,
    index_source,
    rebuild,
)
from arising.register.search.operations.saving import amend_search, drop_search, save_search, stop_alerts

__all__ = [
    "LONGEST_ENTRY",
    "DueAlert",
    "amend_search",
    "drop_search",
    "index_if_changed",
    "index_matter",
    "index_names",
    "index_obligation",
    "index_source",
    "rebuild",
    "save_search",
    "send_alerts",
    "stop_alerts",
]
