"""The command line as users meet it: what goes in, what comes out where, and with which exit code."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from textclean.article.model import Article
from textclean.cli import COMMANDS, main
from textclean.registry import registered_cleaners

if TYPE_CHECKING:
    from pathlib import Path

DAMAGED = "The o\ufb03ce was closed\u200b.\r\n\r\nNobody knew why.\r\n"
CLEAN = "A text that needs nothing.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a working directory with one damaged and one clean document in a folder `in`."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / "a.txt").write_bytes(DAMAGED.encode())
    (tmp_path / "in" / "deep" / "b.md").write_bytes(CLEAN.encode())
    return tmp_path


def run(*arguments: str, stdin: bytes | None = None, code: int = 0) -> Result:
    """Call the command line and expect an exit code."""
    result = CliRunner().invoke(main, arguments, input=stdin)
    assert result.exit_code == code, result.output
    return result


def visible_files(folder: Path) -> list[str]:
    """List the files of a folder, all but those of run directories."""
    paths = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return sorted(str(path) for path in paths if not any(part.startswith(".") for part in path.parts))


def program(*arguments: str) -> list[str]:
    """Return the command as another process runs it."""
    return [sys.executable, "-m", "textclean", *arguments]


def test_a_folder_becomes_a_folder_of_articles(folder: Path) -> None:
    """Each document is one .json under its relative name, a valid article; the summary is on standard error."""
    result = run("clean", "in", "-o", "out")
    assert result.stdout == ""
    assert result.stderr.split()[:2] == ["documents", "2"]
    assert visible_files(folder / "out") == [
        "a.json",
        "deep/b.json",
    ]
    article = Article.model_validate_json((folder / "out" / "a.json").read_bytes())
    assert (article.source.path, article.source.bytes) == ("in/a.txt", len(DAMAGED.encode()))
    assert article.cleaning.edits["ligature.latin"] == 1


def test_lines_keep_the_order_of_the_arguments(folder: Path) -> None:
    """A .jsonl file holds one article a line: arguments in the order given, folders by name, each document once."""
    run("clean", "in/deep", "in", "in/a.txt", "-o", "out.jsonl")
    lines = (folder / "out.jsonl").read_bytes().split(b"\n")
    assert [json.loads(line)["source"]["path"] for line in lines if line] == ["in/deep/b.md", "in/a.txt"]


def test_without_an_output_articles_go_to_standard_output(folder: Path) -> None:
    """Data is on standard output, one line a document, and nothing else is said."""
    result = run("clean", str(folder / "in"))
    assert len(result.stdout.strip().split("\n")) == 2
    assert result.stderr == ""


def test_a_stream_is_cleaned_from_standard_input_to_standard_output() -> None:
    """`-` reads standard input; --to txt writes the cleaned text alone."""
    assert (
        run("clean", "-", "--to", "txt", stdin=DAMAGED.encode())
        .stdout_bytes.decode()
        .startswith("The office was closed.\n")
    )


@pytest.mark.parametrize(
    ("name", "starts"), [("out.txt", "The office"), ("out.json", '{\n  "id"'), ("out.md", "---\n")]
)
def test_the_suffix_of_the_output_says_its_form(folder: Path, name: str, starts: str) -> None:
    """One document goes to one file in the form that its name says."""
    run("clean", "in/a.txt", "-o", name)
    assert (folder / name).read_text(encoding="utf-8").startswith(starts)


def test_files_of_a_folder_can_be_in_another_form(folder: Path) -> None:
    """--to decides what a folder gets."""
    run("clean", "in", "-o", "out", "--to", "txt")
    assert (folder / "out" / "deep" / "b.txt").read_text(encoding="utf-8") == CLEAN


LINES = [("jsonl", "out.jsonl"), ("ninjs", "out.jsonl"), ("jsonld", "out.jsonl"), ("rows", "out.jsonl")]
SHOWN_BY = {"jsonl": "title", "ninjs": "headlines", "jsonld": "headline", "rows": "page_ends"}


@pytest.mark.parametrize(("form", "name"), [*LINES, *((form, "-") for form, _ in LINES)])
def test_exports_of_many_documents_are_lines(folder: Path, form: str, name: str) -> None:
    """In a .jsonl file and on standard output each document is one line of JSON, and so is one that failed."""
    (folder / "in" / "a.txt").write_text(f"# A title\n\n{DAMAGED}", encoding="utf-8")
    (folder / "in" / "bad.txt").write_bytes(b"")
    said = run("clean", "in", "--to", form, "-o", name, "-q", code=1).stdout
    lines = (said if name == "-" else (folder / name).read_text(encoding="utf-8")).splitlines()
    first, failed, _ = map(json.loads, lines)
    assert first[SHOWN_BY[form]]
    assert failed["file_path" if form == "rows" else "path"] == "in/bad.txt"
    assert form != "rows" or failed.keys() == first.keys()


@pytest.mark.parametrize(
    ("form", "name"), [("json", "a.json"), ("ninjs", "a.ninjs.json"), ("jsonld", "a.jsonld"), ("markdown", "a.md")]
)
def test_exports_in_a_folder_have_their_own_endings(folder: Path, form: str, name: str) -> None:
    """Each document is one file with the ending of the form, which says the form of a single output as well."""
    run("clean", "in", "-o", "out", "--to", form, "--ledger")
    run("clean", "in/a.txt", "-o", name)
    assert (folder / "out" / name).read_bytes() == (folder / name).read_bytes()
    assert len((folder / name).read_text(encoding="utf-8").splitlines()) > 2
    assert "2 sources would come back" in run("restore", "out", "--check").stderr


@pytest.mark.usefixtures("folder")
def test_exports_refuse_names_that_do_not_fit() -> None:
    """Rows have no files of their own; a file's ending must be one that the form may have."""
    assert "write -o out.jsonl" in run("clean", "in", "-o", "out", "--to", "rows", code=2).stderr
    assert "do not fit" in run("clean", "in/a.txt", "-o", "out.md", "--to", "ninjs", code=2).stderr
    assert "2 documents as .ninjs.json" in run("clean", "in", "-o", "out.json", "--to", "ninjs", code=2).stderr


def test_lone_surrogates_that_were_left_break_no_form(folder: Path) -> None:
    """Where no cleaner repairs them, U+FFFD stands for them, in the text alone and in rows."""
    (folder / "lone.txt").write_bytes(b"\xff\xfe" + "a \ud800 b".encode("utf-16-le", "surrogatepass"))
    for form in ("txt", "rows"):
        said = run("clean", "lone.txt", "--to", form, "--pipeline", "typography").stdout_bytes.decode()
        assert "a \ufffd b" in said


def test_an_output_folder_inside_the_input_is_not_read(folder: Path) -> None:
    """A second run over the same folder does not take its own results for documents; hidden folders are passed by."""
    (folder / ".git").mkdir()
    (folder / ".git" / "c.txt").write_text(CLEAN, encoding="utf-8")
    for argument in (".", ".", "**/*.*"):
        run("clean", argument, "-o", "out", "--to", "txt")
    assert visible_files(folder / "out") == ["in/a.txt", "in/deep/b.txt"]


def test_patterns_name_documents(folder: Path) -> None:
    """Globs are expanded, also when the shell left them, and --glob says what to take from a folder."""
    (folder / "in" / "c.log").write_text(CLEAN, encoding="utf-8")
    assert run("clean", "in/**/*.md", "--to", "txt").stdout == CLEAN
    assert run("clean", "in", "--glob", "*.LOG", "--to", "txt").stdout == CLEAN


def test_the_settings_file_gives_way_to_the_call(folder: Path) -> None:
    """A form and a ledger from the file hold where the call leaves room, and break no call that does not."""
    (folder / "textclean.toml").write_text('to = "txt"\nledger = true\n', encoding="utf-8")
    assert run("clean", "in/deep/b.md").stdout == CLEAN
    run("clean", "in", "-o", "out.jsonl")
    run("clean", "in", "-o", "out")
    assert visible_files(folder / "out") == ["a.ledger.jsonl", "a.txt", "deep/b.ledger.jsonl", "deep/b.txt"]
    assert (folder / "out.ledger.jsonl").exists()


SOURCES = {
    "crlf.txt": DAMAGED.encode(),
    "bom.txt": b"\xef\xbb\xbf" + DAMAGED.encode(),
    "mixed.txt": b"one\r\ntwo\rthree\nfour\x0b\x0c\xc2\x85five\xe2\x80\xa8six",
    "le.txt": b"\xff\xfe" + DAMAGED.encode("utf-16-le"),
    "be.txt": b"\xfe\xff" + DAMAGED.encode("utf-16-be"),
    "lone.txt": b"\xff\xfe" + "a \ud800 b".encode("utf-16-le", "surrogatepass"),
    "32.txt": b"\xff\xfe\x00\x00" + DAMAGED.encode("utf-32-le"),
    "old.txt": b"na\xefve \x81\x8d\x93quoted\x94\r\n",
    "controls.txt": b"a\x02\x1b[1mb\x7f\n",
}


@pytest.mark.parametrize("output", ["out", "out.jsonl"])
@pytest.mark.parametrize("form", ["json", "txt"])
def test_restore_gives_every_source_back_byte_for_byte(folder: Path, output: str, form: str) -> None:
    """Marks, encodings and line ends included, from the ledger alone."""
    (folder / "src" / "sub").mkdir(parents=True)
    for name, data in SOURCES.items():
        (folder / "src" / "sub" / name).write_bytes(data)
    run("clean", "src", "-o", output, "--ledger", "-q", *(["--to", form] if output == "out" else []))
    run("restore", output, "-o", "back", "-q")
    assert {path.name: path.read_bytes() for path in (folder / "back" / "sub").iterdir()} == SOURCES


def test_restore_overwrites_nothing_and_leaves_no_folder(folder: Path) -> None:
    """A file with other bytes stays, one with the same is fine, and a ledger cannot name a path outside."""
    run("clean", "in", "-o", "out.jsonl", "--ledger", "-q")
    run("restore", "out.jsonl", "-o", "in")
    (folder / "in" / "a.txt").write_text("mine", encoding="utf-8")
    assert "in/a.txt stands there already and differs" in run("restore", "out.jsonl", "-o", "in", code=1).stderr
    assert (folder / "in" / "a.txt").read_text(encoding="utf-8") == "mine"
    ledger = folder / "out.ledger.jsonl"
    ledger.write_text(
        ledger.read_text(encoding="utf-8").replace('"name":"a.txt"', '"name":"../a.txt"'), encoding="utf-8"
    )
    assert "outside of the folder" in run("restore", "out.jsonl", "-o", "back", code=1).stderr
    assert not (folder / "a.txt").exists()


def test_a_damaged_ledger_is_told_by_line(folder: Path) -> None:
    """A line that is no record, or does not lead back, is an error; the others are restored."""
    run("clean", "in", "-o", "out.jsonl", "--ledger", "-q")
    ledger = folder / "out.ledger.jsonl"
    first, second = ledger.read_bytes().strip().split(b"\n")
    nameless = second.replace(b'"name":"deep/b.md"', b'"name":"a\\u0000b"')
    damaged = [b"{", b"[1]", b"{}", first.replace(b"Nobody", b"Nowhere"), second, nameless]
    ledger.write_bytes(b"\n".join(damaged) + b"\n")
    result = run("restore", "out.jsonl", "-o", "back", code=1)
    assert result.stderr.count("textclean: error: out.ledger.jsonl:") == 5
    assert "1 sources restored, 5 failed" in result.stderr
    assert "has no ledger; clean the sources again with --ledger" in run("restore", "in", "--check", code=1).stderr


def test_one_source_is_restored_to_standard_output(folder: Path) -> None:
    """`-o -` gives the bytes of one document; of several it is refused."""
    run("clean", "in/a.txt", "-o", "one.jsonl", "--ledger", "-q")
    assert run("restore", "one.jsonl", "-o", "-").stdout_bytes == DAMAGED.encode()
    run("clean", "in", "-o", "out.jsonl", "--ledger", "-q")
    run("restore", "out.jsonl", "-o", "-", code=2)
    run("restore", "out.jsonl", code=2)
    assert folder.exists()


@pytest.mark.usefixtures("folder")
def test_check_tells_what_would_change_and_writes_nothing() -> None:
    """Exit 1 and the path with its edits when something would change; exit 0 and silence when nothing would."""
    assert run("check", "in", code=1).stdout.startswith("in/a.txt: ")
    assert run("check", "in/deep").stdout == ""
    assert json.loads(run("check", "in", "--json", code=1).stdout)[1] == {"path": "in/deep/b.md", "edits": {}}
    row = json.loads(run("check", "in/a.txt", "--json", "--diff", code=1).stdout)[0]
    assert row["diff"].startswith("--- in/a.txt\n")
    diff = run("check", "in", "--diff", "--pipeline", "careful", code=1).stdout_bytes.decode()
    assert diff.startswith(
        "--- in/a.txt\n+++ in/a.txt (cleaned)\n@@ -1,3 +1,3 @@\n-The o\ufb03ce was closed\u200b.\r\n"
    )
    assert "\n+The office was closed.\n" in diff


@pytest.mark.usefixtures("folder")
def test_explain_shows_each_edit_with_line_rule_before_and_after() -> None:
    """Edits are in the order of the document, with what cannot be seen as escapes; --reason filters."""
    shown = run("explain", "in/a.txt").stdout
    assert "     1  ligature.latin" in shown
    assert "The [-o\ufb03ce-]{+office+} was closed" in shown
    assert "[-closed\\u200b.-]{+closed.+}" in shown
    rows = json.loads(run("explain", "in/a.txt", "--json", "--reason", "ligature").stdout)["edits"]
    assert [(row["line"], row["reason"], row["before"], row["after"]) for row in rows] == [
        (1, "ligature.latin", "\ufb03", "ffi")
    ]
    assert "gone.txt: does not exist" in run("explain", "gone.txt", code=1).stderr


def test_explain_tells_where_each_field_was_read(folder: Path) -> None:
    """--fields shows value, rule and line of the source; with --json it is the article's evidence."""
    text = "\n\n# A *tidy* title\n\nLa Paz, January 5 (RHC)-- It rained all day long,\nand nobody in town minded.\n"
    (folder / "page.md").write_text(text, encoding="utf-8")
    result = run("explain", "--fields", "page.md")
    shown = result.stdout.splitlines()
    assert shown[0].startswith("title  A tidy title  (title.")
    assert shown[1] == "       3  # A *tidy* title"
    assert shown[2].startswith("dateline  La Paz, date: XXXX-01-05, agency: RHC  (dateline.")
    assert shown[3] == "       5  La Paz, January 5 (RHC)-- It rained all day long,"
    assert "body  1 blocks, " in result.stdout
    assert shown[-1].startswith("     5  date-without-year  ")
    assert "not stated: subtitle, authors, published, modified, url, publisher, section\n" in result.stderr
    evidence = json.loads(run("explain", "--fields", "--json", "page.md").stdout)["evidence"]
    assert evidence == json.loads(run("clean", "page.md").stdout)["evidence"]
    assert "do not go together" in run("explain", "--fields", "--reason", "a", "page.md", code=2).stderr


def test_a_document_cannot_send_escape_sequences_to_the_terminal() -> None:
    """What explain prints of a document holds no control character."""
    for fields in ((), ("--fields",)):
        shown = run("explain", *fields, "-", stdin=b"# a \x1b]0;owned\x07 and \xc2\x9b1m \xe2\x80\xae b\n\nb.\n").stdout
        assert shown
        assert not set(shown) & set("\x1b\x07\x9b\u202e")


@pytest.mark.usefixtures("folder")
def test_rules_can_be_left_out_by_reason_or_cleaner_and_chosen_one_by_one() -> None:
    """--without takes a reason, its parent, or a cleaner; --cleaner replaces the preset."""
    for name in ("ligature.latin", "ligature", "expand-ligatures"):
        assert "o\ufb03ce was closed." in run("clean", "in/a.txt", "--to", "txt", "--without", name).stdout
    only = run("clean", "in/a.txt", "--to", "txt", "--cleaner", "expand-ligatures").stdout_bytes.decode()
    assert only == DAMAGED.replace("\ufb03", "ffi")


@pytest.mark.usefixtures("folder")
def test_the_summary_can_be_read_by_programs() -> None:
    """--json prints the figures on standard output, -q nothing but errors."""
    figures = json.loads(run("clean", "in", "gone.txt", "-o", "out", "--json", code=1).stdout)
    assert [figures[key] for key in ("documents", "changed", "failed")] == [3, 1, 1]
    assert figures["failures"] == {"UnreadableError": 1}
    assert figures["edits"]["ligature.latin"] == 1
    assert run("clean", "in", "-o", "out", "-q").output == ""


def test_the_cleaners_are_listed_with_presets_and_examples() -> None:
    """Every registered cleaner of this package is there, in both forms, with one line and an example."""
    rows = {row["name"]: row for row in json.loads(run("cleaners", "--json").stdout)}
    ours = [
        c.name.replace("_", "-")
        for c in registered_cleaners().values()
        if c.__module__.startswith("textclean.cleaners")
    ]
    assert set(ours) <= set(rows)
    assert rows["expand-ligatures"]["presets"] == ["standard", "careful"]
    assert rows["expand-ligatures"]["example"][0].startswith(">>> expand_ligatures(")
    assert "expand-ligatures  (standard, careful)\n    Write" in run("cleaners").stdout


def test_the_schema_is_that_of_the_article() -> None:
    """`schema` prints what validates the articles."""
    assert json.loads(run("schema").stdout) == Article.model_json_schema()


def test_every_command_has_a_help_page() -> None:
    """Each command of the list exists and explains itself."""
    for name, summary in COMMANDS.items():
        assert "Usage:" in run(name, "--help").stdout
        assert f"{name}  " in run("--help").stdout
        assert summary in " ".join(run("--help").stdout.split())


def test_the_version_is_told_without_loading_the_toolkit() -> None:
    """Start-up imports click and nothing heavy."""
    code = (
        "import sys; from textclean.cli import main; main(['--version'], standalone_mode=False); "
        "print({name.partition('.')[0] for name in sys.modules})"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout  # noqa: S603 - our own program
    assert said.startswith("textclean, version ")
    for heavy in ("pydantic", "rich", "ftfy", "numpy", "dateparser", "langcodes", "rapidfuzz", "py3langid"):
        assert f"'{heavy}'" not in said


@pytest.mark.parametrize(
    ("form", "needless"),
    [
        ("txt", {"rich", "yaml", "dateparser", "langcodes", "wordfreq", "rapidfuzz", "py3langid"}),
        ("jsonl", {"rich", "yaml", "dateparser", "langcodes", "wordfreq", "rapidfuzz"}),
    ],
)
def test_a_plain_document_loads_no_library_that_it_does_not_need(form: str, needless: set[str]) -> None:
    """Dates, YAML, word frequencies, colour and tables are loaded for documents that have use for them."""
    needless |= {"pyarrow", "zstandard", "fsspec", "upath"}
    code = (
        "import sys; from textclean.cli import main; main(sys.argv[1:], standalone_mode=False); "
        "print({name.partition('.')[0] for name in sys.modules}, file=sys.stderr)"
    )
    call = [sys.executable, "-c", code, "clean", "-", "--to", form]
    said = subprocess.run(call, input=DAMAGED.encode(), capture_output=True, check=True)  # noqa: S603 - our own program
    assert b"office" in said.stdout
    assert {name for name in needless if f"'{name}'" in said.stderr.decode()} == set()


def test_a_reader_that_leaves_early_is_no_error(folder: Path) -> None:
    """`| head` ends the run silently."""
    for number in range(300):
        (folder / "in" / f"{number}.txt").write_text(DAMAGED * 50, encoding="utf-8")
    with subprocess.Popen(program("clean", "in"), stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:  # noqa: S603 - our own program
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""


def test_a_terminal_gets_progress_and_a_pipe_does_not(folder: Path) -> None:
    """A bar stands on a terminal while documents are cleaned, and errors are lines above it."""
    (folder / "in" / "bad.txt").write_bytes(b"")
    ours, theirs = pty.openpty()
    with subprocess.Popen(program("clean", "in", "-o", "out"), stderr=theirs) as process:  # noqa: S603 - our own program
        os.close(theirs)
        said = b""
        with suppress(OSError):  # a terminal whose other end is closed
            while part := os.read(ours, 4096):
                said += part
    os.close(ours)
    assert process.returncode == 1
    assert b"3/3" in said
    assert b"textclean: error: in/bad.txt: is empty; leave it out" in said
    assert "3/3" not in run("clean", "in", "-o", "out", code=1).stderr


@pytest.mark.parametrize(("output", "sent"), [("out.jsonl", signal.SIGINT), ("out", signal.SIGTERM)])
def test_ctrl_c_keeps_what_is_done(folder: Path, output: str, sent: signal.Signals) -> None:
    """The run stops in one line, exit 1, leaves nothing half-written, and the same command goes on from there."""
    os.mkfifo(folder / "wait.txt")
    arguments = ("clean", "in", "wait.txt", "-o", output, "--ledger")
    former = signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job ignores it
    with subprocess.Popen(program(*arguments), stderr=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own program
        signal.signal(signal.SIGINT, former)
        assert process.stderr
        with (folder / "wait.txt").open("wb") as pipe:  # opens when the run has come to it and waits for its bytes
            pipe.flush()
            time.sleep(0.1)
            process.send_signal(sent)
            said = process.stderr.read()
    assert process.returncode == 1
    assert said.endswith("textclean: error: stopped; 2 of 3 documents are done and kept; the same command goes on\n")
    assert "Traceback" not in said
    assert not list(folder.glob("**/*.part"))
    assert visible_files(folder / "out") == (
        ["a.json", "a.ledger.jsonl", "deep/b.json", "deep/b.ledger.jsonl"] if output == "out" else []
    )
    (folder / "wait.txt").unlink()
    (folder / "wait.txt").write_text(CLEAN, encoding="utf-8")
    assert run(*arguments).exit_code == 0
    assert run("restore", output, "--check").stderr.startswith("textclean: 3 sources would come back, 0 failed")


def test_colour_is_for_terminals_that_want_it(folder: Path) -> None:
    """Into a pipe no escape sequence is written; NO_COLOR is kept even where colour is forced."""
    command = program("explain", str(folder / "in" / "a.txt"))
    plain = {key: value for key, value in os.environ.items() if key not in {"NO_COLOR", "FORCE_COLOR"}}
    forced = plain | {"FORCE_COLOR": "1", "TERM": "xterm"}
    for environment, coloured in ((plain, False), (forced, True), (forced | {"NO_COLOR": "1"}, False)):
        said = subprocess.run(command, capture_output=True, env=environment, check=True).stdout  # noqa: S603 - our own program
        assert (b"\x1b[31m" in said) is coloured
