"""What lies under static/vendor/ is what its manifest says, to the byte."""

import hashlib
import json
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
VENDOR = ROOT / "static" / "vendor"
MANIFEST = json.loads((VENDOR / "manifest.json").read_text())
LOCKED = json.loads((ROOT / "package-lock.json").read_text())["packages"]


def test_the_manifest_names_every_folder():
    on_disk = {path.name for path in VENDOR.iterdir() if path.is_dir()}
    assert on_disk == {entry["folder"] for entry in MANIFEST}


@pytest.mark.parametrize("entry", MANIFEST, ids=lambda entry: entry["folder"])
def test_every_file_has_its_hash(entry):
    found = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (VENDOR / entry["folder"]).iterdir()
    }
    assert found == entry["sha256"]


@pytest.mark.parametrize("entry", MANIFEST, ids=lambda entry: entry["folder"])
def test_every_package_is_the_locked_one_and_has_its_licence(entry):
    for package in entry["packages"]:
        locked = LOCKED[f"node_modules/{package['name']}"]
        assert package["version"] == locked["version"]
        assert package["integrity"] == locked["integrity"]
    licences = [name for name in entry["sha256"] if name.startswith("LICENSE")]
    assert len(licences) == len(entry["packages"])
