"""What somebody must do afterwards: `action.X14` for a finding, and what else a round leaves."""

from typing import Final

from game.sentences import findings, findings_late

FOUND: Final = {**findings.SENTENCES, **findings_late.SENTENCES}

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    **{
        f"action.{key.removeprefix('finding.').removesuffix('.next')}": texts
        for key, texts in FOUND.items()
        if key.endswith(".next")
    },
    "action.ghost": ("Sæt navn på forandringen {node}.", "Name the change {node}."),
    "action.challenge": (
        "Svar på modvinden mod {node}.",
        "Answer the challenge to {node}.",
    ),
    "action.owner": ("Find en ejer til {node}.", "Find an owner for {node}."),
    "action.fields": (
        "Udfyld det, der mangler om {node}.",
        "Fill in what is missing about {node}.",
    ),
    "action.own": ("Min egen handling", "My own action"),
}
