"""The passport case, played by simulated stakeholders. All its figures are invented."""
