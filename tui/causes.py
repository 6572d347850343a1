"""Why the system did not do something, in our own words: its own are in its own language."""

from guide.files import Cause
from tui.translator import N_

CAUSES = {
    "odd": N_("it is no ordinary file"),
    "ENOENT": N_("there is no such file"),
    "EACCES": N_("you have no right to"),
    "EPERM": N_("you have no right to"),
    "EISDIR": N_("it is a folder"),
    "ENOTDIR": N_("a file stands where a folder should be"),
    "EEXIST": N_("there is something of that name already"),
    "ENOTEMPTY": N_("the folder is not empty"),
    "ENOSPC": N_("the disk is full"),
    "EDQUOT": N_("there is no room left for you on this disk"),
    "EFBIG": N_("it would be too large for this disk"),
    "EROFS": N_("nothing can be written on this disk"),
    "EIO": N_("the disk does not answer as it should"),
    "ENODEV": N_("the drive is gone"),
    "ENXIO": N_("the drive is gone"),
    "ESTALE": N_("the drive is gone"),
    "ENOTCONN": N_("the drive is gone"),
    "ESHUTDOWN": N_("the drive is gone"),
    "EHOSTDOWN": N_("the drive does not answer"),
    "ETIMEDOUT": N_("the drive does not answer"),
    "EBUSY": N_("it is in use"),
    "ETXTBSY": N_("it is in use"),
    "ENAMETOOLONG": N_("the name is too long"),
    "EINVAL": N_("the disk does not take that"),
    "ELOOP": N_("its links lead in a circle"),
    "EMFILE": N_("too many files are open"),
    "ENFILE": N_("too many files are open"),
    "ENOMEM": N_("there is not enough memory"),
    "EXDEV": N_("it lies on another disk"),
}
"""By the name of the system's error; what is not here is said in the system's words."""


def sentence_of_cause(cause: Cause) -> str:
    """The English sentence for why something failed."""
    return CAUSES.get(cause.name, str(cause))
