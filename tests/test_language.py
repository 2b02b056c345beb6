"""The language of a text."""

from __future__ import annotations

import pytest
from langcodes import standardize_tag

from textclean import language
from textclean.language import language_of


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
