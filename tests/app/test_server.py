import socket

import pytest

from app import server
from app.errors import OperatorError


def test_a_port_of_its_own_is_picked_and_told() -> None:
    with server.listen("127.0.0.1", 0) as listener:
        port = listener.getsockname()[1]
        assert server.local_url(listener) == f"http://127.0.0.1:{port}"


def test_a_busy_port_is_said_in_a_sentence() -> None:
    with server.listen("127.0.0.1", 0) as taken:
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(OperatorError, match=f"Port {port} is in use"):
            server.listen("127.0.0.1", port)


@pytest.mark.parametrize("host", ["192.0.2.1", "not an address", "é..x", "x" * 300])
def test_an_address_of_another_machine_is_said_in_a_sentence(host: str) -> None:
    with pytest.raises(OperatorError, match="This machine has no address"):
        server.listen(host, 0)


def test_phones_are_given_an_address_they_can_reach() -> None:
    with server.listen(server.EVERYWHERE, 0) as listener:
        port = listener.getsockname()[1]
        assert server.local_url(listener) == f"http://127.0.0.1:{port}"
        host = server.lan_url(listener).removeprefix("http://").removesuffix(f":{port}")
        assert socket.inet_aton(host) != socket.inet_aton("0.0.0.0")
