"""A table of many columns as a list for each row, as the site shows it: no paper and no reader is wide enough."""

from collections.abc import Iterator

from lxml.builder import E
from lxml.html import HtmlElement

WIDE = ".//table[contains(@class, 'grid--wide')]"


def unfold(body: HtmlElement) -> None:
    """Replace every wide table below an element; its first column names the row, the others become items."""
    for table in body.xpath(WIDE):
        rows = E.div(*_head(table), *(_row(row) for row in table.iterfind("tbody/tr")), {"class": "rows"})
        rows.tail = table.tail
        table.getparent().replace(table, rows)


def _head(table: HtmlElement) -> Iterator[HtmlElement]:
    """Give the caption, and the heading of the column whose cells name the rows."""
    for caption in table.iterfind("caption"):
        yield _moved(caption, E.p({"class": "rows__caption"}))
    for heading in table.xpath("thead/tr/th[1][normalize-space()]"):
        yield _moved(heading, E.p({"class": "rows__names"}))


def _row(row: HtmlElement) -> HtmlElement:
    name, *cells = row
    items = [_item(cell) for cell in cells if len(cell) or (cell.text or "").strip()]
    attributes = {"class": "row", **({"id": row.get("id")} if row.get("id") else {})}
    return E.div(_moved(name, E.p({"class": "row__name"})), E.ul(*items, {"class": "row__cells"}), attributes)


def _item(cell: HtmlElement) -> HtmlElement:
    item = _moved(cell, E.li())
    label = E.span(f"{cell.get('data-label')}:", {"class": "row__label"})
    label.tail = f" {item.text or ''}"
    item.text = None
    item.insert(0, label)
    return item


def _moved(old: HtmlElement, new: HtmlElement) -> HtmlElement:
    """Put what stands in the old element into the new one."""
    new.text = old.text
    new.extend(list(old))
    return new
