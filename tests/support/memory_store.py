"""A store that forgets with the process, may be held up, and may be away."""

import asyncio

from app.store import Batch, Loaded, StoreAway
from app.succession import ALONE, Standing
from game.events import Event


class MemoryStore:
    """What was appended, by game. While `is_away` nothing is; while `gate` is closed all wait."""

    def __init__(self) -> None:
        self.events: dict[str, list[Event]] = {}
        self.answers: dict[str, dict[tuple[str, str], int]] = {}
        self.names: dict[str, dict[str, str]] = {}
        self.batches: list[Batch] = []
        self.is_away = False
        self.gate = asyncio.Event()
        self.gate.set()

    async def load(self, game: str) -> Loaded:
        return Loaded(
            list(self.events.get(game, [])),
            dict(self.answers.get(game, {})),
            dict(self.names.get(game, {})),
        )

    async def standing(self, game: str, known: int) -> Standing:
        del game, known
        return ALONE

    async def append(self, batch: Batch) -> None:
        await asyncio.sleep(0)
        await self.gate.wait()
        if self.is_away:
            raise StoreAway("away")
        events = self.events.setdefault(batch.game, [])
        assert batch.first_seq == len(events) + 1
        events.extend(batch.events)
        answers = self.answers.setdefault(batch.game, {})
        for answer in batch.answers:
            key = (answer.seat, answer.command_id)
            assert key not in answers
            answers[key] = answer.seq
        self.names.setdefault(batch.game, {}).update(batch.names)
        self.batches.append(batch)

    def forget(self, game: str) -> None:
        del game
