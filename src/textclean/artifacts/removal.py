"""Take artifacts out of a text so that its lines and blank lines stay sane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.edits import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textclean.artifacts.find import Found
    from textclean.structure import Structure

_BLANKS = " \t\r\u00a0"
_FAR = 400
"""A line is looked at this far to either side; so a line of a million artifacts still takes linear time."""

_NOT_TABLE = frozenset({"code", "math", "url", "front_matter"})


def removals(text: str, found: list[Found], structure: Structure) -> Iterator[Edit]:
    """Yield the edits that remove `found`, those with nothing but blanks between them together."""
    group: list[Found] = []
    for one in found:
        if one.stays and not _is_repeated(text, one):
            yield from _remove_group(text, group, structure)
            yield Edit(one.start, one.end, one.stays, one.artifact.reason)
            group = []
        elif group and text[group[-1].end : one.start].strip(_BLANKS + "\n"):
            yield from _remove_group(text, group, structure)
            group = [one]
        else:
            group.append(one)
    yield from _remove_group(text, group, structure)


def _is_repeated(text: str, one: Found) -> bool:
    """Tell whether what stays is what the next paragraph starts with: an alternative text and its caption."""
    return text[one.end : one.end + 20 + len(one.stays)].lstrip().startswith(one.stays)


def _remove_group(text: str, group: list[Found], structure: Structure) -> Iterator[Edit]:
    """Remove a run of artifacts; each edit but the last reaches up to the next artifact."""
    if not group:
        return
    first, last = group[0], group[-1]
    if structure.is_protected(first.start, last.end, _NOT_TABLE):
        yield from (Edit(one.start, one.end, "", one.artifact.reason) for one in group)
        return
    head, tail = _line_around(text, first.start, last.end)
    if text[head : first.start].strip(_BLANKS) or text[last.end : tail].strip(_BLANKS):
        start, end, joint = _inside_line(text, group, head, tail)
    else:
        start, end, joint = *_whole_lines(text, head, tail), ""
    at_edge = (start <= _FAR and not text[:start].strip()) or end == len(text)
    for index, one in enumerate(group):
        stop = group[index + 1].start if one is not last else end
        leaves = "" if at_edge else one.artifact.leaves
        yield Edit(
            one.start if index else start,
            stop,
            leaves + (joint if one is last and not leaves else ""),
            one.artifact.reason,
        )


def _line_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of the line or lines that hold `text[start:end]`, or as much of them as decides anything.

    A form feed begins a line: the page it begins stays.
    """
    low, high = max(0, start - _FAR), min(len(text), end + _FAR)
    head = max(text.rfind("\n", low, start), text.rfind("\f", low, start))
    tail = text.find("\n", end, high)
    return low if head < 0 else head + 1, high if tail < 0 else tail


def _whole_lines(text: str, head: int, tail: int) -> tuple[int, int]:
    """Return the span of the lines from `head` to `tail` with the blank lines that only stood around them."""
    after = tail + 1
    rest = _skip_blank(text, after)
    if rest >= len(text):
        kept = len(text[:head].rstrip(" \t\r\n\u00a0"))
        return min(head, kept + (kept > 0 and text.endswith("\n"))), len(text)
    line_before = text[text.rfind("\n", 0, max(0, head - 1)) + 1 : head]
    if line_before.endswith("\f") or not line_before.strip():
        return head, rest
    return head, min(after, len(text))


def _skip_blank(text: str, at: int) -> int:
    """Return the start of the first line from `at` on that is not blank, or the end of the text."""
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        if text[at:end].strip(_BLANKS):
            return at
        at = end + 1
    return len(text)


def _inside_line(text: str, group: list[Found], head: int, tail: int) -> tuple[int, int, str]:
    """Return the span to remove beside other text, and what joins its two sides."""
    start, end = group[0].start, group[-1].end
    before, after = text[head:start], text[end:tail]
    if "\n" in text[start:end]:
        return start, end, "\n" if before.strip() and after.strip() else ""
    if not after.strip(_BLANKS):
        return (start, end, "") if _is_marker(before) else (head + len(before.rstrip(_BLANKS)), end, "")
    if not before or before[-1] in _BLANKS:
        return start, end + len(after) - len(after.lstrip(_BLANKS)), ""
    anchor = all(one.artifact.reason == "artifact.anchor" for one in group)
    joined = not anchor and before[-1].isalnum() and after[0].isalnum()
    return start, end, " " if joined else ""


def _is_marker(before: str) -> bool:
    """Tell whether nothing but a list's or a quotation's mark stands before."""
    return not before.strip(" \t>*+-#0123456789.)")
