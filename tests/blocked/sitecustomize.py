"""No network while the tests run: interviews are confidential, so the program must do without.

Python imports a module of this name by itself when it starts. The folder is on PYTHONPATH while the tests run, so
every Python they start, and every Python that one starts, refuses too; the tests' own process imports it by name.
Unix sockets stay open, because asyncio wakes its own loop through a pair of them; so does such a pair on Windows.
"""

import sys

LOOKUPS = frozenset({"socket.getaddrinfo", "socket.gethostbyaddr", "socket.gethostbyname", "socket.getnameinfo"})
USES = frozenset({"socket.__new__", "socket.bind", "socket.connect", "socket.sendmsg", "socket.sendto"})


class NetworkRefusedError(RuntimeError):
    """Someone reached for the network. No OSError: code that forgives those must not hide this."""


def refuse(event: str, args: tuple[object, ...]) -> None:
    """Raise when Python is about to look up a host, or to make or use a socket of the internet."""
    if not event.startswith("socket."):
        return
    if event in LOOKUPS or (event in USES and is_internet(event, args)):
        raise NetworkRefusedError(f"the tests run without a network, and something asked for {event}{args!r}")


def is_internet(event: str, args: tuple[object, ...]) -> bool:
    """Whether the socket is of the internet, made here or taken over from a file descriptor."""
    from socket import AF_INET, AF_INET6

    family = args[1] if event == "socket.__new__" else getattr(args[0], "family", None)
    return family in (AF_INET, AF_INET6) and not (sys.platform == "win32" and is_pair(event, args))


def is_pair(event: str, args: tuple[object, ...]) -> bool:
    """Whether it is half of a pair of sockets within one program: Windows makes such a pair of ones of the internet."""
    ours = event == "socket.__new__" or (isinstance(args[1], tuple) and args[1][0] == "127.0.0.1")
    frame = sys._getframe(3)
    while ours and frame is not None:
        if frame.f_code.co_name in ("socketpair", "_fallback_socketpair"):
            return True
        frame = frame.f_back  # type: ignore[assignment]
    return False


sys.addaudithook(refuse)
