"""The files of the journey."""

from __future__ import annotations

from arising.register.accounts.audiences import Reader
from arising.register.improvement.models import Paper
from arising.register.record.operations import files
from arising.register.record.queries import SourceFile


def paper_file(user: Reader, pk: int) -> SourceFile:
    """The bytes of a paper. Raises Paper.DoesNotExist where ``user`` may not see it."""
    paper = Paper.objects.visible_to(user).get(pk=pk)
    return SourceFile(files.path_of(paper.sha256), paper.name, paper.media_type, paper.size)
