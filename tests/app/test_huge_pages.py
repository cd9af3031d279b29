"""The heap in large pages: which stretches are chosen, and that nothing in them changes."""

import ctypes
import mmap
import threading
from pathlib import Path

import pytest

from app import huge_pages
from app.huge_pages import HUGE, Stretch, stretches

SMAPS = """\
7f0000000000-7f0000a00000 rw-p 00000000 00:00 0 \nSize:              10240 kB
Rss:               10000 kB\nAnonHugePages:      2048 kB\nVmFlags: rd wr mr mw me ac
7f0001000000-7f0001800000 rw-p 00000000 00:00 0                          [stack]
Rss:                8192 kB\nAnonHugePages:         0 kB\nVmFlags: rd wr
7f0002000000-7f0002400000 rw-p 00000000 fe:00 1234                       /usr/lib/libc.so.6
Rss:                4096 kB\nAnonHugePages:         0 kB
55d000000000-55d000400000 rw-p 00000000 00:00 0                          [heap]
Size:               4096 kB\nRss:                4000 kB\nAnonHugePages:         0 kB
7f0003000000-7f0003400000 r--p 00000000 00:00 0 \nRss:                4096 kB
AnonHugePages:         0 kB
"""


def test_stretches_are_memory_that_belongs_to_no_file_and_no_stack() -> None:
    assert list(stretches(SMAPS)) == [
        Stretch(0x7F0000000000, 0x7F0000A00000, 10000, 2048),
        Stretch(0x55D000000000, 0x55D000400000, 4000, 0),
    ]


@pytest.mark.parametrize(
    ("start", "size", "held_kb", "huge_kb", "expected"),
    [
        (HUGE, 2 * HUGE, 4096, 0, True),
        (HUGE, 2 * HUGE, 4096, 4096, False),  # it is in large pages already
        (HUGE, 4 * HUGE, 128, 0, False),  # a thread's stack
        (HUGE + 4096, HUGE, 2048, 0, False),  # no large page fits in
        (HUGE - 4096, HUGE + 8192, 2056, 0, True),
    ],
)
def test_only_full_stretches_with_room_for_a_large_page_are_moved(
    start: int, size: int, held_kb: int, huge_kb: int, *, expected: bool
) -> None:
    assert Stretch(start, start + size, held_kb, huge_kb).is_worth_it is expected


@pytest.mark.skipif(not huge_pages.STRETCHES.exists(), reason="there is no such memory here")
def test_what_is_moved_stays_what_it_was() -> None:
    with mmap.mmap(-1, 8 * HUGE, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS) as memory:
        memory[:] = bytes(range(256)) * (8 * HUGE // 256)
        at = ctypes.addressof(ctypes.c_char.from_buffer(memory))
        known = list(stretches(huge_pages.STRETCHES.read_text(encoding="ascii", errors="replace")))
        assert any(one.start <= at < one.end and one.held_kb >= 8 * HUGE >> 10 for one in known)
        huge_pages.collapse()
        assert memory[:] == bytes(range(256)) * (8 * HUGE // 256)


@pytest.mark.parametrize("setting", [None, "always madvise [never]\n"])
def test_nothing_is_done_where_there_are_none_or_nobody_wants_them(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, setting: str | None
) -> None:
    if setting:
        (tmp_path / "enabled").write_text(setting)
    monkeypatch.setattr(huge_pages, "SETTING", tmp_path / "enabled")
    before = threading.active_count()
    huge_pages.keep()
    assert threading.active_count() == before


def test_somebody_keeps_looking_where_they_may_be_asked_for(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "enabled").write_text("always [madvise] never\n")
    monkeypatch.setattr(huge_pages, "SETTING", tmp_path / "enabled")
    monkeypatch.setattr(huge_pages, "LOOK_S", 3_600)
    before = threading.active_count()
    huge_pages.keep()
    assert threading.active_count() == before + 1


def test_what_is_full_is_moved_when_the_heap_has_grown(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    moved: list[bool] = []
    monkeypatch.setattr(huge_pages, "collapse", lambda: moved.append(True))
    monkeypatch.setattr(huge_pages, "HELD", tmp_path / "statm")
    (tmp_path / "statm").write_text("99999 25000 0")
    held_kb = 25_000 * huge_pages.PAGE_KB
    assert huge_pages.looked(0) == held_kb
    assert huge_pages.looked(held_kb) == held_kb
    assert huge_pages.looked(held_kb - huge_pages.GROWN_KB) == held_kb - huge_pages.GROWN_KB
    assert len(moved) == 1
    assert huge_pages.looked(held_kb - huge_pages.GROWN_KB - 1) == held_kb
    assert len(moved) == 2
