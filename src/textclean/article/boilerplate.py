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
