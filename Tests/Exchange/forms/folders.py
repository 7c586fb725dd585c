"""Folders of images, one a class."""

import pathlib

import numpy
import sklearn.datasets
from PIL import Image, ImageOps

from forms.form import TEST, WORDS, Read, form, halves, in_colour


def folders(folder, images, labels, ending="png", names=WORDS, mode=None, **options):
    """Writes a file for each image, and returns them as they are sorted: names and paths."""
    paths = []
    for number, (image, label) in enumerate(zip(images, labels)):
        path = folder / names[label] / f"{number:04}.{ending}"
        path.parent.mkdir(parents=True, exist_ok=True)
        picture = image if isinstance(image, Image.Image) else Image.fromarray(image)
        (picture.convert(mode) if mode else picture).save(
            path, {"png": "PNG"}.get(ending.lower(), "JPEG"), **options)
        paths.append(path)
    return sorted(paths)


def upright(path, mode):
    """An image as Pillow reads it, what is transparent lying on white."""
    image = ImageOps.exif_transpose(Image.open(path))
    if image.mode in ("LA", "RGBA") or "transparency" in image.info:
        image = image.convert("RGBA")
        white = Image.new("RGBA", image.size, "white")
        white.paste(image, (0, 0), image)
        image = white.convert("RGB")
    levels = numpy.asarray(image.convert(mode))
    return levels[None] if mode == "L" else levels.transpose(2, 0, 1)


def pillow(paths, mode):
    names = sorted({path.parent.name for path in paths})
    return Read(numpy.stack([upright(path, mode) for path in paths]),
                numpy.array([names.index(path.parent.name) for path in paths]), names)


def folder_form(name, file, channels, options="images: d", tool=None, images=lambda images: images, variant="",
                **written):
    mode = {1: "L", 3: "RGB"}[channels]

    @form("Folders", name, options, file, tool or f'Pillow, `convert("{mode}")`', variant)
    def make(folder, given, labels):
        return pillow(folders(folder / "d", images(given), labels, **written), mode)


folder_form("PNG, grey", "Pillow, `L`", 1)
folder_form("PNG in colour", "Pillow, `RGB`", 3, images=in_colour)
folder_form("colour as grey", "Pillow, `RGB`", 1, "images: d\nchannels: 1", images=in_colour)
folder_form("grey as colour", "Pillow, `L`", 3, "images: d\nchannels: 3")
folder_form("PNG with a palette", "Pillow, `P`", 3, images=in_colour, mode="P")
folder_form("PNG of one bit", "Pillow, `1`", 1, mode="1")
folder_form("JPEG, grey", "Pillow, `L`", 1, ending="jpg")
folder_form("JPEG in colour", "Pillow, `RGB`", 3, images=in_colour, ending="jpg")
folder_form("JPEG, progressive", "Pillow, `progressive=True`", 3, images=in_colour, ending="jpeg", progressive=True)
folder_form("endings in capitals", "`0001.PNG`", 1, ending="PNG")
folder_form("endings in capitals, JPEG", "`0001.JPEG`", 1, ending="JPEG")


def with_alpha(images):
    return [Image.merge("LA", (Image.fromarray(image), Image.fromarray(255 - image // 2))) for image in images]


def colour_with_alpha(images):
    return [Image.merge("RGBA", (*Image.fromarray(image).split(), Image.fromarray(255 - image[:, :, 0] // 2)))
            for image in in_colour(images)]


folder_form("PNG, grey with transparency", "Pillow, `LA`", 1, images=with_alpha, tool="Pillow, on white")
folder_form("PNG in colour with transparency", "Pillow, `RGBA`", 3, images=colour_with_alpha,
            tool="Pillow, on white")
folder_form("PNG with a palette and a transparent colour", "Pillow, `P`, `transparency=0`", 3, images=in_colour,
            mode="P", transparency=0, tool="Pillow, on white")


@form("Folders", "PNG of 16 bits", "images: d", "Pillow, `I;16`", "Pillow, divided by 257 and rounded")
def sixteen_bits(folder, images, labels):
    wide = images.astype("u2") * 257 + (numpy.arange(784, dtype="u2").reshape(28, 28) % 200) * (images < 255).astype("u2")
    paths = folders(folder / "d", wide, labels)
    read = pillow(paths, "L")
    read.images = numpy.stack([(numpy.asarray(Image.open(path)) / 257 + 0.5).astype(int) for path in paths])[:, None]
    return read


for number in range(1, 9):
    exif = Image.Exif()
    exif[0x0112] = number
    folder_form("photographs of EXIF's eight orientations", "Pillow, JPEG with `exif`", 3, images=in_colour,
                ending="jpg", exif=exif, tool="`ImageOps.exif_transpose`", variant=str(number))


@form("Folders", "images made equal in size", "images: d\nsize: 10x14", "twice as wide and high",
      "the mean of the area that each pixel covers, by NumPy")
def equal_sizes(folder, images, labels):
    read = pillow(folders(folder / "d", in_colour(images), labels), "RGB")
    areas = read.images.reshape(-1, 3, 14, 2, 10, 2).mean((3, 5))
    read.images = numpy.floor(areas + 0.5)
    return read


@form("Folders", "photographs of another size, made smaller", "images: d\nsize: 64x32",
      "scikit-learn's two JPEG files as they ship, 640 × 427",
      "Pillow, and the mean of the area that each pixel covers, by NumPy")
def photographs(folder, images, labels):
    shipped = pathlib.Path(sklearn.datasets.__file__).parent / "images"
    read = []
    for name in ("china", "flower"):
        (folder / "d" / name).mkdir(parents=True)
        path = folder / "d" / name / f"{name}.jpg"
        path.write_bytes((shipped / f"{name}.jpg").read_bytes())
        levels = numpy.asarray(Image.open(path)).astype(int)
        read.append([area_mean(levels[:, :, channel], 32, 64) for channel in range(3)])
    return Read(numpy.array(read), numpy.array([0, 1]), ["china", "flower"])


def area_mean(plane, height, width):
    """The mean of the area that each of fewer pixels covers, a half rounded up, in whole numbers."""
    def cover(old, new):
        ends, pixels = numpy.arange(1, new + 1)[:, None] * old, numpy.arange(old) * new
        return numpy.clip(numpy.minimum(ends, pixels + new) - numpy.maximum(ends - old, pixels), 0, None)

    area = plane.size
    return (2 * (cover(plane.shape[0], height) @ plane @ cover(plane.shape[1], width).T) + area) // (2 * area)


@form("Folders", "a folder of images to predict", "images: d\ntest: t", "a folder of files beside those of classes",
      'Pillow, `convert("L")`')
def folder_to_predict(folder, images, labels):
    read = pillow(folders(folder / "d", halves(images)[0], halves(labels)[0]), "L")
    rest = folders(folder, halves(images)[1], 0 * halves(labels)[1], names=["t"])
    read.test = TEST
    read.images = numpy.concatenate([read.images, pillow(rest, "L").images])
    return read


@form("Folders", "folders for training and test, with a folder for each class", "images: d/train\ntest: d/test",
      "as Keras and PyTorch have them", 'Pillow, `convert("L")`')
def nested(folder, images, labels):
    (a, b), (c, d) = halves(images), halves(labels)
    names = [f"{number:02}" for number in range(10)]
    parts = [pillow(folders(folder / f"d/{part}", *given, names=names), "L")
             for part, given in (("train", (a, c)), ("test", (b, d)))]
    return Read(numpy.concatenate([part.images for part in parts]),
                numpy.concatenate([part.labels for part in parts]), names, test=TEST)


@form("Folders", "what systems leave in folders", "images: d",
      "`.DS_Store`, `Thumbs.db`, `desktop.ini` and `__MACOSX` beside images", 'Pillow, `convert("L")`')
def left_over(folder, images, labels):
    read = pillow(folders(folder / "d", images, labels), "L")
    for place in [folder / "d", folder / "d/two"]:
        for name in (".DS_Store", "Thumbs.db", "desktop.ini", "._0001.png"):
            (place / name).write_bytes(b"\0" * 99)
    for name in ("__MACOSX", ".ipynb_checkpoints"):
        (folder / "d" / name / "two").mkdir(parents=True)
        (folder / "d" / name / "two/._0001.png").write_bytes(b"\0\5\x16\7")
    return read


@form("Folders", "classes and files by their numbers", "images: d", "`class2` before `class10`, `9.png` before `10.png`",
      'Pillow, `convert("L")`')
def numbered(folder, images, labels):
    read, places = [], []
    for label in range(10):
        for number in numpy.flatnonzero(labels == label):
            path = folder / f"d/class{label + 1}/{number}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            Image.fromarray(images[number]).save(path)
            read.append(upright(path, "L"))
            places.append(label)
    return Read(numpy.stack(read), numpy.array(places), [f"class{label + 1}" for label in range(10)])
