"""The ASGI application: pages and calls by FastAPI, sockets past it, one lifespan for all."""

import re
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext

from fastapi import FastAPI
from starlette.types import Receive, Scope, Send

from app import api, assets, auth, health, pages, refusals
from app.db import Database
from app.guard import Guard
from app.opening import opened
from app.ratelimit import WrongCodes
from app.rehearsal.hall import Rehearsals
from app.rooms import Rooms
from app.rulebook import RULEBOOK
from app.settings import Settings
from app.sockets import Sockets
from app.store import Store

SOCKET = re.compile(r"/g/([^/]+)/socket")


class Application:
    """Sends each request where it belongs. `web` is the FastAPI application behind it."""

    def __init__(self, web: FastAPI) -> None:
        self.web = web

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, one socket, or the lifespan."""
        if scope["type"] != "websocket":
            await self.web(scope, receive, send)
            return
        scope["app"] = self.web
        path = SOCKET.fullmatch(scope["path"])
        if path is None:
            await receive()
            await send({"type": "websocket.close", "code": 1008})
            return
        sockets: Sockets = self.web.state.sockets
        await sockets.serve(scope, receive, send, path[1])


def create_app(settings: Settings, database: Database | None = None) -> Application:
    """The application; without a database of the caller's it opens the one of the settings."""

    def lifespan(web: FastAPI) -> AbstractAsyncContextManager[None]:
        return _life(web, settings, database)

    web = FastAPI(title="Gevinstspillet", lifespan=lifespan, redoc_url=None, docs_url=None)
    web.state.settings = settings
    web.add_middleware(Guard, public_url=settings.public_url)
    refusals.install(web)
    web.include_router(health.router)
    web.include_router(assets.router)
    web.include_router(api.router)
    web.include_router(pages.router)
    return Application(web)


@asynccontextmanager
async def _life(web: FastAPI, settings: Settings, database: Database | None) -> AsyncIterator[None]:
    """Open what everything hangs on, let the games that are being played go on, close it all."""
    with nullcontext(database) if database else opened(settings) as db:
        store = Store(db)
        rooms = Rooms(store, RULEBOOK)
        wrong_codes = WrongCodes()
        sockets = Sockets(
            rooms, auth.authenticate, wrong_codes=wrong_codes, public_url=settings.public_url
        )
        web.state.db, web.state.store = db, store
        web.state.rooms, web.state.sockets = rooms, sockets
        web.state.wrong_codes = wrong_codes
        web.state.rehearsals = rehearsals = Rehearsals(db, rooms)
        store.start()
        try:
            await rehearsals.start()
            await rooms.start(await store.live())
            sockets.start()
            yield
        finally:
            sockets.stop()
            await rehearsals.stop()
            await rooms.stop()
            store.stop()
