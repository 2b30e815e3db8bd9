"""The description by which a browser offers the guide's search in its address bar (OpenSearch 1.1)."""

from pathlib import Path
from xml.etree.ElementTree import Element, ElementTree, SubElement, indent

NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/"
NAME_AT_MOST = 16
"""Characters that the specification allows for a short name."""


def write(site: Path, address: str, name: str, description: str) -> None:
    """Write site/opensearch.xml for a site at `address`, which ends in a slash."""
    root = Element("OpenSearchDescription", xmlns=NAMESPACE)
    SubElement(root, "ShortName").text = name[:NAME_AT_MOST].strip()
    SubElement(root, "LongName").text = name
    SubElement(root, "Description").text = description
    SubElement(root, "InputEncoding").text = "UTF-8"
    SubElement(root, "Image", type="image/svg+xml").text = f"{address}assets/images/favicon.svg"
    SubElement(root, "Url", type="text/html", template=f"{address}search/?q={{searchTerms}}")
    indent(root)
    ElementTree(root).write(site / "opensearch.xml", encoding="utf-8", xml_declaration=True)
