"""Answers beside events: who gave the command that an event is the last of, and its id

Revision ID: 0003
Revises: 0002
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Upgrade. Answers that were given before stay in `command`, where they are looked for, too."""

    op.add_column("event", sa.Column("seat", sqlmodel.sql.sqltypes.AutoString(), nullable=True))
    op.add_column("event", sa.Column("command", sqlmodel.sql.sqltypes.AutoString(), nullable=True))


def downgrade() -> None:
    """Downgrade. The answers go where the release before looks for them."""

    op.execute(
        "INSERT INTO command (game_id, seat, id, seq)"
        " SELECT game_id, seat, command, seq FROM event WHERE command IS NOT NULL"
    )
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.drop_column("command")
        batch_op.drop_column("seat")
