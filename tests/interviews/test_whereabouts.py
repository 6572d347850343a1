"""Where a study lies, judged by its path and by what lies above it, on every system's paths alike."""

from collections.abc import Iterable
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from interviews.data_management.whereabouts import find_versions, is_network, path_of, readable_by_others, services
from interviews.os_support import Disk
from interviews.os_support.linux_disks import disk_of

KARI = "/home/kari"
MAC = "/Users/kari"
WINDOWS = r"C:\Users\kari"


def found(study: str, home: str, **names: Iterable[str]) -> list[tuple[str, str]]:
    """The services of a study; ``names`` are what lies in folders, by their paths."""
    there = {path_of(folder): list(listed) for folder, listed in names.items()}
    return [
        (one.name, str(one.folder)) for one in services(path_of(study), path_of(home), lambda at: there.get(at, ()))
    ]


@pytest.mark.parametrize(
    ("study", "home", "service", "folder"),
    [
        (f"{KARI}/OneDrive/studien", KARI, "OneDrive", f"{KARI}/OneDrive"),
        (f"{MAC}/Library/CloudStorage/OneDrive-UniversityofBergen/x", MAC, "OneDrive", None),
        (rf"{WINDOWS}\OneDrive - Universitetet i Bergen\Dokumenter\s", WINDOWS, "OneDrive", None),
        (f"{KARI}/Dropbox/studien", KARI, "Dropbox", f"{KARI}/Dropbox"),
        (f"{MAC}/Dropbox (Personal)/studien", MAC, "Dropbox", None),
        (rf"{WINDOWS}\Dropbox\studien", WINDOWS, "Dropbox", rf"{WINDOWS}\Dropbox"),
        (f"{MAC}/Library/CloudStorage/GoogleDrive-kari@example.org/My Drive/s", MAC, "Google Drive", None),
        (r"G:\Min disk\studien", WINDOWS, "Google Drive", r"G:\Min disk"),
        ("/run/user/1000/gvfs/google-drive:host=example.org,user=kari/s", KARI, "Google Drive", None),
        (f"{MAC}/Library/Mobile Documents/com~apple~CloudDocs/studien", MAC, "iCloud", None),
        (rf"{WINDOWS}\iCloudDrive\studien", WINDOWS, "iCloud", rf"{WINDOWS}\iCloudDrive"),
        (f"{KARI}/Nextcloud/studien", KARI, "Nextcloud", f"{KARI}/Nextcloud"),
        (rf"{WINDOWS}\NextCloud2\studien", WINDOWS, "Nextcloud", None),
        (f"{MAC}/Library/CloudStorage/Sync.com-kari/studien", MAC, "Sync.com", None),
        (f"{KARI}/Syncthing/studien", KARI, "Syncthing", f"{KARI}/Syncthing"),
    ],
)
def test_a_synchronised_folder_is_known_by_its_path(study: str, home: str, service: str, folder: str | None) -> None:
    assert [name for name, _ in found(study, home)] == [service]
    if folder is not None:
        assert found(study, home) == [(service, folder)]


@pytest.mark.parametrize(
    ("marker", "service"),
    [
        (".dropbox", "Dropbox"),
        (".dropbox.cache", "Dropbox"),
        (".sync_0123456789ab.db", "Nextcloud"),
        ("._sync_0123456789ab.db", "Nextcloud"),
        (".owncloudsync.log", "Nextcloud"),
        (".stfolder", "Syncthing"),
        (".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"),
        (".tmp.driveupload", "Google Drive"),
        (".I1.jsonl.icloud", "iCloud"),
        (".sync", "Resilio Sync"),
    ],
)
@pytest.mark.parametrize(("home", "parts"), [(KARI, "work/studien"), (MAC, "work/studien"), (WINDOWS, r"work\studien")])
def test_and_by_what_the_service_leaves_in_a_folder_above(marker: str, service: str, home: str, parts: str) -> None:
    study = path_of(home) / parts
    assert found(str(study), home, **{str(study.parent): ["letters", marker]}) == [(service, str(study.parent))]


def test_what_a_services_program_keeps_at_home_is_no_sign() -> None:
    assert found(f"{KARI}/studien", KARI, **{KARI: [".dropbox", ".sync", ".config"]}) == []
    assert found(f"{KARI}/studien", KARI, **{KARI: [".stfolder"]}) == [("Syncthing", KARI)]


def test_a_macs_documents_may_lie_in_icloud_without_their_path_saying_so() -> None:
    clouds = {f"{MAC}/Library/Mobile Documents/com~apple~CloudDocs": ["Documents"]}
    assert found(f"{MAC}/Documents/studien", MAC, **clouds) == [("iCloud", f"{MAC}/Documents")]
    assert found(f"{MAC}/Desktop/studien", MAC, **clouds) == []
    assert found(f"{MAC}/Documents/studien", MAC) == []


@pytest.mark.parametrize(
    ("study", "home"),
    [
        (f"{KARI}/studien", KARI),
        (f"{KARI}/Dropbox-studien/guide", KARI),
        (f"{KARI}/dropboxes", KARI),
        (rf"{WINDOWS}\Documents\Boxing", WINDOWS),
        (f"{MAC}/Documents/onedrivers", MAC),
    ],
)
def test_other_folders_are_none(study: str, home: str) -> None:
    assert found(study, home) == []


def test_two_services_are_both_named() -> None:
    assert found(f"{KARI}/Nextcloud/studien", KARI, **{f"{KARI}/Nextcloud/studien": [".stfolder"]}) == [
        ("Nextcloud", f"{KARI}/Nextcloud"),
        ("Syncthing", f"{KARI}/Nextcloud/studien"),
    ]


def test_version_control_above_is_found() -> None:
    thesis = PurePosixPath("/home/kari/thesis")
    assert find_versions(thesis / "studien", lambda at: [".git", "text"] if at == thesis else []) == thesis
    assert find_versions(PureWindowsPath(WINDOWS), lambda _: ()) is None


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "fuse.rclone", "9p", "davfs"])
def test_network_drives_are_known_by_their_kind(kind: str) -> None:
    assert is_network(kind)


@pytest.mark.parametrize("kind", ["ext4", "btrfs", "vfat", "apfs", "ntfs", "tmpfs", "fuse.gocryptfs", ""])
def test_and_others_are_none(kind: str) -> None:
    assert not is_network(kind)


class Machine:
    """A described Linux: mounts, and devices on each other."""

    def __init__(self, folder: Path) -> None:
        self.mounts = folder / "mountinfo"
        self.devices = folder / "dev"
        self._real = folder / "devices"
        self.devices.mkdir()
        self.mounts.write_text("", encoding="utf-8")

    def device(self, number: str, path: str, *slaves: str, **files: str) -> "Machine":
        real = self._real / path
        (real / "slaves").mkdir(parents=True)
        (self.devices / number).symlink_to(real)
        for slave in slaves:
            (real / "slaves" / slave.replace("/", "-")).symlink_to(self._real / slave)
        for name, text in files.items():
            file = real / name.replace("__", "/")
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return self

    def mount(self, place: str, kind: str, number: str = "0:1", source: str = "none") -> "Machine":
        line = f"1 1 {number} / {place} rw - {kind} {source} rw\n"
        self.mounts.write_text(self.mounts.read_text(encoding="utf-8") + line, encoding="utf-8")
        return self

    def of(self, folder: str) -> Disk:
        return disk_of(Path(folder), self.mounts, self.devices)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path).device("8:0", "pci/sda", removable="0\n").device("8:1", "pci/sda/sda1", partition="1\n")


def test_a_plain_disk_shows_no_encryption(machine: Machine) -> None:
    machine.mount("/", "ext4", "8:1")
    assert machine.of("/home/kari/studien") == Disk("ext4", encrypted=False, removable=False)


def test_encryption_is_seen_through_what_lies_on_it(machine: Machine) -> None:
    machine.device("253:0", "virtual/dm-0", "pci/sda/sda1", dm__uuid="CRYPT-LUKS2-0123-cryptroot\n")
    machine.device("253:1", "virtual/dm-1", "virtual/dm-0", dm__uuid="LVM-abc\n")
    machine.mount("/", "ext4", "8:1").mount("/home", "ext4", "253:1")
    assert machine.of("/home/kari/studien") == Disk("ext4", encrypted=True, removable=False)
    assert machine.of("/srv") == Disk("ext4", encrypted=False, removable=False)


def test_a_stick_is_one_by_its_own_word_or_by_how_it_is_plugged_in(machine: Machine) -> None:
    machine.device("8:16", "pci/usb1/1-2/sdb", removable="0\n").device("8:17", "pci/usb1/1-2/sdb/sdb1", partition="1\n")
    machine.device("8:32", "pci/sdc", removable="1\n").device("8:33", "pci/sdc/sdc1", partition="1\n")
    machine.mount("/", "ext4", "8:1").mount("/media/kari/MIN\\040PINNE", "vfat", "8:17").mount("/mnt", "exfat", "8:33")
    assert machine.of("/media/kari/MIN PINNE/studien") == Disk("vfat", encrypted=False, removable=True)
    assert machine.of("/mnt/studien").removable


@pytest.mark.parametrize(
    ("kind", "number", "encrypted"),
    [("fuse.gocryptfs", "0:50", True), ("tmpfs", "0:51", None), ("nfs4", "0:52", None), ("zfs", "8:1", None)],
)
def test_what_is_not_known_is_not_said(machine: Machine, kind: str, number: str, *, encrypted: bool | None) -> None:
    machine.mount("/", "ext4", "8:1").mount("/home/kari", kind, number, "host:/kari")
    assert (machine.of("/home/kari/studien").kind, machine.of("/home/kari/studien").encrypted) == (kind, encrypted)


def test_a_machine_that_tells_nothing_tells_nothing(machine: Machine) -> None:
    assert machine.of("/home/kari") == Disk()
    machine.mounts.unlink()
    assert machine.of("/home/kari") == Disk()
    machine.mounts.write_bytes(b"rubbish \xff - \n\n1 2\n")
    assert machine.of("/home/kari") == Disk()


def test_what_others_can_read_is_named_unless_the_folder_lets_nobody_in(tmp_path: Path) -> None:
    study = tmp_path / "studien"
    (study / "interviews").mkdir(parents=True)
    for name, mode in (("guide.yaml", 0o644), ("study.jsonl", 0o600), ("interviews/I1.jsonl", 0o640)):
        (study / name).write_text("", encoding="utf-8")
        (study / name).chmod(mode)
    (study / "interviews").chmod(0o755)
    study.chmod(0o755)
    assert readable_by_others(study) == (".", "guide.yaml", "interviews", "interviews/I1.jsonl")
    (study / "interviews").chmod(0o700)
    assert readable_by_others(study) == (".", "guide.yaml")
    study.chmod(0o700)
    assert readable_by_others(study) == ()
    assert readable_by_others(tmp_path / "gone") == ()
