import json

import pytest

from app import schema
from app.protocol import WIRE_COMMANDS


def test_the_generated_files_are_what_the_code_says():
    assert schema.stale() == []


def test_every_command_has_its_arguments_typed():
    declared = schema.types()
    for do in WIRE_COMMANDS:
        assert f"\n  {do}: " in declared
    assert "propose_edge: { from: string; to: string; kind?: string };" in declared
    assert "  lock: Record<string, never>;" in declared
    assert "vote: { node: string; belief?: number | null; importance?: number | null };" in declared


def test_a_frame_with_a_foreign_field_is_outside_the_schema():
    definitions = schema.schema()["$defs"]
    assert definitions["Ping"]["additionalProperties"] is False
    assert definitions["Hello"].get("additionalProperties") is not False  # of a later version
    assert definitions["Hello"]["required"] == ["t", "v"]


def test_writing_brings_stale_files_up_to_date(tmp_path):
    page = tmp_path / "docs" / "protocol.md"
    page.parent.mkdir()
    page.write_text("<!-- made: player -->\n<!-- end -->\n")
    made = ("docs/protocol.schema.json", "static/js/protocol.d.ts", "static/js/parts/map-joints.js")
    files = [*(tmp_path / one for one in made), page]
    assert schema.stale(tmp_path) == files
    assert schema.write(tmp_path) == files
    assert schema.write(tmp_path) == []
    json.loads(files[0].read_text())
    assert "| `shake` |" in page.read_text()


@pytest.mark.parametrize(
    ("node", "declared"),
    [
        ({"type": "array", "items": {"type": "string"}}, "(string)[]"),
        ({"enum": ["da", "en"]}, '"da" | "en"'),
        ({"$ref": "#/$defs/A"}, "{ n: number }"),
        ({}, "unknown"),
    ],
)
def test_a_node_of_the_schema_becomes_a_type(node, declared):
    defs = {"A": {"type": "object", "properties": {"n": {"type": "integer"}}, "required": ["n"]}}
    assert schema._type(node, defs) == declared
