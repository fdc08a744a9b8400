"""Which post or body the words of the minutes mean by whoever owes something."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from arising.register.accounts.audiences import Audience
from arising.register.bodies import names
from arising.register.bodies.models import Body, Post
from arising.register.record.models import Mention, Source


@dataclass(frozen=True)
class Named:
    """The posts of a council and the open bodies by their key, and who is named with a post in one source."""

    posts: dict[str, Post]
    bodies: dict[str, Body]
    here: tuple[tuple[str, Post], ...]

    @classmethod
    def in_source(cls, source: Source) -> Named:
        """What the words of a source may mean. A body that is a secret to its readers is left out."""
        body = source.meeting.body
        open_to_all = Body.objects.filter(
            council=body.council_id, audience__in=Audience(source.audience).up_to_here(), visible_from__isnull=True
        )
        model: type[Any] = Mention
        mentions = model.objects.filter(source=source, post__isnull=False).standing().select_related("person", "post")
        return cls(
            {post.key: post for post in Post.objects.filter(council=body.council_id)},
            {other.key: other for other in open_to_all.exclude(pk=body.pk) if other.key},
            tuple((one.person.key if one.person else "", one.post) for one in mentions),
        )

    def owner(self, words: str) -> tuple[Post | None, Body | None]:
        """The post, or else the other body, that is certainly meant.

        "The Director" is the one post of this source that begins so, "Mrs Crake" the one post that a person of that
        name has here. Where two might be meant, neither is.
        """
        key = names.key(words)
        if not key:
            return None, None
        if key in self.posts:
            return self.posts[key], None
        if key in self.bodies:
            return None, self.bodies[key]
        begun = {post.key: post for _, post in self.here if post.key.startswith(f"{key} ")}
        return self._without_initials(_the_one(begun) or self._of_person(words)), None

    def _without_initials(self, post: Post | None) -> Post | None:
        """The post itself where minutes put the initials of its holder behind it ("Director of People (DP)")."""
        if post is None:
            return None
        bare, _, last = post.key.rpartition(" ")
        return self.posts.get(bare, post) if len(last) <= 3 else post

    def _of_person(self, words: str) -> Post | None:
        family_name = names.person_key(words.partition(",")[0]).split()[-1:]
        return _the_one({post.key: post for person, post in self.here if person.split()[-1:] == family_name != []})


def _the_one(posts: dict[str, Post]) -> Post | None:
    """The only post, or the one that all the others begin with: minutes put initials behind a post."""
    shortest = min(posts, key=len, default="")
    return posts.get(shortest) if all(key.startswith(shortest) for key in posts) else None
