"""What clients send, read or answered as unreadable."""

import pytest

from app.protocol import (
    FRAME_BYTES,
    WIRE_COMMANDS,
    Credential,
    Do,
    Hello,
    Ping,
    Unreadable,
    chosen,
    parse,
    parse_do,
)
from game import commands as cm


def refused(text: bytes) -> tuple[str, str | None, dict[str, str | int]]:
    with pytest.raises(Unreadable) as error:
        parse(text)
    return error.value.code, error.value.id, error.value.params


def test_hello_says_what_a_client_is_and_has() -> None:
    frame = parse(
        b'{"t":"hello","v":1,"as":"player","since":412,"epoch":"e_9f2","build":"2026.11"}'
    )
    assert frame == Hello(t="hello", v=1, as_="player", since=412, epoch="e_9f2", build="2026.11")


def test_hello_may_leave_out_all_but_the_version() -> None:
    assert parse(b'{"t":"hello","v":1}') == Hello(t="hello", v=1)


@pytest.mark.parametrize("k", ["7031", "123.5", '"a"'])
def test_ping_takes_what_a_clock_gives(k: str) -> None:
    assert isinstance(parse(b'{"t":"ping","k":%b}' % k.encode()), Ping)


def test_a_command_becomes_the_rules_own_class() -> None:
    frame = parse(
        b'{"t":"do","id":"c1","round":"r2","step":"open","do":"play_card","d":{"card":"B1"}}'
    )
    assert isinstance(frame, Do)
    assert (frame.id, frame.round, frame.step) == ("c1", "r2", "open")
    assert frame.command == cm.PlayCard(card="B1")


def test_a_field_python_may_not_name_is_plain_on_the_wire() -> None:
    frame = parse(b'{"t":"do","id":"c1","do":"propose_edge","d":{"from":"n1","to":"n2"}}')
    assert isinstance(frame, Do)
    assert frame.command == cm.ProposeEdge(from_="n1", to="n2")


def test_a_command_for_a_proxy_is_read_to_the_bottom() -> None:
    text = b'{"t":"do","id":"c1","do":"play_for","d":{"seat":"s_01","do":"vote","d":{"node":"n1"}}}'
    frame = parse(text)
    assert isinstance(frame, Do)
    assert frame.command == cm.PlayFor(seat="s_01", command=cm.Vote(node="n1"))


def test_a_command_without_arguments_needs_no_d() -> None:
    frame = parse(b'{"t":"do","id":"c1","do":"start"}')
    assert isinstance(frame, Do)
    assert frame.command == cm.Start()


def test_the_http_form_needs_no_t() -> None:
    assert parse_do(b'{"id":"c1","do":"done"}').command == cm.Done()


@pytest.mark.parametrize("do", sorted(cm.SHELL_ONLY))
def test_what_only_the_shell_asks_is_unknown_on_the_wire(do: str) -> None:
    assert do not in WIRE_COMMANDS
    code, id_, params = refused(b'{"t":"do","id":"c1","do":"%b","d":{}}' % do.encode())
    assert (code, id_, params) == ("command.unknown", "c1", {"do": do})


@pytest.mark.parametrize(
    ("d", "at"),
    [
        (b'{"node":"n1","belief":"3"}', "d.belief"),
        (b'{"node":"n1","belief":true}', "d.belief"),
        (b'{"node":"n1","more":1}', "d.more"),
        (b"{}", "d.node"),
    ],
)
def test_arguments_are_taken_strictly(d: bytes, at: str) -> None:
    code, id_, params = refused(b'{"t":"do","id":"c1","do":"vote","d":%b}' % d)
    assert (code, id_, params) == ("command.unreadable", "c1", {"at": at})


@pytest.mark.parametrize(
    ("sent", "meant"), [(b"0.75", "0.75"), (b"0.10", "0.10"), (b"7", "7"), (b'"7"', "7")]
)
def test_a_figure_may_be_sent_as_a_number(sent: bytes, meant: str) -> None:
    frame = parse(b'{"t":"do","id":"c1","do":"estimate","d":{"node":"n1","value":%b}}' % sent)
    assert frame.command == cm.GiveEstimate(node="n1", value=meant)
    text = b'{"seat":"s_01","do":"estimate","d":{"node":"n1","value":%b}}' % sent
    played = parse(b'{"t":"do","id":"c1","do":"play_for","d":%b}' % text)
    assert played.command.command == cm.GiveEstimate(node="n1", value=meant)


@pytest.mark.parametrize("value", [b"true", b"NaN", b"[7]", b"{}"])
def test_what_is_no_figure_is_unreadable(value: bytes) -> None:
    with pytest.raises(Unreadable):
        parse(b'{"t":"do","id":"c1","do":"estimate","d":{"node":"n1","value":%b}}' % value)


def test_a_text_is_no_number() -> None:
    with pytest.raises(Unreadable):
        parse(b'{"t":"do","id":"c1","do":"premortem","d":{"node":"n1","text":7}}')


def test_an_unknown_command_for_a_proxy_is_unknown() -> None:
    text = b'{"t":"do","id":"c1","do":"play_for","d":{"seat":"s_01","do":"vot","d":{}}}'
    assert refused(text)[0] == "command.unknown"


def test_an_id_is_found_in_a_text_that_was_cut() -> None:
    assert refused(b'{"t":"do","id":"c1","do":"pl') == ("command.unreadable", "c1", {"at": ""})


def test_an_id_is_found_at_the_head_of_a_text_that_is_too_long() -> None:
    text = b'{"t":"do","id":"c1","x":"%b"}' % (b"x" * FRAME_BYTES)
    assert refused(text) == ("command.unreadable", "c1", {"limit": FRAME_BYTES})


@pytest.mark.parametrize("text", [b"", b"[]", b"null", b"\xff", b'{"t":"state"}', b'{"id":7}'])
def test_what_is_no_frame_has_no_id(text: bytes) -> None:
    assert refused(text)[:2] == ("command.unreadable", None)


def test_a_client_with_one_credential_need_not_say_which() -> None:
    player, board = Credential("player", "s_01"), Credential("board")
    assert chosen([player], None) is player
    assert chosen([player, board], None) is None
    assert chosen([player, board], "board") is board
    assert chosen([player], "facilitator") is None


def test_of_several_consoles_the_first_that_still_opens_is_chosen():
    gone, account = Credential("facilitator", desk="p_bo"), Credential("facilitator", desk="a_bo")
    both = (gone, account)
    assert chosen(both, "facilitator") is gone
    assert chosen(both, "facilitator", lambda one: one is account) is account
    assert chosen(both, "facilitator", lambda _: False) is gone  # who comes with it is told why
    assert chosen(both, "player", lambda _: True) is None
