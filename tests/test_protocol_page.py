"""docs/protocol.md names what the code has, no more and no less."""

import re
from pathlib import Path

from app.protocol import WIRE_COMMANDS
from game.commands import SHELL_ONLY

PAGE = (Path(__file__).resolve().parent.parent / "docs" / "protocol.md").read_text()
COMMANDS = PAGE.partition("## 4. Commands")[2].partition("## 5.")[0]


def test_it_names_every_command():
    rows = COMMANDS[COMMANDS.index("|---|") :]
    named = set(re.findall(r"`(\w+)(?=[ `])", rows))
    assert named == {*WIRE_COMMANDS, *SHELL_ONLY}
