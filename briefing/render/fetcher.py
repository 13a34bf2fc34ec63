"""The one way by which the layout engine may get at anything: what is in the page."""

from __future__ import annotations

from weasyprint.urls import (  # type: ignore[import-untyped]
    URLFetcher,
    URLFetcherResponse,
)


class LockedFetcher(URLFetcher):  # type: ignore[misc]
    """Opens `data:` addresses and refuses all others, without looking."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols=("data",), allow_redirects=False)

    def fetch(
        self, url: str, headers: dict[str, str] | None = None
    ) -> URLFetcherResponse:
        """Give what a `data:` address holds.

        Raises:
            ValueError: for any other address; WeasyPrint logs it as a warning.
        """
        if not url.lower().startswith("data:"):
            msg = f"nothing is fetched: {url[:80]}"
            raise ValueError(msg)
        return super().fetch(url, headers)
