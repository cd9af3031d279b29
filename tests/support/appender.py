"""A process that stores plays as fast as it can, and says which ones are stored: to be killed."""

import asyncio
import sys
from pathlib import Path

from app.db import open_database
from app.settings import Settings
from app.store import Answer, Batch, Store
from game.events import LanguageSet


async def append_for_ever(store: Store, game: str) -> None:
    loaded = await store.load(game)
    seq = len(loaded.events)
    while True:
        seq += 1
        events = [LanguageSet(seat="s_01", language="en" if seq % 2 else "da")]
        answers = [Answer("s_01", f"command-{seq}", seq)]
        await store.append(Batch(game, seq, events, answers, {}, 1_795_000_000_000))
        sys.stdout.write(f"{game} {seq}\n")
        sys.stdout.flush()


async def main(folder: str, *games: str) -> None:
    store = Store(open_database(Settings(data=Path(folder))))
    store.start()
    await asyncio.gather(*(append_for_ever(store, game) for game in games))


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
