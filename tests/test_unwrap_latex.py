"""LaTeX that is no mathematics comes out as text; mathematics, prices, code and Markdown escapes stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from textclean.cleaners import unwrap_latex

if TYPE_CHECKING:
    from pathlib import Path

FORMULAS = "Let $x^2 + y_1 = \\alpha$ and $f(x) \\in \\mathbb{R}$ hold. "
"""Makes a text a mathematical one, in which the arguable is left."""

CHANGED: dict[str, list[tuple[str, str]]] = {
    "latex.url": [
        (r"$\frac{https://www.example.org/a-b/c\_d}$", "https://www.example.org/a-b/c_d"),
        (r"$\underline{\text{https://example.org/x?y=1\&z=2}}$", "https://example.org/x?y=1&z=2"),
        (r"$\mathbf{https://example.org/\%7Eme}$", "https://example.org/%7Eme"),
        (r"$\mathrm { h t t p s : / / e x a m p l e . o r g / a \_ b }$", "https://example.org/a_b"),
        (r"$\texttt{www.example.org}$", "www.example.org"),
        (r"$<sup>^7 \</sup>verb|https://example.org/a_b|$", "<sup>7</sup>https://example.org/a_b"),
        (
            r"$<sup>{}^2\</sup>mathrm{Code}\ is\ at\ \mathtt{https://example.org/c}$",
            "<sup>2</sup>Code is at https://example.org/c",
        ),
        (r"$\mathtt{https://example.org/\sim me/}$", "https://example.org/~ me/"),
        (r"\(\text{https://example.org/}\)", "https://example.org/"),
    ],
    "latex.word": [
        (r"$\mathrm{cAMP}$", "cAMP"),
        (r"$\mathrm{ G P T } 3 . 5$", "GPT3.5"),
        (r"$\mathrm { G P T - 4 }$", "GPT-4"),
        (r"$\mathbf { B E R T } _$", "BERT"),
        (r"$\mathrm{COVID}-19$", "COVID-19"),
        (r"$\mathrm{SARS}-\mathrm{CoV}-2$", "SARS-CoV-2"),
        (r"$\mathrm{TNF}-\alpha$", "TNF-α"),
        (r"$\beta-\mathrm{actin}$", "β-actin"),
        (r"$\text{Figure} \ 3$", "Figure 3"),
        (r"$\textbf{Table 2.1}$", "Table 2.1"),
        (r"$\text{see the appendix}$", "see the appendix"),
        (r"$\mathrm{e.g.}$", "e.g."),
        (r"$et\ al.$", "et al."),
        (r"$\textit{in vitro}$", "in vitro"),
        (r"$\mathrm { w o r d s } ^ { 3 }$", "words³"),
        (r"$\operatorname { A v g } .$", "Avg."),
        (r"$\operatorname{Time}\downarrow$", "Time↓"),
        (r"$\mathrm{BLEU} (\uparrow)$", "BLEU(↑)"),
        (r"$\mathrm { T } 5$", "T5"),
        (r"$\mathrm{3D}$", "3D"),
        (r"$3 \mathrm{D}$", "3D"),
        (r"$( \mathrm{ y e s } )$", "(yes)"),
        (r'$" \mathrm{A} "$', '"A"'),
        (r"$\overline { { \mathrm { O u r s } } }$", "Ours"),
        (r"$\underline{\text{总计}}$", "总计"),
        (r"$合计^{(2)}$", "合计⁽²⁾"),
        (r"$\mathrm { K \ddot { u } h n }$", "Kühn"),
        (r"$\mathrm { p H }$", "pH"),
        (r"$\begin{tabular}{l} first line \\ second \end{tabular}$", "first line second"),
        (r"$\mathrm{LLaMA} (7 \mathrm{B})$", "LLaMA(7B)"),
    ],
    "latex.symbol": [
        (r"$\checkmark$", "✓"),
        (r"$\rightarrow$", "→"),
        (r"$\Box$", "□"),
        (r"$\bullet$", "•"),
        (r"$^{\dagger}$", "†"),
        (r"$^{\circledR}$", "®"),
        (r"$^\text{TM}$", "™"),
        (r"$\textcircled{2}$", "②"),
        (r"$\textcircled { 1 9 }$", "⑲"),
        (r"$\ding{51}$", "✓"),
        (r"$\ding{55}$", "✗"),
        (r"$\ding{172}$", "①"),
        (r"$\\rightarrow$", "→"),
        (r"\(\times\)", "×"),
        (r"$\sim$ 40", "~ 40"),
        (r"$\%$", "%"),
        (r"$\copyright$", "©"),
    ],
    "latex.unit": [
        (r"$430 \mathrm{~MB}$", "430 MB"),
        (r"$5 \mathrm{~kg}$", "5 kg"),
        (r"$45\mathrm{km / h}$", "45km/h"),
        (r"$\sim 5 \mathrm{~km}$", "~5 km"),
        (r"$5-10 \mathrm{~km}$", "5-10 km"),
        (r"$2 \pm 0.5 \mathrm{~mm}$", "2 ± 0.5 mm"),
        (r"$50 \mu \mathrm{m}$", "50μm"),
        (r"$10 \mu \mathrm{~L}$", "10μL"),
        (r"$10 \mathrm{~k} \Omega$", "10 kΩ"),
        (r"$\mathrm{kg} / \mathrm{m}^{3}$", "kg/m³"),
        (r"$\mathrm{mg} / \mathrm{dL}$", "mg/dL"),
        (r"$10 \mathrm{~m} \mathrm{~s}^{-1}$", "10 m s⁻¹"),
        (r"$25^{\circ} \mathrm{C}$", "25°C"),
        (r"$25{ }^{\circ} \mathrm{C}$", "25°C"),
        (r"$48^{\circ} \mathrm{N}$", "48°N"),
        (r"$-5^{\circ}C$", "-5°C"),
        (r"$90^{\circ}$", "90°"),
        (r"$1 8 0 ^ { \circ }$", "180°"),
        (r"$30^{\circ}, 60^{\circ}$", "30°, 60°"),
        (r"$3 \mathrm{~cm} \times 5 \mathrm{~cm}$", "3 cm × 5 cm"),
        (r"$\mathrm{cm}^{2}$", "cm²"),
        (r"$2 . 4 \mathrm { G H z }$", "2.4GHz"),
    ],
    "latex.number": [
        (r"$0 . 0 3 8 2$", "0.0382"),
        (r"$1 2 , 3 4 5$", "12,345"),
        (r"$150,\!000$", "150,000"),
        (r"$10\,000$", "10 000"),
        (r"$\mathbf{42.5}$", "42.5"),
        (r"$\overline{0.335}$", "0.335"),
        (r"$7 7 . 4 { \pm } 0 . 1$", "77.4 ± 0.1"),
        (r"$8 5 . 2 _ { \pm 0 . 3 }$", "85.2 ± 0.3"),
        (r"$8 5 . 2 _ { ( 0 . 3 ) }$", "85.2(0.3)"),
        (r"$7 6 8 \times 6 4$", "768 × 64"),
        (r"$[ 1 8 ]$", "[18]"),
        (r"$1:50000$", "1:50000"),
        (r"$250 \times$", "250×"),
        (r"$2019-2020$", "2019-2020"),
        (r"$^ { 1 2 , 3 4 5 }$", "12,345"),
        (r"$1\mathrm{e}{-4}$", "1e-4"),
    ],
    "latex.percent": [
        (r"$8 0 \%$", "80%"),
        (r"$\geq 95\%$", "≥95%"),
        (r"$20\% -30\%$", "20%-30%"),
        (r"$77.3 \pm 1.3\%$", "77.3 ± 1.3%"),
        (r"$0 { , } 0 4 \%$", "0,04%"),
        (r"$11\%\sim34\%$", "11% ~ 34%"),
        (r"\(90\%\)", "90%"),
    ],
    "latex.currency": [
        (r"$\$ 112.00$", "$112.00"),
        (r"$\yen 123,456$", "¥123,456"),
        (r"$£ 552 \mathrm{~m}$", "£552 m"),
        (r"$\$ 5-\$ 10$", "$5-$10"),
    ],
    "latex.footnote": [
        (r"${ }^{1}$", "¹"),
        (r"$^{1,2}$", "¹,²"),
        (r"${ }^{1,*}$", "¹,*"),
        (r"$^{20-22}$", "²⁰⁻²²"),
        (r"\(^{12}\)", "¹²"),
        (r"\( ^{a} \)", "ᵃ"),
        (r"${ }^{\text {a }}$", "ᵃ"),
        (r"$^{(ii)}$", "⁽ⁱⁱ⁾"),
        (r"$452,000^{(3)}$", "452,000⁽³⁾"),
        (r"$8 5 . 2 ^ { * * }$", "85.2**"),
    ],
    "latex.ordinal": [
        (r"$30^{th}$", "30th"),
        (r"$1 ^ { \mathrm { s t } }$", "1st"),
        (r"$2^{\text {nd }}$", "2nd"),
        (r"$1^{\mathrm{er}}$", "1er"),
        (r"$\mathrm{n}^{\circ}$", "n°"),
        (r"$\mathrm{XIX}^{\mathrm{e}}$", "XIXe"),
        (r"$1^{st}, 2^{nd}$", "1st, 2nd"),
    ],
    "latex.chemistry": [
        (r"$\mathrm{CO}_{2}$", "CO₂"),
        (r"$\mathrm { C O _ { 2 } }$", "CO₂"),
        (r"$\mathrm{C}_{6} \mathrm{H}_{12} \mathrm{O}_{6}$", "C₆H₁₂O₆"),
        (r"$(\mathrm{OH}^{-})$", "(OH⁻)"),
        (r"$\mathrm{Ca}(\mathrm{OH})_{2}$", "Ca(OH)₂"),
        (r"$\mathrm{CuSO}_{4} \cdot 5 \mathrm{H}_{2} \mathrm{O}$", "CuSO₄·5H₂O"),
        (r"$\mathrm{NH}_{4}^{+}$", "NH₄⁺"),
        (r"${ }^{14} \mathrm{C}$", "¹⁴C"),
        (r"$H_2O$", "H₂O"),
    ],
}

ARGUABLE = [
    ("$\\mathbf{1}$", "1"),
    ("$75$", "75"),
    ("$32 \\times 32$", "32 × 32"),
    ("$0.5 \\pm 0.1$", "0.5 ± 0.1"),
    ("$\\geq 2$", "≥2"),
    ("$1/2$", "1/2"),
    ("$m^{2}$", "m²"),
    ("$-15$", "-15"),
]

ATTACHED = [
    (r"at 25$^{\circ}$C", "at 25°C"),
    (r"the 75$^{\text{th}}$ time", "the 75th time"),
    (r"the 6$^{th}$ time", "the 6th time"),
    (r"much CO$_2$ and H$_{2}$O", "much CO₂ and H₂O"),
    (r"C$_6$H$_{12}$O$_6$ is sugar", "C₆H₁₂O₆ is sugar"),
    (r"10 m s$^{-1}$", "10 m s⁻¹"),
    (r"Kapton$^{\circledR}$ foil", "Kapton® foil"),
    (r"said so$^{12}$.", "said so¹²."),
    (r"It costs $\$ 5$ or $\$ 10$ a day.", "It costs $5 or $10 a day."),
    (r"said so\textsuperscript{11}.", "said so¹¹."),
    (r"the 3\textsuperscript{rd} time", "the 3rd time"),
    (r"yes \checkmark and \textbf{Table 1}", "yes ✓ and Table 1"),
    (r"| a | $\checkmark$ | $8 0 \%$ |", "| a | ✓ | 80% |"),
    (r"<td>$\mathrm{ Y e s }$</td>", "<td>Yes</td>"),
]

MATHEMATICS = [
    "$x$", "$E = mc^2$", "$\\mathbf{x}$", "$\\boldsymbol{h}$", "$\\alpha$", "$x_i$", "$x^2$", "$n \\times p$", "$3mn$", "$A, B, C$",
    "$-1 \\le x \\le 1$", "$[-1, 1]$", "$(0, 0)$", "$\\{0, 1\\}$", "$10^{-6}$", "$3 \\times 10^{8}$", "$\\frac{1}{2}$", "$\\sqrt{2}$",
    "$\\operatorname{argmax}$", "$\\mathtt{Rectify}(\\cdot)$", "$\\mathrm{KL}(\\pi \\| \\mu)$", "$\\mathrm{hg}(4)$", "$V_\\mathrm{max}$",
    "$\\mathrm{Ca}^{2+}$", "$\\mathrm{GABA}_A$", "$W^{\\text{variable}}$", "$12\\pi \\mathrm{cm}$", "$h\\mathrm{cm}$", "$7x\\mathrm{cm}$",
    "$\\mathrm{LLM}^{1:n-1}$", "$\\mathbf{K}\\mathbf{M}$", "$\\mathbf{dK}, \\mathbf{dV}$", "$\\text{K}$", "$\\text{T2T}$", "$\\circ$",
    "$360^{\\circ} - 120^{\\circ} = 240^{\\circ}$", "$= 180^{\\circ}$", "$[-180^{\\circ}, 180^{\\circ}]$", "$\\{0^{\\circ}, 90^{\\circ}\\}$",
    "$1/7 \\approx 14.3\\%$", "$-5 \\times -5 = 25$", "$2 \\times 2 \\times 2 \\times 3 \\times 5$", "$0.\\overline{3}$",
    "$S^{+}$", "$R^{\\times}$", "$f'$", "$A'B'C'D'$", "$\\overrightarrow{AB}$", "$\\mathrm{d}x$", "$\\sin \\theta$", "$\\log n$", "$p < 0.05$",
    "$$> 0.$$", "$$\\leq 1,$$", "$$y = x + 1$$", "$$\\binom{1}{3}$$", "\\( e^{i\\pi} + 1 = 0 \\)", "\\( K \\)", "\\[ K = HW^K \\]",
    "$3 \\times \\text{num heads} \\times \\text{seq len}$", "$(10^{-6}, 10^{-5} \\text{ and } 10^{-4})$", "$\\mathcal{O}(n)$",
    "$\\overline{\\mathbf{R}}$", "$\\hat{y}$", "$n^{th}_k$", "$\\mathrm{F}_{1}$", "$\\mathrm{H}_0$", "$\\mathrm{PPL}_1$", "$R^2$", "$N_2$",
    "$\\bigl(\\begin{array}{l}0\\\\1\\end{array}\\bigr)$", "\\begin{align} a &= b \\end{align}", "$| a | < 1$", "$\\langle 2, 4, 5 \\rangle$",
    "$5 - 3\\times 8 - 6\\div 2$", "$a : b = c : d$", "$^ m$", "$^ { a , }$", "\\(^\\top\\)", "$A \\to B$", "$\\emptyset$", "$\\infty$",
]  # fmt: skip

NO_LATEX = [
    "between $5 and $10", "costs $2 each and $15 a dozen", "$1,000-$100,000", "| $178 | $141 | $138 |", "US$25 thousand and US$3 thousand",
    "**$1.43 monthly** compared to $20", "($9.99, $19.99)", "export PATH=$HOME/bin:$PATH", "`$x$ and \\(y\\)`", "${name} and ${other}",
    "\\$7.125 - \\$23.75", "[\\[12\\]](#page-1-0)", "\\(Smith\\)", "\\[12\\]", "[\\(Taylor,](#page-1) [1953\\)](#page-2)", "\\[Signatures\\]",
    're.search(r"\\((.*)\\)", text)', "```\n$\\checkmark$ and $\\mathrm{Word}$\n```", "C:\\times\\new", "D:\\data\\rightarrow", "a \\leq b_{1} \\rightarrow c", "In LaTeX, \\textbf{x} is bold.",
    "\\begin{itemize}\\item \\textbf{one}\\end{itemize}", "the $ sign and the $ sign",
    "<td>$5</td><td>$7</td>", "{'$ref': '#/$defs/Position'}", "R$ 89,84 | R$ 9.972,24", "$AAPL and $GOOG rose", "a\\_b \\* c",
    "Total $ 5,808 $ 5,808", "1 \\(one\\) and 2 \\(two\\)", "https://example.org/$\\times$/x",
]  # fmt: skip


@pytest.mark.parametrize(
    ("reason", "before", "after"), [(reason, *case) for reason, cases in CHANGED.items() for case in cases]
)
def test_what_is_no_mathematics_comes_out(reason: str, before: str, after: str) -> None:
    """The span becomes the text it says, for the reason named, and what came out is left alone."""
    text = f"so {before} here"
    assert unwrap_latex(text) == f"so {after} here"
    assert {edit.reason for edit in unwrap_latex.edits(text)} == {reason}
    assert unwrap_latex(f"so {after} here") == f"so {after} here"


@pytest.mark.parametrize(("before", "after"), ATTACHED)
def test_spans_that_touch_text(before: str, after: str) -> None:
    """A degree, an index or a mark that stands right behind a word or number joins it."""
    assert unwrap_latex(before) == after


@pytest.mark.parametrize(("before", "after"), ARGUABLE)
def test_the_arguable_comes_out_where_there_is_little_mathematics(before: str, after: str) -> None:
    """A bare number, a dimension, a spread or a comparison is text in a text, and mathematics among formulas."""
    assert unwrap_latex(f"so {before} here") == f"so {after} here"
    assert unwrap_latex(f"{FORMULAS}So {before} here") == f"{FORMULAS}So {before} here"


@pytest.mark.parametrize("formula", MATHEMATICS)
def test_mathematics_stays(formula: str) -> None:
    """A formula is the same afterwards, in any company."""
    for text in (f"so {formula} here", f"{FORMULAS}So {formula} here."):
        assert unwrap_latex(text) == text


@pytest.mark.parametrize("text", NO_LATEX)
def test_what_only_looks_like_latex_stays(text: str) -> None:
    """Prices, shell variables, code, escapes of Markdown and paths are the same afterwards."""
    assert unwrap_latex(text) == text
    assert unwrap_latex(f"So it says:\n\n{text}\n\nand so on") == f"So it says:\n\n{text}\n\nand so on"
