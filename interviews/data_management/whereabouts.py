"""Where a study lies, and who can read it.

In a synchronised folder, under version control, on a network drive.

A pure function of a path and of what lies in the folders above it, so that every system's paths are judged alike. It
knows what it has been told to look for: that it finds nothing says nothing.
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

from guide.frozen import Value
from interviews.os_support import Disk, system


class Service(Value):
    """A folder that is synchronised, or kept by a version control.

    ``name`` is the service's, ``folder`` the outermost folder that shows it, ``by`` the name of the folder or of the
    file in it that gave it away.
    """

    name: str
    folder: PurePath
    by: str


Names = Callable[[PurePath], Iterable[str]]
"""The names of what lies in a folder; none where it cannot be read."""

_FOLDERS = (
    ("OneDrive", re.compile(r"onedrive( - .+)?")),
    ("Dropbox", re.compile(r"dropbox( \(.+\))?")),
    ("Google Drive", re.compile(r"google ?drive( \(.+\))?|google-drive:.*|my drive|min disk")),
    ("iCloud", re.compile(r"icloud ?drive|mobile documents|com~apple~clouddocs")),
    ("Nextcloud", re.compile(r"nextcloud\d*")),
    ("ownCloud", re.compile(r"owncloud")),
    ("Syncthing", re.compile(r"syncthing")),
    ("pCloud", re.compile(r"pcloud ?(drive|sync)")),
    ("Jottacloud", re.compile(r"jottacloud")),
    ("Proton Drive", re.compile(r"proton ?drive")),
    ("MEGA", re.compile(r"megasync( downloads)?")),
    ("Box", re.compile(r"box sync")),
)
_MARKERS = (
    ("OneDrive", re.compile(r"\.849c9593-d756-4e56-8d6e-42412f2a707b")),
    ("Dropbox", re.compile(r"\.dropbox(\.cache)?")),
    ("Google Drive", re.compile(r"\.tmp\.drive(up|down)load")),
    ("iCloud", re.compile(r"\..+\.icloud")),
    ("Nextcloud", re.compile(r"\.?_?sync_[0-9a-f]+\.db|\.(next|own)cloudsync\.log")),
    ("Syncthing", re.compile(r"\.stfolder|\.stignore")),
    ("Resilio Sync", re.compile(r"\.sync")),
)
_OF_PROGRAMS = frozenset({".dropbox", ".sync"})
"""What such a service's program keeps in the home folder itself, whatever it synchronises."""

_CLOUD_STORAGE = {"onedrive": "OneDrive", "googledrive": "Google Drive", "dropbox": "Dropbox", "iclouddrive": "iCloud"}
_APPLE = ("Library", "Mobile Documents", "com~apple~CloudDocs")
_NETWORK = re.compile(
    r"nfs\d?|cifs|smb\w*|afpfs|webdav|davfs|9p|afs|ceph|glusterfs|fuse\.(sshfs|davfs2?|rclone|s3fs|gvfsd-fuse|onedriver)"
    r"|fuse\.google-drive-ocamlfuse"
)


def services(place: PurePath, home: PurePath, names: Names) -> tuple[Service, ...]:
    """The services that a folder is synchronised by, as its path and the markers above it tell, each once."""
    found: dict[str, Service] = {}
    for folder in (*reversed(place.parents), place):
        for service in (*_by_name(folder), *_by_marker(folder, home, names)):
            found.setdefault(service.name, service)
    for service in _by_apple(place, home, names):
        found.setdefault(service.name, service)
    return tuple(found.values())


def find_versions(place: PurePath, names: Names) -> PurePath | None:
    """The folder above, or the folder itself, whose versions are kept by git or one of its kind."""
    for folder in (place, *place.parents):
        if {".git", ".hg", ".svn"} & set(names(folder)):
            return folder
    return None


def is_network(kind: str) -> bool:
    """Whether a file system of this name lies on another machine."""
    return _NETWORK.fullmatch(kind.casefold()) is not None


def _by_name(folder: PurePath) -> Iterator[Service]:
    name = folder.name.casefold()
    if folder.parent.name == "CloudStorage":
        known = name.partition("-")[0]
        yield Service(_CLOUD_STORAGE.get(known, folder.name.partition("-")[0]), folder, folder.name)
        return
    for service, pattern in _FOLDERS:
        if pattern.fullmatch(name):
            yield Service(service, folder, folder.name)


def _by_marker(folder: PurePath, home: PurePath, names: Names) -> Iterator[Service]:
    for name in names(folder):
        if folder == home and name in _OF_PROGRAMS:
            continue
        for service, pattern in _MARKERS:
            if pattern.fullmatch(name.casefold()):
                yield Service(service, folder, name)


def _by_apple(place: PurePath, home: PurePath, names: Names) -> Iterator[Service]:
    """The desktop and the documents of a Mac lie where they always did, iCloud or no."""
    for name in ("Desktop", "Documents"):
        if place.is_relative_to(home / name) and name in names(home.joinpath(*_APPLE)):
            yield Service("iCloud", home / name, name)


def path_of(text: str) -> PurePath:
    """A path as the system it comes from means it."""
    return PureWindowsPath(text) if re.match(r"[A-Za-z]:[\\/]|\\\\", text) else PurePosixPath(text)


def list_names(folder: PurePath) -> list[str]:
    """The names of what lies in a folder of this machine."""
    try:
        return os.listdir(folder)  # noqa: PTH208  names alone
    except OSError:
        return []


def readable_by_others(folder: Path) -> tuple[str, ...] | None:
    """What in a study others on the machine may read, by its path in the study; ``.`` is the folder itself.

    A folder that lets nobody in protects what is in it. None where the system does not tell.
    """
    found = _lets_others_in(folder)
    return found if found is None else (".", *_open_in(folder, folder)) if found else ()


def _open_in(folder: Path, study: Path) -> Iterator[str]:
    try:
        paths = sorted(folder.iterdir())
    except OSError:
        return
    for path in paths:
        if not path.is_symlink() and _lets_others_in(path):
            yield path.relative_to(study).as_posix()
            if path.is_dir():
                yield from _open_in(path, study)


def _lets_others_in(path: Path) -> bool | None:
    try:
        return system().lets_others_in(path)
    except OSError:
        return False


class Whereabouts(Value):
    """A folder on this machine, and what is known of where it lies."""

    folder: Path
    services: tuple[Service, ...]
    disk: Disk
    versions: PurePath | None

    @property
    def network(self) -> bool:
        """Whether it lies on another machine."""
        return is_network(self.disk.kind)


def look_at(folder: Path) -> Whereabouts:
    """What this machine tells of a folder, links followed."""
    place = folder.resolve()
    try:
        home = Path.home().resolve()
    except RuntimeError:
        home = Path("/")
    return Whereabouts(
        place, services(place, home, list_names), system().disk_of(place), find_versions(place, list_names)
    )
