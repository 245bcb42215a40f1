"""Pictures without what cameras and programs add: place, time, device, comments, and what follows the end."""

from __future__ import annotations

import struct
import zlib

from sightline.foundation.documents.rules import NotAccepted

MOST_PIXELS = 60_000_000
DAMAGED = "This picture is damaged. Open it, save it again and send that."
TOO_MANY_PIXELS = (
    f"This picture has more than {MOST_PIXELS // 1_000_000} million pixels. Make it smaller and send that."
)

START, END, SCAN = 0xD8, 0xD9, 0xDA
FRAMES = {0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF}
KEPT_SEGMENTS = {
    0xDB,
    0xC4,
    0xCC,
    0xDD,
    0xDA,
    0xE0,
    0xEE,
} | FRAMES  # tables, frames, scans, JFIF and Adobe's colour mark
ORIENTATION = 0x0112  # Exif: which side of the picture is up

CRITICAL = {b"IHDR", b"PLTE", b"IDAT", b"IEND"}
KEPT_CHUNKS = CRITICAL | {b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"bKGD", b"pHYs"}
SPARE = 100_000  # bytes by which packed pixels may unpack to more than the picture needs
CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}


def plain_jpeg(content: bytes) -> bytes:
    """A JPEG with its picture, its colours and which side is up, and nothing else; raises NotAccepted if damaged."""
    kept, place, seen_frame, seen_scan = [b"\xff\xd8"], 2, False, False
    try:
        while True:
            marker, place = next_marker(content, place)
            if marker == END:
                break
            length = struct.unpack_from(">H", content, place)[0]
            segment = content[place : place + length]
            if length < 2 or len(segment) != length:
                raise NotAccepted(DAMAGED)
            if marker in FRAMES:
                look_at_frame(segment)
                seen_frame = True
            kept.append(segment_to_keep(marker, segment))
            place += length
            if marker == SCAN:
                seen_scan, ends = True, end_of_scan(content, place)
                kept.append(content[place:ends])
                place = ends
    except (struct.error, IndexError):
        raise NotAccepted(DAMAGED) from None
    if not (seen_frame and seen_scan):
        raise NotAccepted(DAMAGED)
    return b"".join([*kept, b"\xff\xd9"])


def next_marker(content: bytes, place: int) -> tuple[int, int]:
    """The marker at a place, and the place after it."""
    if content[place] != 0xFF:
        raise NotAccepted(DAMAGED)
    while content[place] == 0xFF:
        place += 1
    return content[place], place + 1


def look_at_frame(segment: bytes) -> None:
    """Refuse pictures too large to be shown safely."""
    height, width = struct.unpack_from(">HH", segment, 3)
    if not height * width:
        raise NotAccepted(DAMAGED)
    if height * width > MOST_PIXELS:
        raise NotAccepted(TOO_MANY_PIXELS)


def segment_to_keep(marker: int, segment: bytes) -> bytes:
    """A segment as it is kept: whole, as nothing, or Exif cut down to which side is up."""
    if marker in KEPT_SEGMENTS:
        return bytes([0xFF, marker]) + segment
    if marker == 0xE1 and segment[2:8] == b"Exif\x00\x00" and (up := orientation(segment[8:])):
        return orientation_only(up)
    return b""


def end_of_scan(content: bytes, place: int) -> int:
    """Where the coded picture ends and the next marker stands."""
    while True:
        place = content.find(b"\xff", place)
        if place < 0 or place + 1 >= len(content):
            raise NotAccepted(DAMAGED)
        if content[place + 1] != 0 and not 0xD0 <= content[place + 1] <= 0xD7:
            return place
        place += 2


def orientation(tiff: bytes) -> int:
    """Which side of the picture is up, from 2 to 8; 0 where it is as it lies or cannot be read."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return 0
    try:
        first = struct.unpack_from(f"{order}I", tiff, 4)[0]
        for number in range(struct.unpack_from(f"{order}H", tiff, first)[0]):
            tag, kind, count, value = struct.unpack_from(f"{order}HHIH", tiff, first + 2 + 12 * number)
            if tag == ORIENTATION and kind == 3 and count == 1:
                return int(value) if 2 <= value <= 8 else 0
    except struct.error:
        return 0
    return 0


def orientation_only(up: int) -> bytes:
    """An Exif segment that says which side is up and nothing else."""
    tiff = b"MM\x00*" + struct.pack(">IHHHIHHI", 8, 1, ORIENTATION, 3, 1, up, 0, 0)
    return b"\xff\xe1" + struct.pack(">H", len(tiff) + 8) + b"Exif\x00\x00" + tiff


def plain_png(content: bytes) -> bytes:
    """A PNG with its picture and its colours and nothing else; raises NotAccepted if damaged or a bomb."""
    kept, place, header, pixels = [content[:8]], 8, b"", []
    while True:
        if place + 12 > len(content):
            raise NotAccepted(DAMAGED)
        length, kind = struct.unpack_from(">I4s", content, place)
        body, chunk = content[place + 8 : place + 8 + length], content[place : place + 12 + length]
        if len(chunk) != 12 + length or zlib.crc32(kind + body) != struct.unpack(">I", chunk[-4:])[0]:
            raise NotAccepted(DAMAGED)
        if (kind == b"IHDR") != (place == 8):
            raise NotAccepted(DAMAGED)
        header = body if kind == b"IHDR" else header
        pixels += [body] if kind == b"IDAT" else []
        kept += [chunk] if kind in KEPT_CHUNKS else []
        place += len(chunk)
        if kind == b"IEND":
            break
    look_at_pixels(header, pixels)
    return b"".join(kept)


def look_at_pixels(header: bytes, pixels: list[bytes]) -> None:
    """Refuse a picture whose packed pixels are more, or fewer, than its size says."""
    try:
        width, height, depth, colour, *_, interlaced = struct.unpack(">IIBBBBB", header)
        row = (width * depth * CHANNELS[colour] + 7) // 8 + 1
    except (struct.error, KeyError):
        raise NotAccepted(DAMAGED) from None
    if width * height > MOST_PIXELS:
        raise NotAccepted(TOO_MANY_PIXELS)
    expected = row * height
    found = unpacked_size(pixels, most=expected * (2 if interlaced else 1) + SPARE)
    if found < (1 if interlaced else expected):
        raise NotAccepted(DAMAGED)


def unpacked_size(pixels: list[bytes], most: int) -> int:
    """How many bytes packed pixels unpack to; raises NotAccepted beyond `most`."""
    unpack, size = zlib.decompressobj(), 0
    try:
        for waiting in pixels:
            while waiting:
                size += len(unpack.decompress(waiting, 1_000_000))
                waiting = unpack.unconsumed_tail
                if size > most:
                    raise NotAccepted(DAMAGED)
    except zlib.error:
        raise NotAccepted(DAMAGED) from None
    return size
