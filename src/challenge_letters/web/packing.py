"""Sends pages gzipped to browsers that ask for it: most phones pay for what they load, or wait for it.

A page says nothing that another site could choose: forms and links are good for one visitor, and the cookie
does not come with a form of another site. So no secret of a page can be guessed from how well it packs.
"""

from __future__ import annotations

import gzip

from flask import Request, Response

PACKED = frozenset({"text/html", "text/css", "text/javascript", "application/json"})
SMALLEST = 700
# Files are kept by the browser, pages are made each time, and few of them are long.
LONG = 16_000
FAST, SMALL = 1, 9


def pack(request: Request, response: Response) -> None:
    """Pack the body of `response` if it is worth it and `request` takes gzip."""
    if response.mimetype not in PACKED or response.status_code in (204, 304):
        return
    response.vary.add("Accept-Encoding")
    if not request.accept_encodings.quality("gzip") or "Content-Encoding" in response.headers:
        return
    response.direct_passthrough = False
    plain = response.get_data()
    if len(plain) >= SMALLEST:
        is_worth_it = request.endpoint == "static" or len(plain) > LONG
        response.set_data(gzip.compress(plain, SMALL if is_worth_it else FAST, mtime=0))
        response.headers["Content-Encoding"] = "gzip"
