"""The passport case, played by simulated stakeholders (game.md 11). All its figures are invented."""
