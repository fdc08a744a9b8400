"""How well minutes are read: records held against what a careful clerk would take from the same minutes.

``score_document`` (``judging.py``, open it first) gives a verdict on every finding and every label of a document;
``Result.of`` (``results.py``) counts the verdicts for each kind, document and rule; ``changes`` holds two results
against each other. ``labels.py`` reads the labels, ``matching.py`` says when two stretches are the same.
"""

from arising.reading.scoring.judging import Judgement, Verdict, score_document
from arising.reading.scoring.labels import LabelledDocument, Labels, LabelsError, labelled_documents
from arising.reading.scoring.results import Changes, Difference, Result, changes

__all__ = [
    "Changes",
    "Difference",
    "Judgement",
    "LabelledDocument",
    "Labels",
    "LabelsError",
    "Result",
    "Verdict",
    "changes",
    "labelled_documents",
    "score_document",
]
