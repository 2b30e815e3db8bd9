"""The Content-Security-Policy of every page: files of the site, and nothing else.

No page holds inline code, so no hash is needed. GitHub Pages sets no headers, so the policy is a meta
element, which the theme puts first. Data blocks such as JSON-LD are not run, and no policy concerns them.
"""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'self'; form-action 'self'"
)
