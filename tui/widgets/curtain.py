"""The curtain: nothing but a blank field between the guide and eyes that should not read it."""

from textual.strip import Strip
from textual.widget import Widget


class Curtain(Widget, can_focus=False):
    """A blank layer over guide, notes and input line; keys go on to the line behind it."""

    def render_line(self, y: int) -> Strip:
        """Nothing."""
        return Strip.blank(self.size.width, self.rich_style)
