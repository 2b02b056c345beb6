"""What print pages and browsers print around an article: stamps, page counters, labels of print templates.

Sources: Chromium's print header and footer (date and title; URL and page of pages), Firefox's reader view
(`about:reader?url=…`, reading time), the print views of WordPress (plugin WP-Print), Drupal (module Print) and
Joomla (component com_content, labels from its language packs), PrintFriendly.
"""

from __future__ import annotations

import re

from textclean.lazy_pattern import lazy_pattern

URL = r"(?:https?://|www\.)\S{3,2000}"

STAMP = lazy_pattern(
    r"(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}[/.-]\d{1,2}[/.-]\d{1,2}),? \d{1,2}[:.]\d{2}(?:[:.]\d{2})?"
    r"(?:[\s\u202f]?[AaPp]\.?[Mm]\.?)?(?=\s|$)"
)
"""A browser's print stamp: date and time of day, at the start of a line."""

_OF = "of|von|de|di|do|van|sur|av|af|z|ze|od|iš|из|из общего|sa|dari|/|\u2044|trên"
_PAGE = (
    "page|p\\.|pg\\.|seite|s\\.|página|pagina|pág\\.|strona|str\\.|strana|sida|side|sivu|bladsy"
    "|puslapis|trang|sayfa|halaman|стр\\.|страница"
)
COUNTER = lazy_pattern(
    rf"(?:(?:{_PAGE})\s*)?\d{{1,4}}\s*(?:{_OF})\s*\d{{1,4}}|(?:{_PAGE})\s*\d{{1,4}}"
    rf"|[-–—]\s*\d{{1,4}}\s*[-–—]|\d{{1,3}}|[A-Z]\d{{1,2}}",
    re.IGNORECASE,
)
"""A whole line that counts pages: `3/9`, `Page 2 of 3`, `- 4 -`, a folio such as `A1`."""

TRAILING_COUNTER = lazy_pattern(
    rf"\s+\d{{1,4}}\s?/\s?\d{{1,4}}$|\s+(?:{_PAGE})\s*\d{{1,4}}\s*(?:{_OF})\s*\d{{1,4}}$", re.IGNORECASE
)

WORDPRESS_HEAD = lazy_pattern(rf"[-–—]\s+(?P<site>\S.{{0,100}}?)\s+[-–—]\s+(?P<url>{URL}?)\s+[-–—]")
WORDPRESS_SOURCE = lazy_pattern(rf"Article printed from (?P<site>.{{1,100}}?):\s*(?P<url>{URL})")
WORDPRESS_POSTED = lazy_pattern(r"Posted By\b.{0,200}?\bOn\b.{3,40}@")
WORDPRESS_TAIL = lazy_pattern(r"Article printed from |URL to article:|URLs in this post:|\[\d+\] .{1,100}: ?https?://")
DRUPAL_HEAD = lazy_pattern(rf"Published on (?P<site>.{{1,100}}?) \((?P<url>{URL}?)\)")
DRUPAL_SUBMITTED = lazy_pattern(r"Submitted (?:by .{1,200} )?on \w{3}, \d")
DRUPAL_TAIL = lazy_pattern(r"Source URL(?: \(.{0,60}?\))?:|Links$|\[\d+\] https?://")
COPYRIGHT = lazy_pattern(
    r"(?:Copyright\s+)?(?:©|\(c\)"
    r"|Copyright)\s*(?:Copyright\s+)?(?P<years>\d{4}(?:\s?[-–]\s?\d{4})?),?\s+(?P<site>[^.,"
    r"|©]{2,60}?)(?:\s*[.,|]|\s*$|\s+(?:All rights|Alle Rechte|Todos los|Tous droits))",
    re.IGNORECASE,
)

READING_TIME = lazy_pattern(
    r"\d{1,3}(?:\s?[-–]\s?\d{1,3})?\s+(?:minutes?|mins?|Minuten|minutos?|minuti|minut\w*|dakika"
    r"|мин\w*|perc|分)\b\.?(?: read| Lesezeit| de lectura| de lecture| di lettura| de leitura)?",
    re.IGNORECASE,
)
READER_URL = lazy_pattern(r"about:reader\?url=(?P<url>\S+)")
PLACEHOLDER = lazy_pattern(
    r"I?mage\W{0,3}n\w{1,3}\W{0,2}f\w{2,5} or \w{3,5} unkno\w{2,3}|Image not found.*", re.IGNORECASE
)
DOMAIN = lazy_pattern(r"(?:https?://)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,4}[a-z]{2,24}/?", re.IGNORECASE)

JOOMLA = lazy_pattern(
    r"(?:Details|Dettagli|Detalles|D[ée]tails|Detalhes|Detaljer|Szczegóły|Podrobnosti|Подробности"
    r"|Ayrıntılar|Tiedot|Részletek|Detalii)$"
    r"|(?:Written by|Scritto da|Escrito por|Écrit par|Geschrieben von|Verfasst von|Geschreven door"
    r"|Skriven av|Skrevet a[fv])\b"
    r"|(?:Category|Parent Category|Categor[ií]a|Catégorie|Kategori[ae]?|Kategorie|Categorie|Категория)\s?:"
    r"|(?:Published|Created|Last Updated|Pubblicato|Creato|Ultima modifica|Publicado|Creado|Criado"
    r"|Última actualización"
    r"|Última atualização|Publi[ée]|Publication|Création|Mis à jour|Veröffentlicht|Erstellt"
    r"|Zuletzt aktualisiert|Gepubliceerd"
    r"|Publicerad|Skapad|Publisert|Udgivet|Opublikowano|Utworzono|Zveřejněno|Vytvořeno|Опубликовано|Создано)\s?:"
    r"|(?:Hits|Visite|Visto|Visitas|Affichages|Clics|Zugriffe|Aufrufe|Acessos|Träffar|Treff|Visninger"
    r"|Odsłon[y]?|Zobrazeno|Просмотров)\s?:",
    re.IGNORECASE,
)
"""A line of Joomla's article details, in the languages of its language packs."""

BY = lazy_pattern(
    r"(?:by|von|par|por|da|di|de|av|af|door|oleh|przez|autor(?:ka|in)?|text|texto|testo|tekst|от"
    r"|автор)\s*:?\s+(?=[^\W\d_])",
    re.IGNORECASE,
)
