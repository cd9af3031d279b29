"""What was measured while the tests ran, told at the end of the run: figures are not verdicts."""

FIGURES: dict[str, str] = {}


def note(what: str, figure: str) -> None:
    """Tell this at the end."""
    FIGURES[what] = figure
