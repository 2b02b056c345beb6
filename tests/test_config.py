"""Settings: flags before file before defaults; an unknown key names the nearest known one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from textclean.config import Settings, build_pipeline, load_settings
from textclean.errors import InvalidOptionError, UnknownNameError
from textclean.pipeline import Pipeline
from textclean.presets import find_pipeline

if TYPE_CHECKING:
    from pathlib import Path


def test_flags_come_before_the_file_and_the_file_before_defaults(tmp_path: Path) -> None:
    """What is not given on the command line is read from the file; None and nothing mean not given."""
    (tmp_path / "textclean.toml").write_text('pipeline = "careful"\nledger = true\nto = "markdown"\n', encoding="utf-8")
    settings = load_settings({"pipeline": None, "to": "txt", "without": (), "ledger": None}, tmp_path)
    assert (settings.pipeline, settings.ledger, settings.to, settings.keep_furniture) == ("careful", True, "txt", False)
    assert load_settings({"ledger": False}, tmp_path).ledger is False


def test_the_nearest_file_upwards_holds(tmp_path: Path) -> None:
    """Files are found from below; a pyproject.toml without our table is passed by; textclean.toml goes first."""
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text('[tool.textclean]\npipeline = "careful"\n', encoding="utf-8")
    (deep / "pyproject.toml").write_text("[tool.other]\n", encoding="utf-8")
    assert load_settings({}, deep).pipeline == "careful"
    (tmp_path / "textclean.toml").write_text('pipeline = "typography"\n', encoding="utf-8")
    assert load_settings({}, deep).pipeline == "typography"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('pipelin = "standard"', "unknown setting in .*textclean.toml 'pipelin'; did you mean 'pipeline'"),
        ("keep_furniture = true", "did you mean 'keep-furniture'"),
        ('ledger = "perhaps"', "'ledger': Input should be a valid boolean"),
        ("ledger = ", "cannot be read as TOML"),
        ('to = "pdf"', "'to'"),
        ('pipeline = "careful"\ncleaner = ["tidy-markup"]', "'pipeline' and 'cleaner' do not go together"),
    ],
)
def test_a_wrong_file_is_one_clear_error(tmp_path: Path, content: str, message: str) -> None:
    """A key or a value that cannot hold is told with the file, and nothing runs."""
    (tmp_path / "textclean.toml").write_text(content, encoding="utf-8")
    with pytest.raises((UnknownNameError, InvalidOptionError), match=message):
        load_settings({}, tmp_path)


def test_a_flag_overrides_the_other_way_to_name_cleaners(tmp_path: Path) -> None:
    """--pipeline sets aside the file's list of cleaners, and --cleaner its pipeline."""
    (tmp_path / "textclean.toml").write_text('cleaner = ["tidy-markup"]', encoding="utf-8")
    assert load_settings({"pipeline": "careful"}, tmp_path).cleaner == ()
    (tmp_path / "textclean.toml").write_text('pipeline = "careful"', encoding="utf-8")
    pipeline = build_pipeline(load_settings({"cleaner": ("tidy-markup", "tidy-whitespace")}, tmp_path))
    assert [step.name for step in pipeline] == ["tidy_markup", "tidy_whitespace"]


def test_furniture_and_cleaners_can_be_left_out(tmp_path: Path) -> None:
    """A step left out is not in the pipeline; a reason left out is none of its edits."""
    names = [step.name for step in build_pipeline(Settings())]
    kept = build_pipeline(load_settings({"keep_furniture": True, "without": ("tidy-markup", "space.run")}, tmp_path))
    assert [step.name for step in kept] == [n for n in names if n not in {"remove_page_furniture", "tidy_markup"}]
    assert kept.without == ("space.run",)


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("latex.urls", "latex.url"),
        ("ligatur", "ligature"),
        ("tidy-markdown", "tidy-markup"),
        ("wrap-join", "wrap.join"),
    ],
)
def test_a_reason_that_no_cleaner_gives_is_an_error(name: str, nearest: str) -> None:
    """What would leave out nothing is told with the nearest reason or cleaner; reasons of any cleaner may be named."""
    with pytest.raises(UnknownNameError, match=f"unknown reason {name!r}; did you mean {nearest!r}"):
        build_pipeline(Settings(without=(name,)))
    assert build_pipeline(Settings(pipeline="careful", without=("wrap.join", "quote"))).without


def test_steps_that_declare_no_reasons_may_give_any() -> None:
    """Beside a plain function or somebody else's cleaner no reason is refused, since it may be theirs."""
    assert find_pipeline(Pipeline(str.rstrip), without=["rstrip"]).without == ("rstrip",)
    with pytest.raises(UnknownNameError, match="did you mean 'ligature'"):
        find_pipeline("standard", without=["ligatures"])


def test_options_of_cleaners_are_checked() -> None:
    """Options are given by cleaner, in kebab case; an unknown cleaner or option names the nearest."""
    with pytest.raises(UnknownNameError, match="did you mean 'tidy-markup'"):
        build_pipeline(Settings(options={"tidy-markdown": {}}))
    with pytest.raises(UnknownNameError, match="unknown option of tidy_markup 'loudly'"):
        build_pipeline(Settings(options={"tidy-markup": {"loudly": True}}))
