"""Pictures are light, opaque and the same size as before."""

import io

from PIL import Image, ImageDraw

from scripts.drawing.render import quantize_png


def test_a_picture_keeps_its_size_and_colours_and_loses_weight_and_transparency():
    picture = Image.new("RGBA", (400, 200), (255, 254, 251, 0))
    ImageDraw.Draw(picture).rectangle((10, 10, 90, 190), fill=(10, 91, 181, 255))
    for step in range(0, 400, 3):  # slanted lines, drawn large and scaled down, have the soft edges that weigh in full colour
        ImageDraw.Draw(picture).line((100 + step, 0, 130 + step * 2, 199), fill=(step % 256, 90, 160, 255))
    picture = picture.resize((1200, 600), Image.Resampling.LANCZOS)
    raw = io.BytesIO()
    picture.save(raw, "PNG")
    small = quantize_png(raw.getvalue())
    opened = Image.open(io.BytesIO(small))
    assert opened.size == (1200, 600) and opened.mode == "P" and "transparency" not in opened.info
    red, green, blue = opened.convert("RGB").getpixel((150, 300))
    assert max(abs(red - 10), abs(green - 91), abs(blue - 181)) <= 8
    assert len(small) < len(raw.getvalue())


def test_the_same_picture_gives_the_same_bytes():
    raw = io.BytesIO()
    Image.linear_gradient("L").convert("RGB").save(raw, "PNG")
    assert quantize_png(raw.getvalue()) == quantize_png(raw.getvalue())
