"""The pages: what is served as HTML and works before any script runs."""

from fastapi import APIRouter

router = APIRouter(include_in_schema=False)
