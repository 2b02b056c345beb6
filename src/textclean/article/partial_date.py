"""Dates that may lack parts, as EDTF text (ISO 8601-2): `2024-01-05`, `2024-01`, `XXXX-01-05`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

_TIME = r"T[0-2]\d:[0-5]\d(:[0-5]\d)?(Z|[+-][01]\d:[0-5]\d)?"

EDTF_PATTERN = rf"^(\d{{4}}|XXXX)(-(0[1-9]|1[0-2]|XX)(-(0[1-9]|[12]\d|3[01]|XX)({_TIME})?)?)?$"
"""Year, month and day, each digit group known or `X`; a time only behind a day."""

EdtfDate = Annotated[str, Field(pattern=EDTF_PATTERN)]
