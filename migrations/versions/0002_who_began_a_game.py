"""Who began a game: the account that leads it, while others of the unit may stand in

Revision ID: 0002
Revises: 0001
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Upgrade. Of games that were begun before, every account of the unit is the owner."""

    with op.batch_alter_table("game", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("account_id", sqlmodel.sql.sqltypes.AutoString(), nullable=True)
        )
        batch_op.create_index(batch_op.f("ix_game_account_id"), ["account_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_game_account_id"), "account", ["account_id"], ["id"]
        )


def downgrade() -> None:
    """Downgrade."""

    with op.batch_alter_table("game", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_game_account_id"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_game_account_id"))
        batch_op.drop_column("account_id")
