"""The whole suite runs without a network: here, in what it starts, and in what that starts."""

import asyncio
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

REFUSED = "the tests run without a network"
REACH = "import socket; socket.socket(socket.AF_INET, socket.SOCK_STREAM)"
REACH_FROM_A_CHILD = f"import subprocess, sys; sys.exit(subprocess.call([sys.executable, '-c', {REACH!r}]))"


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_no_socket_here(family: socket.AddressFamily) -> None:
    with pytest.raises(RuntimeError, match=REFUSED):
        socket.socket(family)


def test_no_default_socket_here() -> None:
    with pytest.raises(RuntimeError, match=REFUSED):
        socket.socket()


def test_no_lookup_here() -> None:
    with pytest.raises(RuntimeError, match=REFUSED):
        socket.getaddrinfo("localhost", 80)


def test_no_connection_here() -> None:
    with pytest.raises(RuntimeError, match=REFUSED):
        socket.create_connection(("127.0.0.1", 9), timeout=1)


@pytest.mark.parametrize("program", [REACH, REACH_FROM_A_CHILD], ids=["child", "grandchild"])
def test_no_socket_in_what_is_started(program: str) -> None:
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=30, check=False)
    assert done.returncode == 1
    assert REFUSED in done.stderr


def test_unix_sockets_stay() -> None:
    left, right = socket.socketpair()
    with left, right:
        left.sendall(b"x")
        assert right.recv(1) == b"x"
    asyncio.run(asyncio.sleep(0))


def test_every_child_gets_the_hook() -> None:
    """The folder comes first, so that no other ``sitecustomize`` of the machine takes its place."""
    first = os.environ["PYTHONPATH"].split(os.pathsep)[0]
    assert Path(first) == Path(__file__).parent / "blocked"
