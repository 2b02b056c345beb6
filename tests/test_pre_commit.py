"""The pre-commit hook, run by pre-commit itself in a repository of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml  # type: ignore[import-untyped]

MANIFEST = Path(__file__).resolve().parents[1] / ".pre-commit-hooks.yaml"
HOOK = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))[0]

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="needs git")


def pre_commit(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Call pre-commit with its caches inside the folder."""
    call = [sys.executable, "-m", "pre_commit", *arguments]
    environment = os.environ | {"PRE_COMMIT_HOME": str(folder / ".cache"), "PRE_COMMIT_COLOR": "never"}
    return subprocess.run(call, cwd=folder, capture_output=True, text=True, env=environment, check=False)  # noqa: S603 - our own program


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a git repository whose configuration has the hook as the manifest says, with this Python's textclean.

    `language: system` stands for `language: python`, which would install the package from the index first.
    """
    subprocess.run(["git", "init", "-q", "."], cwd=tmp_path, check=True)  # noqa: S607 - git is found by its name
    hook = HOOK | {"language": "system", "entry": HOOK["entry"].replace("textclean", f"{sys.executable} -m textclean")}
    config = {"repos": [{"repo": "local", "hooks": [hook]}]}
    (tmp_path / ".pre-commit-config.yaml").write_text(json.dumps(config))
    return tmp_path


def add(repository: Path, **files: str) -> None:
    """Write files and add them to the index; `a_md` is `a.md`."""
    names = [name.replace("_", ".") for name in files]
    for name, text in zip(names, files.values(), strict=True):
        (repository / name).write_text(text, encoding="utf-8")
    subprocess.run(["git", "add", *names], cwd=repository, check=True)  # noqa: S603, S607 - git is found by its name


def test_the_manifest_is_valid(tmp_path: Path) -> None:
    """pre-commit takes it."""
    assert pre_commit(tmp_path, "validate-manifest", str(MANIFEST)).returncode == 0


def test_the_hook_fails_with_a_diff_and_passes_when_all_is_clean(repository: Path) -> None:
    """Staged texts alone are looked at: damage fails and is shown, nothing is written; empty and other files pass."""
    (repository / "not staged.md").write_text("An o\ufb03ce that nobody added.\n", encoding="utf-8")
    add(repository, good_md="A line.\n", bad_md="The o\ufb03ce was shut.\n", empty_md="", data_json='"\ufb03"\n')
    result = pre_commit(repository, "run")
    assert result.returncode == 1
    assert "textclean check" in result.stdout
    assert "--- bad.md\n" in result.stdout
    assert "\n+The office was shut.\n" in result.stdout
    assert "1 of 3 documents would change" in result.stdout
    assert (repository / "bad.md").read_text(encoding="utf-8") == "The o\ufb03ce was shut.\n"
    add(repository, bad_md="The office was shut.\n")
    result = pre_commit(repository, "run")
    assert (result.returncode, "Passed" in result.stdout) == (0, True)
