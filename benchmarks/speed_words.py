"""Vocabularies for the made-up texts of the speed benchmark: everyday words, frequent ones first."""

from __future__ import annotations

WORDS = {
    "en": """the of and to in a was that it he for as with his on at by had from not but which they were this an she
    be have there when one all would their who will more been him could into them if other than then its our some what
    about time after little two before great upon house over must made any only such very well how may where should
    day most now did down first through never these again year people country council water morning street window
    government minister region company report evening children winter mountain road harbour engineer letter question
    answer between against without another nothing something thought looked turned carried returned remained believed
    published announced afternoon yesterday parliament newspaper neighbourhood understanding responsible committee""",
    "es": """de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ya este
    entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante todos uno les ni contra otros
    ese eso ante ellos esto mí antes algunos qué unos yo otro otras él tanto esa estos mucho años después día señor
    niño país mañana razón canción corazón habitación político económica público según además está están había sería
    podría región población situación información educación administración montaña pequeño español compañía lluvia
    médico árbol época último crítica técnica página música público jóvenes ministro gobierno ciudad calle ventana""",
    "fr": """de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec ses
    mais comme on tout nous sa fait été aussi leur bien peut ces y deux ans encore même elle entre où après très sans
    être cette faire déjà année pays président État région école élève père mère frère première dernière théâtre forêt
    château tête fenêtre hôtel côté français société économie république économique politique générale matière lumière
    rivière problème système âge être coûter goût août sœur cœur œuvre vœu façon leçon garçon reçu ville rue maison
    ministre gouvernement matin soir enfant hiver montagne lettre question réponse journal près loin vérité qualité""",
    "de": """der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er
    hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis
    mehr durch man sein wurde sei schon wenn habe seine Jahr unter wir soll zwei Stadt Straße Haus können müssen
    größer später während für früher Bürger Städte Länder Gebäude Regierung Minister Präsident Bevölkerung Geschäft
    Frühling Übung Änderung öffentlich natürlich möglich ähnlich schön groß heiß weiß wußte drüben zurück Tür Fenster
    Morgen Abend Kinder Winter Gebirge Brief Frage Antwort Zeitung Nähe Wahrheit Gesellschaft Möglichkeit""",
}

CHINESE = (
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多"
    "经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性"
    "知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次"
    "度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建"
)

PUNCTUATION = {
    "en": ("“{}”", ". ", ", ", "? "),
    "es": ("«{}»", ". ", ", ", "? "),
    "fr": ("« {} »", ". ", ", ", " ? "),
    "de": ("„{}“", ". ", ", ", "? "),
}
"""Quotation marks around a quoted sentence; ends of sentences and clauses. French has no-break spaces inside."""
