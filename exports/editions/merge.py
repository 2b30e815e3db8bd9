"""Finished PDFs put together to one, with their tags, outlines, links and typefaces.

pikepdf copies pages and bookmarks; the tags that stand beside the pages have to be joined here.
"""

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, OutlineItem, Page, Pdf, String


@dataclass(frozen=True)
class Part:
    """A PDF of the book; a `heading` begins a part of the outline, "" goes on with the one before."""

    content: bytes
    heading: str


def merge(parts: Iterable[Part], references: Mapping[str, str], typefaces: Mapping[str, bytes]) -> bytes:
    """Put parts together; title and language are those of the first.

    `references` has the id behind each address that becomes a link inside the book.
    `typefaces` has the files of typefaces by their names, so that the book embeds each once.
    """
    first, *others = parts
    with Pdf.open(io.BytesIO(first.content)) as book:
        names = _names(book)
        headings = [(first.heading, 0)]
        for number, part in enumerate(others):
            headings.append((part.heading, len(book.pages)))
            with Pdf.open(io.BytesIO(part.content)) as piece:
                _append(book, piece, f"{number}-")
                names |= _names(book, piece)
        _write_names(book, names)
        _lead_inside(book, references)
        _share_typefaces(book, typefaces)
        _nest_outline(book, headings)
        return _saved(book)


def _append(book: Pdf, piece: Pdf, prefix: str) -> None:
    begin = len(book.pages)
    book.add_pages_from(piece)
    _join_tags(book, book.copy_foreign(piece.Root.StructTreeRoot), list(book.pages)[begin:], prefix)


def _join_tags(book: Pdf, root: Object, pages: list[Page], prefix: str) -> None:
    """Hang the tags of a piece below those of the book, under numbers and ids of their own."""
    tree = book.Root.StructTreeRoot
    document, numbers = tree.K[0], tree.ParentTree.Nums
    offset = int(numbers[-2]) + 1
    for index in range(0, len(root.ParentTree.Nums), 2):
        numbers.append(int(root.ParentTree.Nums[index]) + offset)
        numbers.append(root.ParentTree.Nums[index + 1])
    for page in pages:
        page.obj.StructParents = int(page.obj.StructParents) + offset
        for annotation in _annotations(page):
            if "/StructParent" in annotation:
                annotation.StructParent = int(annotation.StructParent) + offset
    piece = root.K[0]
    piece.S, piece.P = Name.Part, document
    document.K.append(piece)
    _rename(piece, prefix)


def _rename(element: Object, prefix: str) -> None:
    """Make the ids of table headings unique, and the references to them."""
    waiting = [element]
    while waiting:
        one = waiting.pop()
        if "/ID" in one:
            one.ID = String(prefix + str(one.ID))
        if "/A" in one and "/Headers" in one.A:
            one.A.Headers = Array([String(prefix + str(id_)) for id_ in one.A.Headers])
        waiting += [kid for kid in one.get("/K", []) if isinstance(kid, Dictionary) and "/K" in kid]


def _names(book: Pdf, piece: Pdf | None = None) -> dict[bytes, Object]:
    """Give the places that have a name in the book, or in a piece whose pages the book has."""
    root = (piece or book).Root
    if "/Names" not in root:
        return {}
    dests = root.Names.Dests
    names = (book.copy_foreign(piece.make_indirect(dests)) if piece else dests).Names
    return {bytes(names[index]): names[index + 1] for index in range(0, len(names), 2)}


def _write_names(book: Pdf, names: Mapping[bytes, Object]) -> None:
    pairs = [thing for name in sorted(names) for thing in (String(name.decode()), names[name])]
    book.Root.Names = Dictionary(Dests=Dictionary(Names=Array(pairs)))


def _lead_inside(book: Pdf, references: Mapping[str, str]) -> None:
    for page in book.pages:
        for annotation in _annotations(page):
            address = str(annotation.A.URI) if "/A" in annotation and "/URI" in annotation.A else ""
            if id_ := references.get(address):
                del annotation["/A"]
                annotation.Dest = String(id_)


def _annotations(page: Page) -> list[Object]:
    return list(page.obj.get("/Annots", []))


def _share_typefaces(book: Pdf, typefaces: Mapping[str, bytes]) -> None:
    """Embed each typeface once and whole; the glyphs of a subset keep their numbers, so any text finds its own."""
    shared = {name: book.make_stream(content, Length1=len(content)) for name, content in typefaces.items()}
    for thing in book.objects:
        if isinstance(thing, Dictionary) and thing.get("/Type") == Name.FontDescriptor and "/FontFile2" in thing:
            thing.FontFile2 = shared.get(str(thing.FontName).partition("+")[2], thing.FontFile2)


def _nest_outline(book: Pdf, headings: list[tuple[str, int]]) -> None:
    """Put the bookmarks of chapters below the heading of their part; each chapter has one at the top."""
    with book.open_outline() as outline:
        chapters = list(outline.root)
        outline.root.clear()
        shelf = outline.root
        for (heading, page), chapter in zip(headings, chapters, strict=True):
            if heading:
                part = OutlineItem(heading, page)
                part.is_closed = True
                outline.root.append(part)
                shelf = part.children
            chapter.is_closed = True
            shelf.append(chapter)


def _saved(book: Pdf) -> bytes:
    content = io.BytesIO()
    book.save(content, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
    return content.getvalue()
