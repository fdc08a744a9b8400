"""What the sample council has beside its minutes: ``figures.py`` adds its figures, ``journey.py`` its improvement
journey."""

from arising.cli.of_register.kesterby.figures import add_figures
from arising.cli.of_register.kesterby.journey import add_journey

__all__ = ["add_figures", "add_journey"]
