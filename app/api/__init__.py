"""The HTTP API: `docs/protocol.md` 2."""

from fastapi import APIRouter

router = APIRouter()
