"""Whether a printed name is that of the site behind a host name."""

from __future__ import annotations

import re

from textclean.article.address.slugs import slug_words

_SECOND_LEVEL = frozenset(["co", "com", "org", "net", "gov", "ac", "edu", "ne", "or", "go", "gob", "gub"])
_SHORTEST_LABEL = 4
_LONGEST_NAME = 60
_PARTS = 2
_NAME_WORDS = 3
_COUNTRY = 2


def site_label(host: str) -> str:
    """Return the part of a host name that is registered, without the public suffix.

    >>> site_label("www.thesun.co.uk"), site_label("fr.euronews.com"), site_label("orf.at")
    ('thesun', 'euronews', 'orf')
    """
    parts = [part for part in host.lower().split(":")[0].split(".") if part]
    if len(parts) > _PARTS and len(parts[-1]) == _COUNTRY and parts[-2] in _SECOND_LEVEL:
        parts = parts[:-1]
    return parts[-2] if len(parts) > 1 else "".join(parts)


def is_site_name(name: str, host: str) -> bool:
    """Tell whether `name` is how the site at `host` calls itself: the same letters, their start, or its initials.

    >>> is_site_name("Münchner Merkur", "www.merkur.de"), is_site_name("Anadolu Ajansı", "aa.com.tr")
    (True, True)
    >>> is_site_name("Mayor resigns", "www.merkur.de")
    False
    """
    label = re.sub(r"[^a-z0-9]", "", site_label(host))
    if not label or not name or len(name) > _LONGEST_NAME:
        return False
    for german in (False, True):
        words = slug_words(name.replace("'", " ").replace("’", " "), german=german)
        joined = "".join(words)
        if not joined:
            continue
        initials = "".join(word[0] for word in words)
        if (
            label in (joined, initials)
            or (len(label) >= _SHORTEST_LABEL and label in joined)
            or (len(joined) >= _SHORTEST_LABEL and joined in label)
        ):
            return True
        if len(words) <= _NAME_WORDS and any(len(w) >= _SHORTEST_LABEL and label.startswith(w) for w in words):
            return True
        if len(label) > _SHORTEST_LABEL and _is_made_of(label, words):
            return True
        if joined.endswith(host.lower().removeprefix("www.").replace(".", "")):
            return True
    return False


def _is_made_of(label: str, words: list[str]) -> bool:
    """Tell whether `label` is a row of beginnings of `words`, one of each: `lestimes` of Lesotho Times."""
    reached = {0}
    for word in words:
        reached = {
            at + length for at in reached for length in range(1, len(word) + 1) if label.startswith(word[:length], at)
        }
    return len(label) in reached
