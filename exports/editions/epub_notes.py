"""Notes as e-readers know them: a call in the text, and the note at the end, which opens in a small window."""

from copy import deepcopy

from lxml.builder import E
from lxml.html import HtmlElement

from exports.editions.light import Chapter, anchor

ANCHOR = "notes-and-sources"
"""The same as on the site, where other pages may link to it."""

TYPE = "epub:type"
MARKED = "data-epub-type"
"""Stands for the attribute while the text is a tree: lxml takes no colon in a name."""


def gather(chapter: Chapter) -> None:
    """Move the notes of a chapter to its end, in place, and put their numbers where they stood."""
    notes = [_note(span, number) for number, span in enumerate(chapter.body.xpath(".//span[@class='note']"), start=1)]
    for again in chapter.body.xpath(".//a[@class='note-again']"):
        again.set("href", f"#{again.get('href').partition('#')[2]}")
        _call(again)
    if notes:
        heading = E.h2("Notes and sources", id=anchor(chapter.url, ANCHOR))
        section = E.section(heading, *notes, {MARKED: "endnotes", "role": "doc-endnotes", "class": "notes"})
        chapter.body.insert(_end(chapter.body), section)


def _end(body: HtmlElement) -> int:
    """Give the place before the line at the foot of a chapter."""
    return next((number for number, part in enumerate(body) if part.get("class") == "chapter-foot"), len(body))


def _note(span: HtmlElement, number: int) -> HtmlElement:
    """Take a note out of the text and give it as an <aside>; a call stands in its place."""
    note = deepcopy(span)
    note.tag, note.tail = "aside", None
    note.attrib.update({MARKED: "footnote", "role": "doc-footnote"})
    for paragraph in note.xpath("span[@class='note__text']"):
        paragraph.tag = "p"
    call = E.a(str(number), href=f"#{span.get('id')}", id=f"{span.get('id')}-call")
    _call(call)
    note[0].insert(0, _back(number, call, note[0]))
    holder = E.sup(call)
    holder.tail = span.tail
    span.getparent().replace(span, holder)
    return note


def _call(link: HtmlElement) -> None:
    link.attrib.update({MARKED: "noteref", "role": "doc-noteref", "class": "call"})


def _back(number: int, call: HtmlElement, paragraph: HtmlElement) -> HtmlElement:
    """Give the note's number, which leads back to the text."""
    back = E.a(f"{number}.", {"href": f"#{call.get('id')}", "role": "doc-backlink", "class": "back"})
    back.tail = f" {paragraph.text or ''}"
    paragraph.text = None
    return back
