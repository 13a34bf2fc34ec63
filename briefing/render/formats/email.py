"""The issue as a mail, ready to be sent: `<stem>.eml`, made only when asked for.

A multipart/alternative message of plain text and HTML, which brings its pictures along
as parts of its own: nothing is fetched from elsewhere. It names neither sender nor
readers, which whoever sends it fills in, and is marked as a draft (`X-Unsent`), so
that mail programs open it for sending. Its date is the issue's, its id and boundary
come from the hash of what it says: the same issue gives the same bytes.
"""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import TYPE_CHECKING

from briefing.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence
    from email.message import EmailMessage

    from briefing.render.mail import Mail, MailPicture
    from briefing.render.sheet import Sheet

NAME = "eml"
CUT_AT = 100 * 1024
"""Bytes of HTML from which the largest mail service shows a message only in part."""


def write(sheet: Sheet) -> tuple[bytes, tuple[Problem, ...]]:
    """Give the message, and a problem where it is so long that it would be cut."""
    from briefing.render.mail import lay_mail  # the parsers behind it cost 60 ms

    mail = lay_mail(sheet)
    size = len(mail.html.encode())
    problems: tuple[Problem, ...] = ()
    if size > CUT_AT:
        what = (
            f"the mail is {size // 1024} KB, and some mail programs cut at "
            f"{CUT_AT // 1024}; give the edition less budget or the style fewer parts"
        )
        problems = (Problem("email", what),)
    return _message(mail, sheet), problems


def _add_pictures(
    message: EmailMessage, pictures: Sequence[MailPicture], mark: str
) -> None:
    """Put pictures beside the HTML form, which shows them by their ids."""
    if not pictures:
        return
    form = list(message.iter_parts())[-1]
    for each in pictures:
        form.add_related(
            each.data,
            "image",
            each.kind,
            cid=f"<{each.id}>",
            disposition="inline",
            filename=each.file,
        )
    form.set_boundary(f"=_{mark}-pictures")


def _message(mail: Mail, sheet: Sheet) -> bytes:
    from email.message import EmailMessage
    from email.policy import SMTP
    from email.utils import format_datetime

    # What pictures show is in the HTML: their ids there are made of their hashes.
    digest = hashlib.sha256(f"{mail.subject}\n{mail.html}\n{mail.text}".encode())
    mark = digest.hexdigest()[:32]
    message = EmailMessage(policy=SMTP)
    message["Subject"] = mail.subject
    message["Date"] = format_datetime(
        datetime.fromisoformat(sheet.record["issue"]["as_of"])
    )
    message["Message-ID"] = f"<{mark}@briefing.invalid>"
    message["X-Unsent"] = "1"
    message.set_content(mail.text, cte="quoted-printable")
    message.add_alternative(mail.html, subtype="html", cte="quoted-printable")
    _add_pictures(message, mail.pictures, mark)
    message.set_boundary(f"=_{mark}")
    return message.as_bytes()
