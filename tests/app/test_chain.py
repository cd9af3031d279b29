from hashlib import sha256

from app import chain


def test_a_hash_is_over_the_one_before_the_public_part_and_the_digest() -> None:
    link = chain.link(b"p" * 32, {"b": 1, "a": "æ"}, {"text": "hemmeligt"})
    assert link.public == '{"a":"æ","b":1}'.encode()
    assert link.private == b'{"text":"hemmeligt"}'
    assert link.salt is not None
    digest = sha256(link.salt + link.private).digest()
    assert link.digest == digest
    assert link.hash == sha256(b"p" * 32 + link.public + digest).digest()
    assert chain.link_hash(b"p" * 32, link.public, digest) == link.hash


def test_the_same_secret_has_another_digest_each_time() -> None:
    one, two = (chain.link(b"", {}, {"value": "3"}) for _ in range(2))
    assert one.digest != two.digest


def test_an_event_without_secrets_has_no_salt() -> None:
    link = chain.link(b"", {"type": "GameStarted"}, {})
    assert (link.private, link.salt, link.digest) == (None, None, None)
    assert chain.link_hash(b"", link.public, None) == link.hash


def test_no_two_games_begin_alike() -> None:
    assert chain.genesis("K7QF3M") != chain.genesis("K7QF3N")
