"""What clients may send, written down for others: JSON Schema, and types for the front end.

Both are made from `app.protocol`'s adapters, so they cannot say anything else than the server does.
The page of the protocol has parts that are made, too, and parts that are held to the code; and the
board's scripts get their tables for parting long words from here.
`gevinstspil schema` writes them, `script/check` fails when they have drifted.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from pydantic import TypeAdapter

from app import lettering_js, protocol_page
from app.protocol import FRAMES, VERSION, WIRE_COMMANDS

ROOT: Final = Path(__file__).parent.parent
PLAIN: Final = {
    **{name: name for name in ("string", "number", "boolean", "null")},
    "integer": "number",
}
PAGE: Final = Path("docs", "protocol.md")
NOTHING: Final = "Record<string, never>"
COMMAND: Final = """\
export type CommandName = keyof Commands;

/** A command on its way to the server. */
export type Do = {
  [K in CommandName]: {
    t: "do"; id: string; round?: string | null; step?: string | null; do: K; d: Commands[K];
  };
}[CommandName];
"""
# A command within a command: its arguments depend on what it says it does.
WITHIN: Final = """\
  play_for: {
    [K in Exclude<CommandName, "play_for">]: { seat: string; do: K; d: Commands[K] };
  }[Exclude<CommandName, "play_for">];"""


def stale(root: Path = ROOT) -> list[Path]:
    """Gives the generated files that are not what the code says now."""
    return [
        path
        for path, text in _generated(root).items()
        if not path.exists() or path.read_text() != text
    ]


def write(root: Path = ROOT) -> list[Path]:
    """Writes what is stale anew, and gives it."""
    written = stale(root)
    for path in written:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_generated(root)[path])
    return written


def untold(root: Path = ROOT) -> list[str]:
    """Gives what the page of the protocol and the code do not agree on."""
    page = (root / PAGE).read_text()
    return protocol_page.gaps(page, root / "tests" / "records")


def schema() -> dict[str, Any]:
    """Gives the JSON Schema of everything a client may send over the socket."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Gevinstspillet, protocol {VERSION}: client to server",
        **FRAMES.json_schema(by_alias=True),
    }


def types() -> str:
    """Gives the same as declarations for the front end, commands by their `do`."""
    lines = [
        "// Made by `gevinstspil schema` from app/protocol.py. Do not edit.",
        "",
        "/** The arguments of each command, by its `do`. */",
        "export interface Commands {",
        *(_command(do) for do in sorted(WIRE_COMMANDS)),
        "}",
        "",
        COMMAND,
        *(_named(name) for name in ("Hello", "Ping")),
    ]
    return "\n".join(lines) + "\n"


def _generated(root: Path) -> dict[Path, str]:
    as_json = json.dumps(schema(), indent=1, ensure_ascii=False, sort_keys=True)
    return {
        root / "docs" / "protocol.schema.json": f"{as_json}\n",
        root / "static" / "js" / "protocol.d.ts": types(),
        root / "static" / "js" / "parts" / "map-joints.js": lettering_js.tables(),
        root / PAGE: protocol_page.filled((root / PAGE).read_text()),
    }


def _command(do: str) -> str:
    if do == "play_for":
        return WITHIN
    made = TypeAdapter(WIRE_COMMANDS[do]).json_schema()
    return f"  {do}: {_object(made, made.get('$defs', {}))};"


def _named(name: str) -> str:
    made = schema()
    return f"export type {name} = {_object(made['$defs'][name], made['$defs'])};"


def _object(node: Mapping[str, Any], defs: Mapping[str, Any]) -> str:
    """The TypeScript of an object; a field that Python may not name, like `from_`, is `from`."""
    required = node.get("required", ())
    fields = [
        f"{name.rstrip('_')}{'' if name in required else '?'}: {_type(field, defs)}"
        for name, field in node.get("properties", {}).items()
    ]
    return f"{{ {'; '.join(fields)} }}" if fields else NOTHING


def _type(node: Mapping[str, Any], defs: Mapping[str, Any]) -> str:
    """The TypeScript of one JSON Schema node."""
    if "$ref" in node:
        return _type(defs[node["$ref"].rsplit("/", 1)[1]], defs)
    if "const" in node:
        return json.dumps(node["const"])
    if "enum" in node:
        return " | ".join(json.dumps(value) for value in node["enum"])
    if "anyOf" in node:
        return " | ".join(dict.fromkeys(_type(each, defs) for each in node["anyOf"]))
    if node.get("type") == "array":
        return f"({_type(node.get('items', {}), defs)})[]"
    if node.get("type") == "object":
        return _object(node, defs)
    return PLAIN.get(node.get("type", ""), "unknown")
