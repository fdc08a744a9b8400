"""The figures of the sample council: what was published, what it reported itself, and what people say of both."""

from __future__ import annotations

from datetime import date

from arising.cli.terminal import counted, say

_WHY = "Came with the sample council"


def add_figures() -> None:
    """Put the figures of the sample council in the register, once."""
    from arising.measures.published import own
    from arising.register.bodies.models import Council
    from arising.register.indicators import operations
    from arising.register.indicators.models import Event, Indicator, StatisticalArea, Target
    from arising.sample import AREA, COUNCIL, own_figures, published_figures

    council = Council.objects.filter(name=COUNCIL).first()
    if council is None:
        # none of its minutes could be added, and each has said why
        return
    for path in published_figures():
        operations.take_in(path, path.name, new_areas=True, actor=None)
    area = StatisticalArea.objects.get(code=AREA)
    operations.set_area(council, area, actor=None, why=_WHY)
    for system, path in own_figures().items():
        figures = own.read(path, area=area.named)
        operations.store_own(council, system, figures, on=date(2026, 1, 20), actor=None, why=_WHY)
    plans = Indicator.objects.get(key="ehcp-20-weeks")
    if not Target.objects.filter(council=council).exists():
        for value, by in ((65, date(2025, 12, 31)), (75, date(2026, 12, 31))):
            operations.set_target(
                council, plans, plans.card.variants[0].key, value, by=by, set_by="the SEND Improvement Board",
                set_on=date(2025, 3, 20), actor=None, why=_WHY,
            )  # fmt: skip
    if not Event.objects.filter(council=council).exists():
        operations.add_event(
            council, date(2025, 4, 1), "New case system", Event.Kind.SYSTEM, actor=None, why=_WHY
        )  # fmt: skip
    files = counted(len(published_figures()) + len(own_figures()), "file")
    say(f"{COUNCIL}: {files} of figures. Those of England were published; the others are invented.")
