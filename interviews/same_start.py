"""Whether the first events of two logs are one interview's, though a date may have been made coarser in one."""

from interviews.event import Event


def same_start(one: Event, other: Event) -> bool:
    """Equal, or of the same moment on the same running of the computer, or equal but for a coarser wall clock."""
    if one == other:
        return True
    walls, boots, clocks = (
        [getattr(start, name, None) for start in (one, other)] for name in ("wall", "boot", "clock")
    )
    if boots[0] and clocks[0] and boots[0] == boots[1] and clocks[0] == clocks[1]:
        return True
    if not (walls[0] and walls[1]) or type(one) is not type(other):
        return False
    if walls[0] == walls[1] and boots[0] == boots[1] and clocks[0] == clocks[1]:
        return True
    coarser = walls[0].startswith(walls[1]) or walls[1].startswith(walls[0])
    return coarser and one.but(wall="") == other.but(wall="")
