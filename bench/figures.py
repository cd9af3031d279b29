"""What was measured, beside what was asked for."""

from dataclasses import dataclass

Bound = tuple[float, float]
"""What must be, and what is aimed for."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal of the performance page, or a figure without one. Ratios are ours to the other."""

    id: str
    what: str
    at_most: Bound | None = None
    at_least: Bound | None = None
    is_ratio: bool = True

    def verdict(self, value: float) -> str:
        """How a value stands to this goal."""
        if self.at_most is not None:
            must, aim = self.at_most
            return "aim" if value <= aim else "must" if value <= must else "MISSED"
        if self.at_least is not None:
            must, aim = self.at_least
            return "aim" if value >= aim else "must" if value >= must else "MISSED"
        return ""

    @property
    def asked(self) -> str:
        """What must be, and what is aimed for, in words."""
        sign, bound = ("<=", self.at_most) if self.at_most else (">=", self.at_least)
        return f"{sign} {bound[0]:g} ({bound[1]:g})" if bound else ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value, and that of whatever it is held against."""

    goal: Goal
    ours: float
    other: float | None = None

    @property
    def value(self) -> float:
        """What the goal is about: the ratio where there is another, else our own."""
        if self.other and self.goal.is_ratio:
            return self.ours / self.other
        return self.ours

    def row(self) -> tuple[str, ...]:
        """Goal, what, ours, the other, the ratio, what was asked, the verdict."""
        ratio = _shown(self.ours / self.other) if self.other else ""
        other = "" if self.other is None else _shown(self.other)
        goal = self.goal
        verdict = goal.verdict(self.value)
        return (goal.id, goal.what, _shown(self.ours), other, ratio, goal.asked, verdict)


HEAD = ("Goal", "What", "Ours", "Other", "Ratio", "Must (aim)", "Reached")


def _shown(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.2f}" if value < 10 else f"{value:.1f}"


def table(figures: list[Figure]) -> str:
    """The figures as a Markdown table."""
    rows = [HEAD, *(figure.row() for figure in figures)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(HEAD))]
    lines = ["| " + " | ".join(map(str.ljust, row, widths)) + " |" for row in rows]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)
