"""The ledger as JSON: what a run changed, with enough in it to get the source back.

Written by the standard library's `json` with ASCII escapes, because a source may hold lone surrogates, which
no UTF-8 writer takes.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from textclean.cleaned import AppliedStep, Cleaned
from textclean.edits import Edit, Notice, apply_edits
from textclean.errors import LedgerError
from textclean.lazy_pattern import lazy_pattern
from textclean.version import __version__

FORMAT = 1

_SEAM = lazy_pattern("(?<=[\ud800-\udbff])(?=[\udc00-\udfff])")


def ledger_record(cleaned: Cleaned) -> dict[str, Any]:
    """Return the ledger of a run as plain data; `offsets` names their unit."""
    text = cleaned.source
    steps = []
    for step in cleaned.steps:
        edits = [
            {"start": start, "before": _json_text(text[start:end]), "after": _json_text(after), "reason": reason}
            for start, end, after, reason in step.edits
        ]
        steps.append({"cleaner": step.cleaner, "edits": edits, "notices": [list(notice) for notice in step.notices]})
        text = apply_edits(text, step.edits)
    return {
        "format": FORMAT,
        "offsets": "code points",
        "pipeline": cleaned.pipeline,
        "version": __version__,
        "source_sha256": text_digest(cleaned.source),
        "text": _json_text(cleaned.text),
        "steps": steps,
    }


def dump_ledger(cleaned: Cleaned) -> str:
    """Return the ledger as one line of JSON."""
    return json.dumps(ledger_record(cleaned), separators=(",", ":"))


def load_ledger(line: str) -> Cleaned:
    """Return the run that `dump_ledger` wrote. Raises `LedgerError` when it is damaged."""
    try:
        return cleaned_from_record(json.loads(line))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        message = f"damaged ledger: {error!r}; clean the document again with --ledger"
        raise LedgerError(message) from None


def cleaned_from_record(record: dict[str, Any]) -> Cleaned:
    """Rebuild a run from its ledger record; the source is computed back from the cleaned text."""
    if record["format"] != FORMAT:
        message = f"ledger format {record['format']!r} is not {FORMAT}; use the version that wrote it"
        raise LedgerError(message)
    cleaned_text = text = _plain_text(record["text"])
    steps = []
    for step in reversed(record["steps"]):
        edits = []
        backward = []
        shift = 0
        for row in step["edits"]:
            start, reason = row["start"], row["reason"]
            before, after = _plain_text(row["before"]), _plain_text(row["after"])
            edits.append(Edit(start, start + len(before), after, reason))
            if text[start + shift : start + shift + len(after)] != after:
                message = (
                    f"ledger does not fit its text at offset {start + shift}; clean the document again with --ledger"
                )
                raise LedgerError(message)
            backward.append(Edit(start + shift, start + shift + len(after), before, reason))
            shift += len(after) - len(before)
        notices = tuple(Notice(*notice) for notice in step["notices"])
        steps.append(AppliedStep(step["cleaner"], tuple(edits), notices))
        text = apply_edits(text, backward)
    if text_digest(text) != record["source_sha256"]:
        message = "ledger does not lead back to its source (checksum differs); clean the document again with --ledger"
        raise LedgerError(message)
    return Cleaned(text, cleaned_text, tuple(reversed(steps)), record["pipeline"])


def _json_text(text: str) -> str | list[str]:
    """Cut a text between two lone surrogates that JSON would read back as one character."""
    pieces = _SEAM.split(text)
    return text if len(pieces) == 1 else pieces


def _plain_text(value: str | list[str]) -> str:
    return value if isinstance(value, str) else "".join(value)


def text_digest(text: str) -> str:
    """Return the SHA-256 of a text's UTF-8 bytes, lone surrogates included."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
