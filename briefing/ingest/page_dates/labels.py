"""Words that stand before a day, and names of the parts of a page, in many languages.

Beginnings of words, compared in small letters. The last label before the day counts.
"""

from __future__ import annotations

import re
from functools import cache

PUBLISHED = (
    "publi|pubbl|post(?:ed|ing)|gepost|releas|issued|filed|first pub|veröff"
    "|ersch(?:ien|einungsd)|eingestellt|опубл|размещ|gepubl|geplaatst|opubl|dodan"
    "|zveřej|vydán|uverej|objav|julka|udgivet|közzé|megjel|postat|yayı|eklen|δημοσ"
    "|ανάρτ|публик|פורסם|نشر|प्रकाश|发布|發布|發佈|发表|發表|公開|掲載|投稿|게시|입력"
    "|등록|승인|đăng|paskelb|skelb|avald|terbit|diterbit|dipost|mis en ligne"
)
HINTED = (
    "date|datum|data|fecha|дата|written|created|erstellt|verfasst|geschrieben|rédigé"
    "|écrit|создан|створен|vložen|adăugat|tarih|päivä|dato|vom |am |le |el |du |on "
)
NAMED = (
    r"(?<![^\W\d_])(?<!e )(?<!g )(?:date|datum|data|fecha|дата|tarih|päivä\w{0,9}|dato"
    r"|日期|日付|날짜)\s?:\s*$"
)
MODIFIED = (
    "updat|modif|edited|revis|amend|last change|last review|reviewed|aktual|geänd"
    "|überarb|letzte änderung|bearbeitet|mis(?:e)? à jour|màj|maj |actuali|aggiorn"
    "|atuali|обнов|онов|измен|редак|päivit|muokat|uppdat|ändrad|oppdat|endret|opdat"
    "|ændret|bijgew|gewijz|zaktual|zmien|zmodyf|frissít|módos|güncel|değiş|تحديث"
    "|تعديل|अपडेट|संशोधित|更新|修改|最終|수정|최종|cập nhật|atnauj|ažur|promij|spremenj"
    "|muudet|uuend|diperbarui|ενημ|τροποπ|עודכן|עדכון"
)
OTHER = (
    r"©|copyright|effective|due |hearing|meeting|until|\(c\)|all rights|born|geboren"
    "|since|seit|bis |member|mitglied|joined|registr|expire|valid|gültig|access"
    "|abgeruf|retriev|recorded|begin|start|ends|event|termin|veranstalt|deadline"
    "|photo|foto|bild|erscheinungst|kaufdatum|next|today|heute|printed|gedruckt"
    "|archiv|captured|from |died|gestorb|†|isbn"
)
GOOD_ZONE = (
    r"(?:^|[^a-z])(?:date|datum|fecha|data|time|published?|pubdate|posted|post-?date"
    r"|byline|author|autor|entry-?meta|post-?meta|article-?(?:meta|info|date)|meta"
    r"|timestamp|dateline|release|dtstamp|created|kicker|submitted|stamp|publi)"
    r"|(?:date|time|published|meta)(?:$|[^a-z])"
)
BAD_ZONE = (
    r"related|recommend|most-?(?:read|pop|view)|popular|trending|teaser|side-?bar"
    r"|widget|recent|latest|further|more-|-more|similar|read-?(?:also|next)|next|prev"
    r"|ticker|carousel|slider|swiper|promo|newsletter|calendar|event|archive|copyright"
    r"|breadcrumb|navi|menu|cookie|banner|caption|credit|lightbox|gallery|listing_item"
    r"|posts?-list|(?:^| )(?:aside|nav|figure|figcaption|blockquote|select|button|cite)"
    r"(?= |$)|today|current|masthead|site-?header|top-?bar"
    r"|weather|(?:^|[^a-z])now(?:$|[^a-z])"
)
COMMENT_ZONE = (
    r"comment(?!s?-?(?:count|off|open|link|number))|kommentar|respond|repl(?:y|ies)"
    r"|disqus|discussion|forum-post|reaction|trackback|pingback"
)
FOOT_ZONE = (
    r"(?:^| )footer(?= |$)|(?:^|[ #])(?:site-?|page-?|main-?)?(?:footer|foot|bottom)"
)
OWN_BOX = r"entry|(?:^|[^a-z])(?:post|article|meta|author|byline)(?:$|[^a-z])"
UPDATED_ZONE = r"(?:^|[^a-z])(?:modified|updated?|last-?mod|lastupdate)|datemodified"
PUBLISHED_ZONE = (
    "published|pubdate|datepublished|entry-date|post-date|article-date|datecreated"
)
SENTENCE_END = r"(?<=[^\W\d_]{4})[.!?…]\s"
PUBLISHED_LABEL, HINTED_LABEL, MODIFIED_LABEL, OTHER_LABEL = (
    rf"(?<![^\W\d_])(?:{words})" for words in (PUBLISHED, HINTED, MODIFIED, OTHER)
)
LABELS = ("hinted", "published", "modified", "other")


@cache
def pattern(name: str) -> re.Pattern[str]:
    """Give one of this module's lists, by its name, ready for use."""
    return re.compile(globals()[name], re.IGNORECASE)


def last_label(words: str) -> str | None:
    """Tell what the last label in some words announces.

    Returns:
        `published`, `modified`, `other`; `named` for the bare word "date"; `hinted`
        for words as weak as "date" or "on", which count only when no other label
        stands there; None when there is none.
    """
    words = pattern("SENTENCE_END").split(words)[-1]
    if pattern("NAMED").search(words):
        return "named"
    best, told = -1, None
    for name in LABELS:
        for match in pattern(f"{name.upper()}_LABEL").finditer(words):
            if match.start() >= best or told == "hinted":
                best, told = match.start(), name
    return told


def is_announced_after(words: str) -> bool:
    """Say whether a publication is what the words behind a day speak of."""
    return bool(pattern("PUBLISHED_LABEL").search(words))
