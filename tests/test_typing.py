"""The types that users see, checked by mypy on a file as users write it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import api

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

USER_CODE = '''
from collections.abc import Iterator
from typing import assert_type

import textclean
from textclean import Article, Cleaned, Edit, Notice, Pipeline, cleaner
from textclean.cleaners import unwrap_latex


@cleaner
def drop_asterisks(text: str) -> Iterator[Edit | Notice]:
    """Drop every asterisk."""
    yield Edit(0, 1, "", "mine.asterisk")


pipeline = Pipeline(unwrap_latex, drop_asterisks, str.rstrip)
assert_type(textclean.clean("x"), str)
assert_type(textclean.clean("x", pipeline), str)
assert_type(drop_asterisks("*"), str)
assert_type(drop_asterisks.edits("*"), list[Edit])
assert_type(pipeline("x"), str)
cleaned = pipeline.run("x")
assert_type(cleaned, Cleaned)
assert_type(cleaned.restore(), str)
assert_type(cleaned.to_source(0, 1), tuple[int, int])
article = textclean.read_article("x")
assert_type(article, Article)
assert_type(article.title, str | None)
assert_type([block.text for block in article.body], list[str])
textclean.clean(b"x")  # type: ignore[arg-type]
Pipeline(3)  # type: ignore[arg-type]
'''


def test_user_code_is_typed_strictly(tmp_path: Path, pytestconfig: pytest.Config) -> None:
    """Public calls return what they say, wrong arguments are errors, and nothing is Any."""
    path = tmp_path / "user.py"
    path.write_text(USER_CODE, encoding="utf-8")
    cache = pytestconfig.rootpath / ".mypy_cache" / "user"
    said, trouble, code = api.run(["--strict", "--config-file", "", "--cache-dir", str(cache), str(path)])
    assert (code, trouble) == (0, ""), said
