"""What the operator may set: by environment, by option, or not at all."""

import re
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings, SettingsConfigDict

ADDRESS: Final = re.compile(r"https?://[^\s/?#]+(/[^\s?#]*)?")


def _has_host(url: str) -> bool:
    try:
        return bool(urlsplit(url).hostname) and ADDRESS.fullmatch(url) is not None
    except ValueError:
        return False


class Settings(BaseSettings):
    """The settings of one server; every field is also `GEVINSTSPIL_<NAME>` in the environment."""

    model_config = SettingsConfigDict(env_prefix="GEVINSTSPIL_", env_ignore_empty=True, frozen=True)

    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65535)
    data: Path = Path("data")
    database_url: str | None = None
    public_url: str | None = None
    lan_url: str | None = None
    """With `--lan`: where phones on this network find the game."""

    @field_validator("public_url")
    @classmethod
    def _is_address(cls, url: str | None) -> str | None:
        if url is not None and not _has_host(url):
            raise PydanticCustomError("address", "give it an address like https://spil.kommune.dk")
        return url

    @property
    def database(self) -> str:
        """The database's address: the one that was set, else a file in the data folder."""
        return self.database_url or f"sqlite:///{self.data / 'gevinstspil.sqlite'}"
