"""What holds for every test."""

from hypothesis import settings

# A busy machine makes a slow example, never a wrong one; chance is fixed so that a run repeats.
settings.register_profile("plain", deadline=None, derandomize=True, database=None)
settings.load_profile("plain")
