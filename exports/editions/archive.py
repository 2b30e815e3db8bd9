"""ZIP files that are the same bytes for the same content: no clock, no owner, no order of a folder."""

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

UNIX = 3
PLAIN_FILE = 0o100644 << 16
HARDEST = 9


def pack(files: Iterable[tuple[str, bytes]], moment: datetime, stored: str = "") -> bytes:
    """Give a ZIP of the files in the order given; `moment` is the date of each, and `stored` is not compressed."""
    packed = BytesIO()
    date = moment.timetuple()[:6]
    with ZipFile(packed, "w") as archive:
        for name, content in files:
            entry = ZipInfo(name, date)
            entry.create_system, entry.external_attr = UNIX, PLAIN_FILE
            archive.writestr(entry, content, ZIP_STORED if name == stored else ZIP_DEFLATED, HARDEST)
    return packed.getvalue()
