"""Names that CSS itself knows: pseudo-classes, at-rules, media, margin boxes."""

from __future__ import annotations

_STATES = """\
active any-link autofill checked default defined dir disabled empty enabled first
first-child first-of-type focus focus-visible focus-within fullscreen has host hover
in-range indeterminate invalid is lang last-child last-of-type left link
local-link matches modal not nth-child nth-last-child nth-last-of-type nth-of-type
only-child only-of-type open optional out-of-range placeholder-shown popover-open
read-only read-write required right root scope target target-within user-invalid
user-valid valid visited where blank after before first-letter first-line
"""
_ELEMENTS = """\
after backdrop before cue details-content file-selector-button first-letter first-line
footnote-call footnote-marker grammar-error highlight marker part placeholder
selection slotted spelling-error target-text
"""
_AT_RULES = """\
charset container counter-style font-face font-feature-values font-palette-values
footnote import keyframes layer media namespace page position-try property scope
starting-style supports view-transition
"""
_FEATURES = """\
any-hover any-pointer aspect-ratio color color-gamut color-index device-aspect-ratio
device-height device-width display-mode dynamic-range forced-colors grid height hover
inverted-colors max-aspect-ratio max-color max-device-width max-height max-resolution
max-width min-aspect-ratio min-color min-device-width min-height min-resolution
min-width monochrome orientation overflow-block overflow-inline pointer
prefers-color-scheme prefers-contrast prefers-reduced-data prefers-reduced-motion
prefers-reduced-transparency resolution scan scripting update video-dynamic-range width
"""
_SCREEN_ONLY = """\
accent-color animation animation-delay animation-duration animation-name aspect-ratio
backdrop-filter backface-visibility caret-color clip-path contain container
container-name container-type content-visibility cursor filter font-display
font-optical-sizing font-synthesis forced-color-adjust interpolation-size isolation
mask mix-blend-mode overflow-anchor overflow-x overflow-y overscroll-behavior
perspective pointer-events print-color-adjust resize rotate scale scroll-behavior
scroll-margin scroll-margin-top scroll-padding scroll-padding-top scrollbar-color
scrollbar-gutter scrollbar-width shape-outside text-decoration-skip-ink text-rendering
text-size-adjust text-underline-position text-wrap text-wrap-style touch-action
transition transition-duration transition-property translate user-select will-change
writing-mode zoom hanging-punctuation initial-letter math-style
"""

PSEUDO_CLASSES = frozenset(_STATES.split())
PSEUDO_ELEMENTS = frozenset(_ELEMENTS.split())
AT_RULES = frozenset(_AT_RULES.split())
MARGIN_BOXES = frozenset(
    f"{edge}-{place}"
    for edges, places in (
        (("top", "bottom"), ("left-corner", "left", "center", "right", "right-corner")),
        (("left", "right"), ("top", "middle", "bottom")),
    )
    for edge in edges
    for place in places
)
"""Rules inside of `@page`."""
PAGE_PSEUDO = frozenset({"first", "left", "right", "blank", "nth"})
MEDIA_WORDS = frozenset(
    {"all", "print", "screen", "speech", "and", "or", "not", "only"}
)
MEDIA_FEATURES = frozenset(_FEATURES.split())
COUNTERS = frozenset({"page", "pages", "list-item", "footnote"})
"""Counters that are there without being set."""
SCREEN_ONLY = frozenset(_SCREEN_ONLY.split())
"""Properties that browsers know and a PDF does without."""
