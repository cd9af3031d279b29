"""A rehearsal: a room of simulated stakeholders for a facilitator to practise on, thrown away."""
