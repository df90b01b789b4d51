#!/usr/bin/python3
"""Writes the goldens beside this file: what Pillow and torchvision make of the same pictures.

Made with Pillow 9.4.0, torch 1.13.0, torchvision 0.14.1 (Debian 12: python3-torchvision).
The tests read the files and need no Python.
"""
import hashlib
import io
import random
import struct
import zlib
from pathlib import Path

import numpy
from PIL import Image
from torchvision import transforms
from torchvision.transforms import functional

HERE = Path(__file__).parent
PHOTOS = HERE.parents[2] / "samples" / "AlexNet" / "Photos"
FILES = HERE / "Files"
FILTERS = {"Bilinear": Image.BILINEAR, "Bicubic": Image.BICUBIC}


def noise(seed, width, height):
    """A picture of noise that the tests can make themselves: the upper bytes of a linear congruential generator."""
    state, out = seed, bytearray()
    for _ in range(width * height * 3):
        state = (state * 1664525 + 1013904223) & 0xFFFFFFFF
        out.append(state >> 24)
    return Image.frombytes("RGB", (width, height), bytes(out))


def steps(seed, width, height):
    """Only 0 and 255, where the cubic filter overshoots."""
    return noise(seed, width, height).point(lambda value: 255 if value >= 128 else 0)


def digest(data):
    return hashlib.sha256(data).hexdigest()


def digest_or_hex(data, limit=256):
    return data.hex() if len(data) <= limit else "sha256:" + digest(data)


def write(name, rows):
    (HERE / name).write_text("".join("\t".join(map(str, row)) + "\n" for row in rows))


def resizing():
    sizes = [
        (1, 1, 1, 1), (1, 1, 7, 5), (5, 3, 3, 2), (3, 2, 5, 3), (7, 5, 1, 1), (2, 2, 3, 3), (4, 4, 4, 4),
        (9, 1, 4, 1), (1, 9, 1, 4), (1, 9, 9, 1), (13, 7, 13, 3), (13, 7, 5, 7), (8, 8, 4, 4), (16, 16, 8, 2),
        (31, 17, 64, 64), (64, 64, 31, 17), (101, 67, 100, 68), (100, 100, 101, 99), (257, 129, 33, 200),
        (1000, 2, 3, 50), (2, 1000, 50, 3), (2000, 1, 1, 1), (1, 2000, 1, 2), (3, 3, 300, 1), (500, 3, 1, 300),
        (320, 240, 341, 256), (227, 227, 224, 224), (333, 250, 256, 192), (65535, 1, 3, 2), (2, 3, 4096, 1),
    ]
    for seed, (width, height, to_width, to_height) in enumerate(sizes, 1):
        for name, filter_ in FILTERS.items():
            for make in (noise, steps):
                result = make(seed, width, height).resize((to_width, to_height), filter_)
                yield make.__name__, seed, width, height, to_width, to_height, name, digest_or_hex(result.tobytes())


def shorter_sides():
    generator = random.Random(1)
    for _ in range(200):
        width, height, size = (generator.randint(1, limit) for limit in (5000, 5000, 600))
        to_height, to_width = functional._compute_resized_output_size((height, width), [size])
        yield size, width, height, to_width, to_height


def torchvision(image, size=256, crop=(224, 224)):
    return transforms.Compose([
        transforms.Resize(size), transforms.CenterCrop(crop), transforms.ToTensor(),
        transforms.Normalize((0.485, 0.456, 0.406), (0.229, 0.224, 0.225)),
    ])(image).numpy()


def torchvision_bicubic(image):
    return transforms.Compose([
        transforms.Resize(256, transforms.InterpolationMode.BICUBIC), transforms.CenterCrop(224), transforms.ToTensor(),
        transforms.Normalize((0.485, 0.456, 0.406), (0.229, 0.224, 0.225)),
    ])(image).numpy()


def blue_green_red(image):
    pixels = numpy.asarray(image).astype(numpy.float32)[:, :, ::-1].transpose(2, 0, 1)
    return pixels - numpy.array([104, 117, 123], numpy.float32).reshape(3, 1, 1)


def caffe(image):
    return blue_green_red(image.resize((256, 256), Image.BILINEAR).crop((14, 14, 14 + 227, 14 + 227)))


def squeezenet(image):
    return blue_green_red(functional.center_crop(functional.resize(image, 256), 227))


WAYS = {"Torchvision": torchvision, "TorchvisionBicubic": torchvision_bicubic, "Caffe": caffe, "SqueezeNet": squeezenet}


def floats(array):
    return numpy.ascontiguousarray(array, "<f4").tobytes()


def preprocessing():
    sizes = [(451, 300), (300, 451), (256, 256), (255, 257), (224, 224), (1, 1), (3, 200), (640, 427), (37, 41), (1023, 31)]
    for seed, (width, height) in enumerate(sizes, 100):
        for name, way in WAYS.items():
            yield name, seed, width, height, digest(floats(way(noise(seed, width, height))))


def centre_crops():
    """Every remainder of the crop's rounding, on pictures that are not resized."""
    for side in range(20, 32):
        image = noise(side, side, side)
        yield side, 17, 18, digest(floats(torchvision(image, side, (17, 18))))


def every_value():
    """Channel by channel, what the 256 values become."""
    values = numpy.arange(256, dtype=numpy.uint8).reshape(16, 16)
    return floats(torchvision(Image.fromarray(numpy.stack([values] * 3, 2)), 16, (16, 16)))


def photos():
    for name in ("chelsea.png", "coffee.png"):
        image = Image.open(PHOTOS / name).convert("RGB")
        yield name, "Pixels", digest(image.tobytes())
        yield name, "Grayscale", digest(floats(numpy.asarray(image.convert("L")).astype(numpy.float32) / numpy.float32(255)))
        for filter_name, filter_ in FILTERS.items():
            yield name, filter_name + "199x301", digest(image.resize((199, 301), filter_).tobytes())
        for way_name, way in WAYS.items():
            yield name, way_name, digest(floats(way(image)))


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def interlaced_png(width, height, depth, color, samples, extra=b""):
    """An Adam7 PNG; samples[y][x] are tuples of the pixel's channels. Pillow reads those but does not write them."""
    raw = bytearray()
    for x0, y0, dx, dy in ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)):
        for y in range(y0, height, dy):
            bits = "".join(format(value, f"0{depth}b") for x in range(x0, width, dx) for value in samples[y][x])
            if bits:
                bits += "0" * (-len(bits) % 8)
                raw += b"\0" + int(bits, 2).to_bytes(len(bits) // 8, "big")
    header = struct.pack(">IIBBBBB", width, height, depth, color, 0, 0, 1)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + extra + chunk(b"IDAT", zlib.compress(bytes(raw), 9)) + chunk(b"IEND", b"")


def plain_png(width, height, depth, color, raw, extra=b""):
    header = struct.pack(">IIBBBBB", width, height, depth, color, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + extra + chunk(b"IDAT", zlib.compress(raw, 9)) + chunk(b"IEND", b"")


def restarting_jpeg(blocks_wide, blocks_high, interval, differences):
    """A grey JPEG of flat blocks, one byte each: DC code 0, six bits of difference, AC code 0 (end of block)."""
    def segment(marker, data):
        return bytes([0xFF, marker]) + struct.pack(">H", len(data) + 2) + data
    data = bytearray()
    for i, difference in enumerate(differences):
        if i and i % interval == 0:
            data += bytes([0xFF, 0xD0 + (i // interval - 1) % 8])
        six = difference if difference > 0 else difference + 63
        data.append(six << 1)
    return (b"\xFF\xD8" + segment(0xDB, bytes([0]) + bytes([8] * 64))
            + segment(0xC0, struct.pack(">BHHB", 8, blocks_high * 8, blocks_wide * 8, 1) + bytes([1, 0x11, 0]))
            + segment(0xC4, bytes([0x00, 1] + [0] * 15 + [6])) + segment(0xC4, bytes([0x10, 1] + [0] * 15 + [0]))
            + segment(0xDD, struct.pack(">H", interval)) + segment(0xDA, bytes([1, 1, 0, 0, 63, 0])) + bytes(data) + b"\xFF\xD9")


def png_files():
    colors, greys = noise(7, 13, 7), noise(8, 13, 7).convert("L")
    alpha = noise(9, 13, 7).convert("L")
    palette = colors.quantize(16)

    def saved(image, **options):
        stream = io.BytesIO()
        image.save(stream, "PNG", **options)
        return stream.getvalue()
    yield "rgb", saved(colors)
    yield "rgba", saved(Image.merge("RGBA", (*colors.split(), alpha)))
    yield "rgb-transparent-colour", saved(colors, transparency=colors.getpixel((0, 0)))
    yield "grey", saved(greys)
    yield "grey-alpha", saved(Image.merge("LA", (greys, alpha)))
    yield "grey-1-bit", saved(greys.convert("1"))
    yield "grey-2-bit", plain_png(13, 3, 2, 0, b"".join(b"\0" + bytes([0x1B, 0xE4, 0x93, 0xC0]) for _ in range(3)))
    yield "grey-4-bit", plain_png(3, 2, 4, 0, b"\0\x01\x20\0\xFE\x70")
    yield "palette-8-bit", saved(palette, bits=8)
    yield "palette-4-bit", saved(palette, bits=4)
    yield "palette-2-bit", saved(colors.quantize(4), bits=2)
    yield "palette-transparent", saved(palette, transparency=bytes(range(0, 256, 16)))
    grid = [[tuple(colors.getpixel((x, y))) for x in range(13)] for y in range(7)]
    yield "rgb-interlaced", interlaced_png(13, 7, 8, 2, grid)
    yield "grey-2-bit-interlaced", interlaced_png(11, 9, 2, 0, [[((x * 7 + y * 3) % 4,) for x in range(11)] for y in range(9)])
    yield "palette-1-bit-interlaced-1x1", interlaced_png(1, 1, 1, 3, [[(1,)]], chunk(b"PLTE", bytes([1, 2, 3, 4, 5, 6])))
    yield "rgb-interlaced-2x1", interlaced_png(2, 1, 8, 2, [[(1, 2, 3), (4, 5, 6)]])


def jpeg_files():
    photo = Image.open(PHOTOS / "chelsea.png").convert("RGB").crop((130, 60, 130 + 45, 60 + 35))

    def saved(image, **options):
        stream = io.BytesIO()
        image.save(stream, "JPEG", quality=80, **options)
        return stream.getvalue()
    yield "444", saved(photo, subsampling=0)
    yield "422", saved(photo, subsampling=1)
    yield "420", saved(photo, subsampling=2)
    yield "progressive-420", saved(photo, progressive=True, subsampling=2)
    yield "progressive-444", saved(photo, progressive=True, subsampling=0)
    yield "grey", saved(photo.convert("L"))
    yield "grey-progressive", saved(photo.convert("L"), progressive=True)
    yield "restarts", restarting_jpeg(3, 2, 2, [40, -33, 50, 36, -40, -60])


def unsupported_files():
    photo = noise(3, 16, 16)
    stream = io.BytesIO()
    photo.convert("CMYK").save(stream, "JPEG")
    yield "cmyk.jpg", stream.getvalue()
    yield "16-bit.png", plain_png(2, 2, 16, 2, b"\0" + bytes(12) + b"\0" + bytes(12))
    for kind in ("BMP", "GIF", "TIFF"):
        stream = io.BytesIO()
        photo.save(stream, kind)
        yield "other." + kind.lower(), stream.getvalue()


def files():
    FILES.mkdir(exist_ok=True)
    for old in FILES.iterdir():
        old.unlink()
    for extension, made in (("png", png_files()), ("jpg", jpeg_files())):
        for name, data in made:
            (FILES / f"{name}.{extension}").write_bytes(data)
            image = Image.open(io.BytesIO(data)).convert("RGB")
            yield f"{name}.{extension}", image.width, image.height, image.tobytes().hex()
    for name, data in unsupported_files():
        (FILES / name).write_bytes(data)


def rocket():
    """Two windows of Pillow's decoding at full size and the whole at a quarter."""
    image = Image.open(PHOTOS / "rocket.jpg").convert("RGB")
    image.crop((280, 100, 280 + 80, 100 + 80)).save(HERE / "rocket-280-100.png", optimize=True)
    image.crop((40, 330, 40 + 80, 330 + 80)).save(HERE / "rocket-40-330.png", optimize=True)
    image.resize((160, 107), Image.BILINEAR).save(HERE / "rocket-160x107.png", optimize=True)


write("resizing.tsv", resizing())
write("shorter-sides.tsv", shorter_sides())
write("preprocessing.tsv", preprocessing())
write("centre-crops.tsv", centre_crops())
(HERE / "every-value.f32").write_bytes(every_value())
write("photos.tsv", photos())
write("files.tsv", files())
rocket()
