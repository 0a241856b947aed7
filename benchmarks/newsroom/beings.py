"""Those who can speak of an event: people with a role, bodies, unnamed people, and their names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from benchmarks.newsroom.grammar import Choice, Lists, Node, Template, expect_runs
from benchmarks.newsroom.half import CastMember
from benchmarks.newsroom.press import Person

_SEXES: Final = ((("man",), ("woman",)), (("woman",), ("man",)))
_RENDERED: Final = 4
"""How many renderings of a role or description texts may choose from."""
_PLAINEST: Final = 7
"""How often the plainest description of unnamed people stands for once of a wordy one."""
_WORDY: Final = 0.3


class Being(NamedTuple):
    """One who can speak: somebody with a name, a body, or unnamed people.

    ``node`` is who they are in a claim's graph: whoever speaks for a body is that body. ``before``
    and ``afters`` are a person's role before and after the name, ``wordy`` says that the latter is
    a turn of phrase; plain ``descriptions`` of unnamed people stand repeatedly.
    """

    id: str
    key: str
    kind: str
    node: str
    name: str
    last: str
    before: str = ""
    afters: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    plural: bool = False
    sex: str = ""
    wordy: bool = False

    @property
    def aliases(self) -> tuple[str, ...]:
        """The other names under which texts may show them."""
        return tuple(dict.fromkeys(n for n in (self.last, *self.descriptions) if n != self.name))


def raise_being(
    member: CastMember, person: Person, event: int, say: Callable[[Template], str], lists: Lists
) -> Being:
    """Return a member of an event's cast; ``say`` renders a name, ``person`` is who it may be."""
    own = f"{member.kind}:{event}.{member.key}"
    first, second, *more = member.names
    if member.kind == "person":
        before, after = (_of_sex(name, person.sex) for name in (first, second))
        return Being(
            own,
            member.key,
            "person",
            f"body:{event}.{member.speaks_for}" if member.speaks_for else own,
            person.full,
            person.surname,
            before=say(before),
            afters=tuple(say(after) for _ in range(_RENDERED)),
            sex=person.sex,
            wordy=expect_runs(after, lists) >= _WORDY,
        )
    name, last = say(first), say(second)
    if member.kind == "body":
        return Being(own, member.key, "body", own, name, last)
    described = tuple(
        say(description)
        for description in (first, *more)
        for _ in range(max(1, round(_PLAINEST - 2 * expect_runs(description, lists))))
    )
    return Being(
        own, member.key, "group", own, name, last, descriptions=described, plural=member.plural
    )


def _of_sex(template: Template, sex: str) -> Template:
    """Choose (man|woman) by the person's sex, and leave other choices open."""
    chosen: list[Node] = []
    for node in template:
        if isinstance(node, Choice) and node.options in _SEXES:
            chosen.extend(node.options[(sex == "f") == (node.options == _SEXES[0])])
        else:
            chosen.append(node)
    return tuple(chosen)
