"""Limits: a seat's pace, wrong codes, the length of the queue, the origin of a request."""

import pytest

from app.admission import Admission
from app.origin import is_own
from app.ratelimit import Bucket, WrongCodes


def test_a_bucket_gives_sixty_and_two_a_second() -> None:
    bucket = Bucket()
    assert all(bucket.take(0) for _ in range(60))
    assert not bucket.take(0)
    assert not bucket.take(0.4)
    assert bucket.take(0.5)
    assert not bucket.take(0.5)
    assert all(bucket.take(1_000) for _ in range(60))
    assert not bucket.take(1_000)


def test_thirty_wrong_codes_are_mistakes_and_more_is_guessing() -> None:
    codes = WrongCodes()
    for _ in range(29):
        codes.wrong("a", 0)
    assert codes.delay("a", 0) == 0
    codes.wrong("a", 1)
    assert codes.delay("a", 1) == 2
    assert codes.delay("b", 1) == 0
    assert codes.delay("a", 601) == 0


def test_a_full_queue_is_busy() -> None:
    admission = Admission()
    for _ in range(500):
        assert not admission.is_busy()
        admission.enter()
    assert admission.is_busy()
    admission.leave(500, 0.01)
    assert not admission.is_busy()


def test_a_slow_queue_is_busy_until_it_is_empty() -> None:
    admission = Admission()
    admission.enter()
    admission.enter()
    admission.leave(1, 0.06)
    assert admission.is_busy()
    admission.leave(1, 0.06)
    assert not admission.is_busy()


@pytest.mark.parametrize(
    ("headers", "public_url", "is_ours"),
    [
        ([(b"host", b"a:8000"), (b"origin", b"http://a:8000")], None, True),
        ([(b"host", b"a:8000"), (b"origin", b"http://b:8000")], None, False),
        ([(b"host", b"a:8000"), (b"origin", b"null")], None, False),
        ([(b"host", b"a:8000")], None, False),
        ([(b"host", b"a"), (b"authorization", b"Bearer x")], None, True),
        ([(b"host", b"inner"), (b"origin", b"https://a.dk")], "https://a.dk/", True),
        ([(b"host", b"a.dk"), (b"origin", b"http://a.dk")], "https://a.dk", False),
    ],
)
def test_an_origin_is_the_host_or_the_public_address(
    headers: list[tuple[bytes, bytes]],
    public_url: str | None,
    is_ours: bool,  # noqa: FBT001
) -> None:
    assert is_own(headers, public_url) is is_ours
