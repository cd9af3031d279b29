"""Alembic's way into the database: on the caller's connection, or on the one of the settings."""

from alembic import context
from sqlalchemy import Connection
from sqlmodel import SQLModel

import app.models  # noqa: F401 - fills the metadata
from app.db import open_database, prepare_folder
from app.settings import Settings


def migrate(connection: Connection) -> None:
    """Run what Alembic was asked for on this connection."""
    context.configure(
        connection=connection,
        target_metadata=SQLModel.metadata,
        render_as_batch=True,
        compare_type=True,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()


connection = context.config.attributes.get("connection")
if connection is not None:
    migrate(connection)
else:
    settings = Settings()
    prepare_folder(settings.data)
    database = open_database(settings)
    with database.rebuild() as own:
        migrate(own)
    database.close()
