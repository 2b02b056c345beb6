"""LaTeX commands and characters with the code of their class and the character they print.

Source: the symbol tables of LaTeX2e and amssymb ("The Comprehensive LaTeX Symbol List"); code points from Unicode.
"""

from __future__ import annotations

SYMBOLS: dict[str, tuple[str, str]] = {
    name: (code, character)
    for code, table in {
        "T": "checkmark ✓ square □ Box □ blacksquare ■ bullet • dagger † ddagger ‡ dag † ddag ‡ S § P ¶ "
        "copyright © circledR ® textregistered ® registered ® texttrademark ™ trademark ™ star ⋆ bigstar "
        "★ because ∵ therefore ∴ odot ⊙ textbullet • textdagger † textdaggerdbl ‡ textsection § "
        "textparagraph ¶ diamond ⋄ lozenge ◊ blacklozenge ⧫ Diamond ◇ triangleright ▷ blacktriangleright "
        "▶ blacktriangle ▲ blacktriangledown ▼ blacktriangleleft ◀ triangledown ▽ clubsuit ♣ diamondsuit "
        "♢ heartsuit ♡ spadesuit ♠ bigcirc ◯ surd √ vdots ⋮ CIRCLE ● Circle ○ LEFTcircle ◐ RIGHTcircle ◑ "
        "CheckedBox ☑ Checkmark ✓ XSolidBrush ✗ Cross ✗ maltese ✠ textasteriskcentered * textbackslash "
        "\\ textdegree ° xmark ✗ cmark ✓ boxtimes ⊠ male ♂ female ♀ sharp ♯ flat ♭ natural ♮ circledS Ⓢ "
        "blackcircle ● ",
        "A": "rightarrow → leftarrow ← uparrow ↑ downarrow ↓ leftrightarrow ↔ updownarrow ↕ to → gets ← "
        "Rightarrow ⇒ Leftarrow ⇐ Uparrow ⇑ Downarrow ⇓ Leftrightarrow ⇔ longrightarrow → longleftarrow ← "
        "longleftrightarrow ↔ Longrightarrow ⇒ Longleftarrow ⇐ Longleftrightarrow ⇔ mapsto ↦ nearrow ↗ searrow ↘ "
        "swarrow ↙ nwarrow ↖ rightleftharpoons ⇌ hookrightarrow ↪ hookleftarrow ↩ leadsto ⇝ rightsquigarrow ⇝ "
        "textrightarrow → textleftarrow ← implies ⇒ iff ⇔",
        "R": "leq ≤ le ≤ leqslant ≤ geq ≥ ge ≥ geqslant ≥ lt < gt > approx ≈ sim ~ simeq ≃ cong ≅ neq ≠ ne ≠ equiv ≡ "
        "ll ≪ gg ≫ lesssim ≲ gtrsim ≳ propto ∝ textless < textgreater > thicksim ~ thickapprox ≈",
        "P": "pm ± mp ∓ textpm ±",
        "X": "times × texttimes ×",
        "O": "div ÷ cdot · ast * circ ∘ cdotp · centerdot · textperiodcentered ·",
        "D": "degree ° textordmasculine º textordfeminine ª",
        "'": "prime ′ dprime ″",
        ".": "ldots ... dots ... dotsc ... textellipsis ... cdots ⋯",
        "C": "yen ¥ pounds £ euro € texteuro € textyen ¥ textsterling £ mathsterling £ textdollar $ textcent ¢ "
        "mathdollar $ rupee ₹",
        "L": "ell ℓ AA Å angstrom Å Omega Ω mu μ upmu μ textmu μ",
        "G": "alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ "
        "lambda λ nu ν xi ξ pi π rho ρ sigma σ varsigma ς tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω "
        "Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ",
        "(": "lbrack [ lbrace { langle ⟨ lfloor ⌊ lceil ⌈",
        ")": "rbrack ] rbrace } rangle ⟩ rfloor ⌋ rceil ⌉",
        '"': "textquotedblleft “ textquotedblright ” textquoteleft ‘ textquoteright ’",
        "-": "textendash – textemdash —",
        "|": "vert | mid | lvert | rvert | textbar |",
        "_": "textunderscore _",
    }.items()
    for name, character in zip(*[iter(table.split())] * 2, strict=True)
}
"""Command name to class code and character; a command that is in no table of this room is mathematics."""

CHARACTERS: dict[str, str] = {
    character: code
    for code, characters in {
        "R": "<>=≤≥≈∼≃≅≠≡≪≫≲≳",
        "A": "→←↑↓↔⇒⇐⇔",
        "P": "±∓",
        "X": "×",
        "S": "+−",
        "-": "-–—‐",
        "/": "/",
        ":": ":：",
        "%": "%‰％",
        "D": "°º℃℉",
        "'": "'′″’‘`",
        "(": "([{（【",
        ")": ")]}）】",
        ",": ",，、",
        ".": ".。…",
        ";": ";；",
        "!": "!?！？",
        '"': '"“”„«»',
        "T": "✓✔✗□■▪•●○★☆†‡§¶©®™※◆◇▲△▼⊙①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳☐☑☒",
        "O": "*·⋅÷∗",
        "C": "£€¥₹₽¢",
        "#": "#&@",
        "_": "_",
        "|": "|",
    }.items()
    for character in characters
}
"""Characters that stand for themselves, with their class code; letters and digits are told apart by `str`."""

ESCAPED = {"%": "%", "$": "C", "#": "#", "&": "#", "_": "_", "{": "(", "}": ")", "|": "|"}
"""`\\%` and its like: the character behind the backslash, with its class code."""

SPACES = dict.fromkeys(
    (*",;: >~\\\n\t", "quad", "qquad", "space", "enspace", "enskip", "thinspace", "hfill", "newline"), "space"
) | {"!": "none"}
"""Commands that print a space, or break the line, or take a space away, with the gap they make."""
