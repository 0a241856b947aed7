"""Small pages of our own invention, for tests that need some to trace."""

from __future__ import annotations

FERRY = (
    "Ferry stays in harbour for a third day\n\n"
    "SKERRY, 2 May 2031 - The ferry to Skerry did not sail on Monday for the third day running, "
    "the harbour master said, and some 300 passengers slept in the school hall.\n\n"
    "The storm is expected to pass by Wednesday, Ada Holm told passengers on the quay. She said "
    "that no boat would leave before the wind had fallen below forty knots.\n\n"
    "The mayor declined to comment on the state of the pier.\n"
)
COPY = "<html><head><title>Ferry</title></head><body><article>{}</article></body></html>".format(
    "".join(f"<p>{line}</p>" for line in FERRY.split("\n\n"))
)
BRIDGE = (
    "Bridge over the Lune to close in June\n\n"
    "LUNEBURY, 3 May 2031 - The old bridge over the Lune will close for eleven weeks from June, "
    "the county council announced on Tuesday after divers had found cracks in two of its piers.\n\n"
    '"We would rather close it than mourn it," council leader Ida Brandt told reporters. According '
    "to the Lunebury Courier, engineers warned of the cracks four years ago.\n\n"
    "A spokesman for the railway denied that trains would be halted.\n"
)
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256))

PAGES = {
    "ferry.txt": FERRY.encode(),
    "copies/ferry.html": COPY.encode(),
    "bridge.txt": BRIDGE.encode(),
    "picture.png": PICTURE,
    "empty.txt": b"",
    "list.txt": b"Home\nNews\nSport\n",
}


def write_pages(folder, pages=None):
    """Write pages below a folder and return their paths."""
    paths = []
    for name, data in (pages or PAGES).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        paths.append(path)
    return paths
