"""Alembic's environment: the connection comes from whoever migrates; tables from the models."""

from alembic import context

from teamops.models.tables import action_items, books, calendar, directives, figures, meetings, people
from teamops.models.tables.base import Record

REGISTERS = (action_items, books, calendar, directives, figures, meetings, people)

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Record.metadata,
    render_as_batch=True,
    compare_type=True,
)
context.run_migrations()
