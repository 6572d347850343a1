"""What the observer's seat says of the interview, in words."""

from tui.observer.observer_controller import ObserverDesk
from tui.translator import N_


def question_lines(desk: ObserverDesk) -> list[str]:
    """The question in hand as it is worded, or why there is none; before it, that no window has the interview open."""
    _, interview = desk._, desk.window.interview
    if interview is None:
        return [_("{name} has not begun yet. You can tick already.", name=desk.name)]
    if interview.ended is not None:
        return [_("The interview has ended. Ctrl+Q leaves.")]
    hand = interview.hand
    asked = None if hand is None else interview.guide.question(hand)
    text = f"{hand}  {asked.ask}" if asked is not None else hand or _("No question has been asked yet.")
    if desk.window.held:
        return [text]
    when = interview.last_wall
    key = N_("{name} is open in no window on this computer; last written {when}.")
    return [_(key if when else N_("{name} is open in no window on this computer."), name=desk.name, when=when), text]
