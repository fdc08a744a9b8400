"""The files of the journey."""

from __future__ import annotations

from arising.register.accounts.audiences import Reader
from arising.register.improvement.models import Paper
from arising.register.record.operations import files
from arising.register.record.queries import SourceFile


def paper_file(user: Reader, pk: int) -> SourceFile:
    """The bytes of a paper. Raises Paper.DoesNotExist where ``user`` may not see it, or where it holds a name that is
    withheld from them: in bytes it cannot be covered."""
    paper = Paper.objects.visible_to(user).get(pk=pk)
    if getattr(paper, "_name_withheld", False):
        raise Paper.DoesNotExist
    return SourceFile(files.path_of(paper.sha256), paper.name, paper.media_type, paper.size)
