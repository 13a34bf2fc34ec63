"""The issue as a mail, ready to be sent: `<stem>.eml`, made only when asked for.

A multipart/alternative message of plain text and HTML. It names neither sender nor
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
    from briefing.render.mail import Mail
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


def _message(mail: Mail, sheet: Sheet) -> bytes:
    from email.message import EmailMessage
    from email.policy import SMTP
    from email.utils import format_datetime

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
    message.set_boundary(f"=_{mark}")
    return message.as_bytes()
