"""Whole lines by which page furniture is known, by language; compared with case folded.

All languages are tried on every line: a whole line of another language does not turn
up in an article by chance. Words within a line are in `furniture_cues`.
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
