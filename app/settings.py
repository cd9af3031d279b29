"""What the operator may set: by environment, by option, or not at all."""

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


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

    @property
    def database(self) -> str:
        """The database's address: the one that was set, else a file in the data folder."""
        return self.database_url or f"sqlite:///{self.data / 'gevinstspil.sqlite'}"
