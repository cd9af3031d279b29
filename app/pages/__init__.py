"""The pages: what is served as HTML and works before any script runs."""

from fastapi import APIRouter

from app.pages import (
    desk,
    guide,
    join,
    live,
    mine,
    phone_link,
    project,
    projects,
    rehearsal,
    shell,
    sign_in,
    start,
    styleguide,
)

router = APIRouter(include_in_schema=False)
for page in (
    desk,
    guide,
    mine,
    start,
    sign_in,
    join,
    styleguide,
    phone_link,
    live,
    shell,
    projects,
    project,
    rehearsal,
):
    router.include_router(page.router)
