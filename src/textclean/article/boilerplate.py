"""Words of buttons and notices that news sites print around articles, in many languages.

Collected from the interface strings of the usual content management systems and consent tools; each phrase must open
the line or be all of it, so that a sentence that happens to use such a word stays.
"""

from __future__ import annotations

import re

_WHOLE = (
    "advertisement|anzeige|werbung|publicidad|publicité|pubblicità|publicidade|reklam[ae]?|annonse?|annons|реклама|iklan|quảng cáo|広告|광고"
    "|share|share this|teilen|compartir|comparte|partager|condividi|compartilhar|del|dela|paylaş|udostępnij|поделиться|シェア|공유"
    "|comments?|kommentare?|comentarios?|comenta|commentaires?|commenti|comentários|komentarze|комментарии"
    "|print|drucken|imprimir|imprimer|stampa|drukuj|skriv ut|log ?in|sign in|anmelden|iniciar sesión|se connecter|accedi|entrar|zaloguj|войти"
    "|subscribe|abonnieren|suscríbete|s'abonner|abbonati|assine|newsletter|menu|menú|search|suche|buscar|rechercher|cerca"
    "|read more|mehr lesen|weiterlesen|leer más|lire la suite|lire aussi|leggi anche|leia mais|leia também|les mer|läs mer|læs mere|czytaj więcej|читайте также|baca juga|xem thêm"
)
_OPENING = (
    "(?:we|this site|this website) uses? cookies|by continuing|wir (?:verwenden|nutzen) cookies|utilizamos cookies|nous utilisons des cookies|utilizziamo i? ?cookie"
    "|copyright|©|all rights reserved|alle rechte vorbehalten|todos los derechos|tous droits|tutti i diritti|todos os direitos|wszelkie prawa"
    "|sign up (?:for|to)|subscribe (?:to|now)|newsletter|melden sie sich|suscríb|inscrivez-vous|iscriviti|assine |zapisz się|подпишитесь"
    "|follow us|folgen sie|síguenos|suivez-nous|seguici|siga-nos|click here to|download (?:the|our) app"
    "|your email address will not|leave a (?:reply|comment)|you must be logged in|powered by|skip to (?:main )?content|jump to main content"
    "|javascript|please enable|enable javascript|accept (?:all )?cookies|manage (?:consent|preferences)"
)
_PATTERN = re.compile(rf"\W*(?:(?:{_WHOLE})\W*$|(?:{_OPENING}))", re.IGNORECASE)


def is_boilerplate(text: str) -> bool:
    """Tell whether a line is a button, a notice or an offer of the site.

    >>> is_boilerplate("Read more »"), is_boilerplate("Share prices fell."), is_boilerplate("© 2024 The Site")
    (True, False, True)
    """
    return bool(_PATTERN.match(text))


_ENDS = re.compile(
    r"\W*(?:(?:related|more (?:on|from|stories|news)|most (?:read|popular)|read (?:also|next)|you may also|recommended|topics?|tags?"
    r"|mehr (?:zum thema|lesen über|aus|von)|auch interessant|lesen sie auch|das könnte sie|meistgelesen|themen|schlagworte"
    r"|más (?:información|noticias|leídas?)|te puede interesar|lo más|etiquetas|archivado en|temas"
    r"|à lire aussi|sur le même (?:sujet|thème)|les plus lus|mots-clés|potrebbe(?:ro)? interessarti|argomenti|i più letti"
    r"|mais lidas|veja também|relacionad[ao]s|mest (?:läst|lest|læste)|les også|läs också|læs også|czytaj także|polecane"
    r"|tagi|najczęściej|popularne|читайте также|по теме|теги|baca juga|berita terkait|tag:|tin liên quan|ilgili haberler"
    r"|関連記事|あわせて読みたい|관련기사)\b.{0,40}$|.{0,30}(?:riproduzione riservata|all rights reserved|alle rechte vorbehalten)"
    r"|comments?\W*\d*$|\d+ comments?\W*$|kommentare?\W*\d*$|comentarios?\W*\d*$|commentaires?\W*\d*$|©.{0,80}$)",
    re.IGNORECASE,
)


def ends_article(text: str) -> bool:
    """Tell whether a line opens what stands behind articles: related stories, tags, comments, rights.

    >>> ends_article("Mehr zum Thema"), ends_article("3 comments"), ends_article("Topics of the talks were prices and wages, officials said.")
    (True, True, False)
    """
    return bool(_ENDS.match(text))
