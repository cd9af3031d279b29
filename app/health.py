"""What the operator's machines ask: is it alive, can it serve, what are its figures."""

from fastapi import APIRouter, Request, Response

from app import metrics
from app.db import Database

router = APIRouter(include_in_schema=False)


@router.get("/healthz")
async def alive() -> Response:
    """Whether the process answers at all."""
    return Response("ok\n", media_type="text/plain")


@router.get("/readyz")
def ready(request: Request) -> Response:
    """Whether the database can be read."""
    database: Database = request.app.state.db
    if not database.is_reachable():
        return Response("the database is away\n", status_code=503, media_type="text/plain")
    return Response("ok\n", media_type="text/plain")


@router.get("/metrics")
async def figures() -> Response:
    """The figures, as Prometheus reads them."""
    return Response(metrics.exposition(), media_type="text/plain; version=0.0.4; charset=utf-8")
