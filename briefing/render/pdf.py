"""Sets the page as PDF: archive copy and accessible in one file."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

from briefing.render.own_fonts import own_fonts  # isort: skip  # before WeasyPrint

import weasyprint  # type: ignore[import-untyped]

from briefing.errors import StyleError
from briefing.model.problem import Problem
from briefing.render.coverage import unset_problem
from briefing.render.fetcher import LockedFetcher
from briefing.render.remarks import engine_remarks
from briefing.render.structure import mend_painting, mend_tables

if TYPE_CHECKING:
    from weasyprint.pdf.metadata import (  # type: ignore[import-untyped]
        DocumentMetadata,
    )

VARIANT = "pdf/a-3a"
"""PDF/A-3a; the claim of PDF/UA-1 is added to the same metadata."""

DPI = 300
"""Dots an inch of a picture, at most: nobody sees more, and they cost megabytes."""
_UA_CLAIM = b"""\
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">\
<pdfuaid:part>1</pdfuaid:part></rdf:Description>\
<rdf:Description rdf:about="" \
xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
<pdfaProperty:name>part</pdfaProperty:name>\
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>Part of PDF/UA that the file conforms to\
</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>\
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""
_RDF_END = b"</rdf:RDF>"
_NO_GLYPH = ".notdef glyph"
"""How WeasyPrint's complaint of a letter begins that no font has."""

# What WeasyPrint is known to break with on a style sheet that it cannot set.
_BREAKS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)


def set_pdf(page: str) -> tuple[bytes, tuple[Problem, ...]]:
    """Give the PDF of a page, and what the layout engine complained of.

    Raises:
        StyleError: when the engine cannot set the page at all.
    """
    try:
        with engine_remarks() as remarks:
            pdf = _write(page)
    except _BREAKS as error:
        msg = (
            f"page.css: the layout engine gave up ({type(error).__name__}: {error}); "
            "take back the last change to the style"
        )
        raise StyleError(msg) from error
    heard = dict.fromkeys(remarks)
    boxes = [what for what in heard if what.startswith(_NO_GLYPH)]
    told = [Problem("layout", what) for what in heard if what not in boxes]
    unset = unset_problem(boxes)
    return pdf, (*told, *([unset] if unset else []))


def _write(page: str) -> bytes:
    fetcher = LockedFetcher()
    document = weasyprint.HTML(string=page, url_fetcher=fetcher).render(
        font_config=own_fonts(), dpi=DPI
    )
    _claim_both(document.metadata)
    for each in document.pages:
        mend_painting(each, document.metadata.lang)
    with warnings.catch_warnings():
        # WeasyPrint 70 leaves the file of its colour profile to the collector.
        warnings.simplefilter("ignore", ResourceWarning)
        pdf: bytes = document.write_pdf(finisher=mend_tables, pdf_variant=VARIANT)
    return pdf


def _claim_both(metadata: DocumentMetadata) -> None:
    """Let the metadata claim PDF/UA-1 beside PDF/A-3a, in one RDF block, uncompressed.

    WeasyPrint writes one claim; PDF/A wants its stream without a filter.
    """
    write_rdf, include = metadata.generate_rdf_metadata, metadata.include_in_pdf

    def write_both(*args: object) -> bytes:
        rdf: bytes = write_rdf(*args)
        return rdf.replace(_RDF_END, _UA_CLAIM + _RDF_END)

    def include_plainly(*args: object, **options: object) -> None:
        options.pop("compress", None)
        include(*args[:4], **options, compress=False)

    metadata.generate_rdf_metadata = write_both
    metadata.include_in_pdf = include_plainly
