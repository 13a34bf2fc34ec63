"""Words by which page furniture is known, by language; compared with case folded.

A line that consists of one of `WHOLE_LINES` is furniture. A line that holds one of
`FORM_CUES` or two of `WEAK_FORM_CUES` belongs to a form, a notice or a menu; one of
`STRONG_PROMO_CUES` or two of `PROMO_CUES` make it an invitation to read or follow
something else. All languages are tried on every
line: a whole line of another language does not turn up in an article by chance.
"""

from __future__ import annotations

from briefing.text.words import phrase_set

WHOLE_LINES = phrase_set(
    # English
    "menu|home|homepage|share|share this|share this article|share this story|share on"
    "|share via|tweet|print|print this page|email|e-mail|mail|link|copy link"
    "|link copied"
    "|copy|save|save article|save for later|bookmark|like|comment|comments|add comment"
    "|post a comment|leave a comment|join the conversation|show comments|view comments"
    "|hide comments|subscribe|subscribe now|sign in|sign up|sign out|log in|log out"
    "|login"
    "|register|my account|account|search|close|open menu|close menu|skip to content"
    "|skip to main content|skip navigation|back to top|top|next|previous|prev|more|less"
    "|read more|show more|load more|see more|view more|view all|see all"
    "|continue reading"
    "|advertisement|advert|advertising|ad|ads|sponsored|sponsored content|promoted"
    "|promotion|article continues below advertisement|story continues below|loading"
    "|play|pause|mute|unmute|play video|watch|watch video|listen|listen to this article"
    "|embed|fullscreen|video|videos|audio|photo|photos|gallery|image|graphic|live"
    "|facebook|twitter|x|instagram|youtube|linkedin|pinterest|reddit|whatsapp|telegram"
    "|tumblr|flipboard|snapchat|tiktok|rss|rss feed|messenger|viber|threads|bluesky"
    "|follow|follow us|follow us on|follow on|contact|contact us|about|about us|help"
    "|faq|terms|terms of use|terms of service|terms and conditions|privacy"
    "|privacy policy|cookie policy|cookies|accessibility|careers|jobs|sitemap|site map"
    "|advertise|advertise with us|newsletter|newsletters|podcasts|podcast|tags|topics"
    "|topic|tagged|filed under|category|categories|archive|archives|latest|trending"
    "|by|author|authors|written by|updated|published|posted|posted on|posted by|source"
    "|via|credit|caption|enlarge|toggle caption|enlarge image|enlarge this image"
    "|image copyright|image caption|image source|media caption|breaking|breaking news"
    "|exclusive|opinion|news|world|politics|business|sport|sports|technology|science"
    "|health|culture|entertainment|lifestyle|weather|travel|food|games|shop|events"
    "|donate|support us|edit|reply|report|cancel|ok|accept|accept all|reject|agree"
    "|submit"
    "|send|download|download app|switch language|english|font size|text size"
    "|transcript",
    # German
    "menü|startseite|teilen|drucken|kommentare|kommentar|kommentieren|abonnieren"
    "|anmelden|registrieren|suche|suchen|schließen|weiterlesen|mehr|mehr zum thema"
    "|anzeige|werbung|impressum|datenschutz|kontakt|agb|nach oben|merken|von|foto|fotos"
    "|aktualisiert|veröffentlicht|quelle|autor|themen|schlagworte|weiter|zurück",
    # French
    "accueil|partager|imprimer|commentaires|commenter|s'abonner|s’abonner|se connecter"
    "|connexion|rechercher|recherche|fermer|lire la suite|publicité|mentions légales"
    "|contact|haut de page|lire aussi|à lire aussi|par|publié|mis à jour|source|auteur"
    "|suivant|précédent|s'inscrire|s’inscrire|abonnez-vous|plus|voir plus",
    # Ukrainian
    "меню|головна|поділитися|друк|коментарі|коментувати|підписатися|увійти|пошук"
    "|закрити|читати далі|читайте також|реклама|контакти|про нас|теги|автор|джерело"
    "|оновлено|опубліковано|новини|усі новини|фото|відео|більше|наступна|попередня",
    # Russian
    "главная|поделиться|печать|комментарии|комментировать|подписаться|войти|поиск"
    "|закрыть|читать далее|читайте также|контакты|о нас|автор|источник|обновлено"
    "|опубликовано|новости|все новости|видео|ещё|следующая|предыдущая|рекламодателям",
)

NEWSLETTERS = phrase_set(
    "newsletter|newsletters|newsletter abonnieren|розсилка|рассылка"
)
"""Titles of a box that offers letters to its readers."""

COMMENT_LINES = phrase_set(
    "leave a reply|leave a comment|leave a response|leave your comment|write a comment"
    "|post a comment|post comment|join the conversation|join the discussion"
    "|add a comment|schreiben sie einen kommentar|kommentar schreiben"
    "|kommentar verfassen|laisser un commentaire|залишити коментар|залишити відповідь"
    "|додати коментар|оставить комментарий|добавить комментарий"
)
"""A line that opens the readers' comments, however long these are."""

END_LINES = phrase_set(
    # A line that opens what follows an article; nothing after it belongs to it.
    "leave a reply|leave a comment|leave a response|leave your comment|write a comment"
    "|post a comment|post comment|join the conversation|join the discussion|0 comments"
    "|comments|comment|view comments|show comments|your comment|add a comment|responses"
    "|most popular|most read|most viewed|most shared|popular|popular posts|popular now"
    "|most popular videos|most popular articles|popular stories|popular articles"
    "|trending|trending now|trending stories|latest news|latest stories|latest articles"
    "|our latest stories|recent posts|recent articles|recent comments|recent stories"
    "|related|related posts|related stories|related articles|related news"
    "|related content|related topics|more stories|more news|more articles|more on this"
    "|more on this story|more from|recommended|recommended for you|recommended stories"
    "|you may also like|you might also like|you may like|you might like|read next"
    "|up next|what to read next|more to read|more like this|editor's picks"
    "|editor’s picks|editors' picks|editors’ picks|top stories|top news|don't miss"
    "|don’t miss|from the web|around the web|sponsored stories|sponsored links"
    "|promoted stories|paid content|promoted content|about the author|about author"
    "|author bio|site information|share this:|like this:|more for you|must read",
    "schreiben sie einen kommentar|kommentar schreiben|kommentar verfassen"
    "|meistgelesen|das könnte sie auch interessieren|mehr zum thema|über den autor"
    "|ähnliche artikel|verwandte artikel",
    "laisser un commentaire|les plus lus|sur le même sujet|articles similaires"
    "|articles liés|à lire aussi|vous aimerez aussi|à propos de l'auteur",
    "залишити коментар|залишити відповідь|додати коментар|найпопулярніше|популярне"
    "|читайте також|схожі новини|останні новини|новини партнерів",
    "оставить комментарий|добавить комментарий|популярное|самое читаемое"
    "|похожие новости|последние новости|новости партнеров|новости партнёров",
)

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
