"""Typed digits that are no figures: names, codes and dates of sources."""

import re

NAMES = re.compile(
    r"\b(?:p50|p90|p95|p99|p999|OAuth 2\.0|OAuth 2|S3|EC2|v1|v2|v3|HTTP/2|HTTP/3|HTTP [1-5]\d\d|[1-5]xx|"
    r"(?:200|201|301|304|400|401|403|404|409|410|412|422|425|429|500|502|503|504)|SHA-256|L\d\d?|"
    r"[Ss]tep 0|SOC 2|24/7|C4|"
    r"(?:19|20)\d\d(?:-\d\d-\d\d)?|WCAG 2\.2|CC BY 4\.0|RFC \d{4})\b"
)
NOT_PROSE = re.compile(
    r"```.*?```|`[^`\n]*`|\]\([^)\n]*\)|\{\{.*?\}\}|\{ ?[#.][^}\n]*\}|https?://\S+|\[\[[^\]]*\]\]|^\s*\d+\. ",
    re.DOTALL | re.MULTILINE,
)


def typed(text: str) -> list[str]:
    """Give the typed numbers of a text that are no names, each with its neighbourhood."""
    prose = NAMES.sub("", NOT_PROSE.sub(" ", text))
    return [prose[max(0, found.start() - 30) : found.end() + 20].strip() for found in re.finditer(r"\d+", prose)]
