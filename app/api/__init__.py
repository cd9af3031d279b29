"""The HTTP API: `docs/protocol.md` 2."""

from fastapi import APIRouter

from app.api import games, projects, rehearsals

router = APIRouter()
router.include_router(games.router)
router.include_router(projects.router)
router.include_router(rehearsals.router)
