"""What a program can check of PDF/UA-1: a part of the Matterhorn protocol, with its numbers."""

import re
from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, parse_content_stream

STANDARD = {
    *("Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct"),
    *("P", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD"),
    *("THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference", "Code", "Link", "Annot", "Figure", "Form"),
}
PARENTS = {
    "LI": {"L"},
    "Lbl": {"LI"},
    "LBody": {"LI"},
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "THead": {"Table"},
    "TBody": {"Table"},
}
SHOWN = {"Tj", "TJ", "'", '"', "Do", "f", "F", "f*", "B", "b", "S", "s"}
TEXT = {"Tj", "TJ", "'", '"'}


def findings(pdf: Pdf) -> list[str]:
    """Give a line for each fault."""
    return [*_document(pdf), *_structure(pdf), *_annotations(pdf), *_content(pdf), *_typefaces(pdf)]


def _document(pdf: Pdf) -> Iterator[str]:
    root = pdf.Root
    metadata = bytes(root.Metadata.read_bytes()).decode()
    facts = {
        "06-001 no metadata of PDF/UA": re.search(r"pdfuaid[^>]*part[=>\"' ]*1|part>1<", metadata),
        "06-003 no title in the metadata": "dc:title" in metadata or "<title>" in metadata or ":title" in metadata,
        "07-001 the title is not shown": bool(root.ViewerPreferences.DisplayDocTitle),
        "11-006 no language": str(root.get("/Lang", "")) == "en",
        "06-002 not marked as tagged": bool(root.MarkInfo.Marked),
        "no title": bool(str(pdf.docinfo.get("/Title", ""))),
    }
    yield from (told for told, is_so in facts.items() if not is_so)


def elements(pdf: Pdf) -> Iterator[tuple[Object, str, str]]:
    """Give each structure element with its type and that of its parent."""
    waiting: list[tuple[Object, str]] = [(pdf.Root.StructTreeRoot.K[0], "")]
    while waiting:
        element, parent = waiting.pop()
        kind = str(element.S)[1:]
        yield element, kind, parent
        kids = element.get("/K", Array([]))
        found = [
            kid for kid in (kids if isinstance(kids, Array) else [kids]) if isinstance(kid, Dictionary) and "/S" in kid
        ]
        waiting += [(kid, kind) for kid in reversed(found)]


def _structure(pdf: Pdf) -> Iterator[str]:
    last, ids = 0, set[str]()
    for element, kind, parent in elements(pdf):
        if kind not in STANDARD:
            yield f"02-001 {kind} is no standard type"
        if kind in PARENTS and parent not in PARENTS[kind]:
            yield f"09-004 {kind} stands in {parent}"
        if kind == "Figure" and not str(element.get("/Alt", "")):
            yield "13-004 a figure without a text"
        if re.fullmatch(r"H[1-6]", kind):
            level = int(kind[1])
            if level > last + 1:
                yield f"14-003 H{level} after H{last}"
            last = level
        if "/ID" in element:
            if (id_ := str(element.ID)) in ids:
                yield f"the id {id_} is used twice"
            ids.add(id_)


def _annotations(pdf: Pdf) -> Iterator[str]:
    for number, page in enumerate(pdf.pages, 1):
        links = list(page.obj.get("/Annots", []))
        if links and page.obj.get("/Tabs") != Name.S:
            yield f"28-008 page {number}: links are not in the order of the text"
        for link in links:
            if "/StructParent" not in link:
                yield f"28-010 page {number}: a link without a tag"
            if not str(link.get("/Contents", "")):
                yield f"28-005 page {number}: a link that says nothing"


def _content(pdf: Pdf) -> Iterator[str]:
    for number, page in enumerate(pdf.pages, 1):
        if bare := _untagged(page):
            yield f"01-005 page {number}: {bare} texts are neither tagged nor decoration"


def _untagged(page: Page) -> int:
    depth, bare = 0, 0
    for instruction in parse_content_stream(page):
        operator = str(instruction.operator)
        depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(operator, 0)
        bare += operator in TEXT and depth == 0
    return bare


def _typefaces(pdf: Pdf) -> Iterator[str]:
    for thing in pdf.objects:
        if isinstance(thing, Dictionary) and thing.get("/Type") == Name.FontDescriptor and "/FontFile2" not in thing:
            yield f"31-009 {thing.FontName} is not embedded"
        if isinstance(thing, Dictionary) and thing.get("/Subtype") == Name.Type0 and "/ToUnicode" not in thing:
            yield f"31-027 {thing.BaseFont} does not say what its glyphs mean"
