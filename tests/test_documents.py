"""Whole documents through the command line: our own to the expected bytes, real ones back to their own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from textclean.cli import main
from textclean.ledger import text_digest

if TYPE_CHECKING:
    from pytest_regressions.file_regression import FileRegressionFixture

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = sorted(path for path in (ROOT / "fixtures" / "documents").glob("*") if path.suffix in {".md", ".txt"})
FORMS = {"txt": ".txt", "json": ".json", "markdown": ".md"}
SAMPLE = 60


@pytest.fixture(scope="module")
def cleaned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with every document in every form, and the ledgers."""
    folder = tmp_path_factory.mktemp("cleaned")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        for form in FORMS:
            arguments = ["clean", "fixtures/documents", "-o", str(folder / form), "--to", form, "--ledger", "-q"]
            result = CliRunner().invoke(main, arguments)
            assert (result.exit_code, result.output) == (0, "")
    return folder


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_our_documents_come_out_as_expected(
    cleaned: Path, document: Path, form: str, file_regression: FileRegressionFixture
) -> None:
    """Text, article and Markdown are the expected bytes; `--force-regen` writes them anew, to be read before commit."""
    obtained = (cleaned / form / document.name).with_suffix(FORMS[form]).read_bytes()
    expected = ROOT / "fixtures" / "expected" / f"{document.stem}{FORMS[form]}"
    file_regression.check(obtained, binary=True, fullpath=expected)


@pytest.mark.parametrize("form", FORMS)
def test_our_documents_are_restored_to_the_byte(cleaned: Path, form: str, tmp_path: Path) -> None:
    """The ledger beside each form leads back to the file in `fixtures/`."""
    assert CliRunner().invoke(main, ["restore", str(cleaned / form), "-o", str(tmp_path), "-q"]).exit_code == 0
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        path.name: path.read_bytes() for path in DOCUMENTS
    }


def test_a_result_does_not_depend_on_its_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    """Documents cleaned together give the lines that each gives alone, in any order."""
    monkeypatch.chdir(ROOT)
    names = [str(path.relative_to(ROOT)) for path in DOCUMENTS]
    alone = [CliRunner().invoke(main, ["clean", name]).stdout for name in names]
    assert CliRunner().invoke(main, ["clean", *reversed(names)]).stdout == "".join(reversed(alone))


def test_real_conversions_all_come_through_and_back(corpora: Path, tmp_path: Path) -> None:
    """A sample spread over converters: each document becomes an article and is restored to the byte."""
    texts = sorted((corpora / "news" / "dev" / "text").iterdir(), key=lambda path: text_digest(path.name))[:SAMPLE]
    output = tmp_path / "out.jsonl"
    result = CliRunner().invoke(main, ["clean", *map(str, texts), "-o", str(output), "--ledger", "-q"])
    assert (result.exit_code, result.output) == (0, "")
    assert output.read_bytes().count(b"\n") == len(texts)
    assert CliRunner().invoke(main, ["restore", str(output), "-o", str(tmp_path / "back"), "-q"]).exit_code == 0
    assert all((tmp_path / "back" / path.name).read_bytes() == path.read_bytes() for path in texts)
