"""Words within a line by which page furniture is known; compared with case folded.

A line that holds one of `FORM_CUES` or two of `WEAK_FORM_CUES` belongs to a form, a
notice or a menu; one of `STRONG_PROMO_CUES` or two of `PROMO_CUES` make it an
invitation to read or follow something else. Whole lines are in `furniture`.
"""

from __future__ import annotations

from briefing.text.words import phrase_set

FORM_CUES = (
    "your email address will not",
    "required fields",
    "all rights reserved",
    "© ",
    "(c) 20",
    "copyright 20",
    "uses cookies",
    "use cookies",
    "using cookies",
    "use of cookies",
    "accept cookies",
    "you are commenting",
    "post your comment",
    "to post comments",
    "comments are closed",
    "comments are moderated",
    "be the first to comment",
    "notify me of",
    "enable javascript",
    "ad blocker",
    "adblock",
    "may not be reproduced",
    "may not be published, broadcast",
    "already a subscriber",
    "subscribe to continue",
    "to continue reading",
    "read the full story",
    "current time 0:00",
    "alle rechte vorbehalten",
    "tous droits réservés",
    "усі права захищені",
    "всі права захищені",
    "все права защищены",
)
"""One of these is telling in a line of furniture's length; prose hardly has any."""

WEAK_FORM_CUES = (
    "cookie",
    "privacy",
    "terms of use",
    "terms of service",
    "terms & conditions",
    "terms and conditions",
    "log in",
    "logged in",
    "sign in",
    "sign up",
    "register",
    "subscribe",
    "newsletter",
    "your browser",
    "javascript",
    "your email",
    "leave a comment",
    "contact us",
    "about us",
    "advertise",
    "permalink",
    "back to top",
)
"""Two of these are telling: any one of them may stand in prose."""

PROMO_CUES = (
    "click here",
    "clicking here",
    "sign up for",
    "sign up to",
    "subscribe to",
    "our newsletter",
    "newsletter",
    "follow us on",
    "follow @",
    "follow him on twitter",
    "follow her on twitter",
    "follow me on",
    "like us on",
    "join us on",
    "join our",
    "download our",
    "download the app",
    "on facebook, twitter",
    "tap here",
    "visit our",
    "support our",
    "support independent journalism",
    "support our journalism",
    "make a donation",
    "become a member",
    "free trial",
    "get the latest",
    "gives you the latest",
    "delivered to your inbox",
    "in your inbox",
    "letters to the editor",
    "send us your",
    "tell us what you think",
    "let us know in the comments",
    "in the comments below",
    "our full coverage",
    "all of our coverage",
    "for more information, visit",
    "newsletter abonnieren",
    "folgen sie uns",
    "abonnez-vous",
    "suivez-nous",
    "підписуйтесь на",
    "підписуйтеся на",
    "підпишіться на",
    "подписывайтесь на",
)
"""Two of these make a line a promotion."""

STRONG_PROMO_CUES = (
    "click here",
    "clicking here",
    "tap here",
    "sign up for our",
    "sign up to our",
    "subscribe to our",
    "subscribe to the",
    "follow us on",
    "like us on",
    "join us on",
    "download our",
    "our newsletter",
    "your inbox",
    "letters to the editor",
    "support our journalism",
    "newsletter abonnieren",
    "folgen sie uns",
    "abonnez-vous",
    "suivez-nous",
    "підписуйтесь на",
    "підписуйтеся на",
    "підпишіться на",
    "подписывайтесь на",
)
"""One of these makes a line a promotion."""

POINTERS = (
    "read more",
    "see more",
    "powered by",
    "read also:",
    "read:",
    "see also",
    "also read",
    "also see",
    "related:",
    "[related",
    "more:",
    "watch:",
    "listen:",
    "photos:",
    "video:",
    "must read:",
    "don't miss:",
    "don’t miss:",
    "recommended:",
    "more on ",
    "more from ",
    "filed under",
    "tags:",
    "topics:",
    "tagged:",
    "posted in",
    "categories:",
    "share this",
    "lesen sie auch",
    "mehr dazu:",
    "lire aussi",
    "à lire aussi",
    "читайте також",
    "читайте также",
    "читати також",
)
"""Beginnings of a line that points elsewhere."""

DATE_WORDS = phrase_set(
    "january|february|march|april|may|june|july|august|september|october|november"
    "|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|monday|tuesday"
    "|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thur|thurs|fri|sat"
    "|sun|am|pm|a|p|m|at|on|est|edt|cst|cdt|mst|mdt|pst|pdt|et|ct|pt|gmt|utc|bst|cet"
    "|cest|eet|eest|msk|ist|th|st|nd|rd|of|t|z|o'clock|noon|midnight|published|updated"
    "|posted|last|first|modified|date|time|created|uploaded|min|mins|minute|minutes"
    "|read"
    "|ago|hours|hour|day|days|comments|comment|shares|share|views|view|likes|today"
    "|yesterday|the|by|edited|release|release-date",
    "januar|februar|märz|mai|juni|juli|oktober|dezember|montag|dienstag|mittwoch"
    "|donnerstag|freitag|samstag|sonntag|uhr|um|am|den|der|stand|aktualisiert"
    "|veröffentlicht|min|lesezeit|vom",
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre"
    "|décembre|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|le|à|publié|mis|jour"
    "|h|min|modifié",
    "січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада"
    "|грудня|понеділок|вівторок|середа|четвер|п'ятниця|п’ятниця|субота|неділя|оновлено"
    "|опубліковано|о|р|року|хв|переглядів",
    "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
    "|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|обновлено"
    "|опубликовано|в|г|года|мин|мск|просмотров",
)

STAMP_WORDS = phrase_set(
    "posted|published|updated|created|modified|veröffentlicht|aktualisiert|publié"
    "|опубліковано|оновлено|опубликовано|обновлено"
)
"""With these begins a line that says when it was published, and perhaps by whom."""

COMMENT_WORDS = phrase_set(
    "comment|comments|response|responses|reply|replies|thought|thoughts|kommentar"
    "|kommentare|commentaire|commentaires|réponses|коментар|коментарі|коментарів"
    "|комментарий|комментария|комментариев"
)
"""After a number they open the readers' comments: `12 responses to ...`."""

BYLINE_WORDS = ("by ", "von ", "par ", "автор", "text: ", "words by ", "written by ")
