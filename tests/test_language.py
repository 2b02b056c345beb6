"""The language of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from langcodes import standardize_tag
from py3langid.langid import MODEL_FILE, LanguageIdentifier  # type: ignore[import-untyped]

from textclean import language, user_cache
from textclean.language import language_of
from textclean.language_model import load_identifier

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "The council will vote on the new budget next Tuesday, the mayor said."),
        ("es", "El ayuntamiento votará el nuevo presupuesto el próximo martes, dijo el alcalde."),
        ("pt", "A câmara municipal vai votar o novo orçamento na próxima terça-feira, disse o prefeito."),
        ("fr", "Le conseil municipal votera le nouveau budget mardi prochain, a annoncé le maire."),
        ("de", "Der Stadtrat stimmt am kommenden Dienstag über den neuen Haushalt ab, sagte der Bürgermeister."),
        ("ru", "Городской совет проголосует по новому бюджету в следующий вторник, сообщил мэр."),
        ("zh", "市长说,市议会将于下星期二对新预算进行表决。"),
        ("ar", "قال رئيس البلدية إن المجلس سيصوت على الميزانية الجديدة يوم الثلاثاء المقبل."),
    ],
)
def test_a_sentence_has_its_language(tag: str, text: str) -> None:
    """One ordinary sentence is enough."""
    assert language_of(text) == tag


@pytest.mark.parametrize("text", ["", "   \n", "1234 / 56", "Berlin", "???? ?? ?????", "\ud800\udfff", "\ud800 a"])
def test_what_cannot_be_told_is_undetermined(text: str) -> None:
    """Names, figures and broken characters have no language, and nothing raises."""
    assert language_of(text) == "und"


def test_a_long_text_is_sampled_throughout() -> None:
    """A foreign first page does not decide over the rest of a long text."""
    spanish, english = "Todos los derechos reservados. ", "The judge said that the trial would go on for a week. "
    assert language_of(spanish * 40 + english * 4000) == "en"


def test_every_language_that_can_be_told_has_its_standard_tag() -> None:
    """What stands in an article is what langcodes makes of the classifier's label, for each of its labels."""
    labels = language._identifier().labels  # noqa: SLF001 - py3langid's own list of labels
    standard = {label: standardize_tag(label) for label in labels}
    assert {label: tag for label, tag in standard.items() if tag != label} == language._STANDARD_TAGS  # noqa: SLF001


class TestTheUnpackedModel:
    """It lies in the user's cache folder, and is never more than a cache."""

    text = "Der Stadtrat stimmt am kommenden Dienstag über den neuen Haushalt ab."

    @pytest.fixture
    def cache(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """Give the cache a folder of its own, still empty."""
        folder = tmp_path / "cache"
        monkeypatch.setattr(user_cache, "user_cache_path", lambda _name: folder)
        return folder

    def test_says_the_same_as_the_packed_one(self, cache: Path) -> None:
        """Unpacked now, read from the cache, and by py3langid alone."""
        alone = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True).classify(self.text)
        for _ in ("unpacked", "read again"):
            label, probability = load_identifier().classify(self.text)
            assert label == alone[0]
            assert float(probability) == pytest.approx(float(alone[1]))
        assert len(list(cache.iterdir())) == 1, "nothing but the model is left"

    def test_is_made_anew_when_a_part_is_damaged(self, cache: Path) -> None:
        """As after a full disk."""
        expected = load_identifier().classify(self.text)
        part = max(cache.rglob("*.npy"), key=lambda path: path.stat().st_size)
        whole = part.stat().st_size
        part.write_bytes(part.read_bytes()[:1000])
        assert load_identifier().classify(self.text) == expected
        assert part.stat().st_size == whole

    def test_is_not_needed(self, cache: Path) -> None:
        """Where the folder cannot be made, the model is unpacked in memory."""
        cache.write_text("a file stands where the folder would be")
        assert load_identifier().classify(self.text)[0] == "de"
