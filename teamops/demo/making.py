"""Making the demo's database: founded some months ago, kept day by day through the services, up to today."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date, time, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from random import Random
from typing import Final

from sqlalchemy import select

from teamops.clock import Clock
from teamops.demo import founding
from teamops.demo.diary import Diary
from teamops.demo.following import FollowUp, Readers
from teamops.demo.holding import Meeting
from teamops.demo.market import Market
from teamops.demo.plan import Course, away
from teamops.demo.planning import Planner
from teamops.demo.preparing import Prepared, prepare
from teamops.demo.scribe import Scribe
from teamops.demo.selling import Sales, Sold
from teamops.demo.staff import CLERK, hired
from teamops.demo.texts import Texts, texts_of
from teamops.errors import NumberOutOfRange
from teamops.i18n import _, month_year, speaking
from teamops.models.tables.figures import Figure, FigureValue
from teamops.services import branch, figures
from teamops.services.desk import Books
from teamops.services.reading import calendar

Progress = Callable[[str, float], None]
"""Hears which month is being written, and how far the whole is, 0 to 1."""

PEOPLE: Final = (8, 400)
MONTHS: Final = (1, 240)

_AHEAD: Final = 12
"""How many working days after the last one the plans reach."""
