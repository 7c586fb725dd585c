"""IDX files, as MNIST and its family have them."""

import gzip
import struct

import numpy

from forms.form import DIGITS, LETTERS, TEST, Read, form, grey, halves, in_colour

TYPES = {"u1": 8, "i1": 9, ">i2": 11, ">i4": 12, ">f4": 13, ">f8": 14}


def idx(array, dtype="u1"):
    sizes = b"".join(struct.pack(">I", size) for size in array.shape)
    return bytes([0, 0, TYPES[dtype], array.ndim]) + sizes + array.astype(dtype).tobytes()


def read_idx(data):
    """What NumPy reads in the bytes of an IDX file."""
    dtype = {number: dtype for dtype, number in TYPES.items()}[data[2]]
    sizes = struct.unpack_from(f">{data[3]}I", data, 4)
    return numpy.frombuffer(data, dtype, offset=4 + 4 * data[3]).reshape(sizes)


IDX_NAMES = [("train", "images", 3), ("train", "labels", 1), ("t10k", "images", 3), ("t10k", "labels", 1)]


def write_idx(folder, images, labels, name="{part}-{role}-idx{rank}-ubyte", pack=lambda data: data,
              types=("u1", "u1"), parts=("train", "t10k")):
    """Writes four files, and returns what NumPy reads in them."""
    folder.mkdir(parents=True, exist_ok=True)
    read = {"images": [], "labels": []}
    for part, half in zip(parts, (0, 1)):
        for role, array, dtype in zip(("images", "labels"), (images, labels), types):
            data = idx(halves(array)[half], dtype)
            rank = halves(array)[half].ndim
            (folder / name.format(part=part, role=role, rank=rank)).write_bytes(pack(data))
            read[role].append(read_idx(data))
    return numpy.concatenate(read["images"]), numpy.concatenate(read["labels"])


@form("IDX", "as downloaded", "mnist: d", "MNIST's four files", "`numpy.frombuffer`")
def idx_plain(folder, images, labels):
    images, labels = write_idx(folder / "d", images, labels)
    return Read(grey(images), labels, test=TEST)


@form("IDX", "gzipped", "mnist: d", "the same, by `gzip.compress`", "`numpy.frombuffer`")
def idx_gzip(folder, images, labels):
    images, labels = write_idx(
        folder / "d", images, labels, "{part}-{role}-idx{rank}-ubyte.gz", gzip.compress)
    return Read(grey(images), labels, test=TEST)


@form("IDX", "names with dots; gzip of several members with zeros behind", "mnist: d",
      "`train-images.idx3-ubyte.gz` of two members", "`numpy.frombuffer`")
def idx_dots(folder, images, labels):
    images, labels = write_idx(
        folder / "d", images, labels, "{part}-{role}.idx{rank}-ubyte.gz",
        lambda data: gzip.compress(data[:99]) + gzip.compress(data[99:]) + bytes(512))
    return Read(grey(images), labels, test=TEST)


@form("IDX", "a folder that an unzip has left in a file's place", "mnist: d",
      "`train-images-idx3-ubyte/train-images.idx3-ubyte`", "`numpy.frombuffer`")
def idx_unzipped(folder, images, labels):
    for part, role, rank in IDX_NAMES:
        (folder / f"d/{part}-{role}-idx{rank}-ubyte").mkdir(parents=True)
    images, labels = write_idx(
        folder / "d", images, labels,
        "{part}-{role}-idx{rank}-ubyte/{part}-{role}.idx{rank}-ubyte")
    return Read(grey(images), labels, test=TEST)


@form("IDX", "files of any name, one by one", "mnist: [d/a, d/b, d/c, d/e]",
      "four files whose names say nothing", "`numpy.frombuffer`")
def idx_one_by_one(folder, images, labels):
    read = write_idx(folder / "d", images, labels)
    for (part, role, rank), name in zip(IDX_NAMES, "abce"):
        (folder / f"d/{part}-{role}-idx{rank}-ubyte").rename(folder / "d" / name)
    return Read(grey(read[0]), read[1], test=TEST)


@form("IDX", "files for training alone", "mnist: [d/train-images-idx3-ubyte, d/train-labels-idx1-ubyte]",
      "two files", "`numpy.frombuffer`")
def idx_pair(folder, images, labels):
    images, labels = write_idx(folder / "d", images, labels)
    return Read(grey(halves(images)[0]), halves(labels)[0])


def emnist(split, classes, first, names):
    @form("IDX", f"EMNIST's {split}, among other splits", f"mnist: d/emnist-{split}",
          "images on their side" + (", labels from 1" if first else ""),
          "`numpy.frombuffer`, transposed; the mapping that comes with EMNIST")
    def make(folder, images, labels):
        for other in ("letters", "mnist"):
            write_idx(folder / "d", images[:8], labels[:8] + 1,
                      "emnist-" + other + "-{part}-{role}-idx{rank}-ubyte.gz", gzip.compress,
                      parts=("train", "test"))
        numbers = (labels + 10 * numpy.arange(len(labels))) % classes + first
        read = write_idx(folder / "d", images.transpose(0, 2, 1), numbers,
                         "emnist-" + split + "-{part}-{role}-idx{rank}-ubyte.gz", gzip.compress,
                         parts=("train", "test"))
        return Read(grey(read[0].transpose(0, 2, 1)), read[1].astype(int) - first, names, test=TEST)


emnist("letters", 26, 1, LETTERS)
emnist("balanced", 47, 0, DIGITS + LETTERS + list("abdefghnqrt"))
emnist("bymerge", 47, 0, DIGITS + LETTERS + list("abdefghnqrt"))
emnist("byclass", 62, 0, DIGITS + LETTERS + [letter.lower() for letter in LETTERS])
emnist("digits", 10, 0, None)


@form("IDX", "QMNIST's wide labels", "mnist: d", "labels of eight 32-bit numbers",
      "`numpy.frombuffer`, the first number")
def qmnist(folder, images, labels):
    wide = numpy.stack([labels.astype(int)] + [numpy.arange(len(labels)) * 7 + k for k in range(7)], 1)
    names = "qmnist-{part}-{role}-idx{rank}-"
    write_idx(folder / "d", images, labels, names + "ubyte.gz", gzip.compress, parts=("train", "test"))
    for file in (folder / "d").glob("*labels*"):
        file.unlink()
    for part, half in zip(("train", "test"), halves(wide)):
        path = folder / f"d/qmnist-{part}-labels-idx2-int.gz"
        path.write_bytes(gzip.compress(idx(half, ">i4")))
    read = [read_idx(gzip.decompress(path.read_bytes())) for path in
            (folder / f"d/qmnist-{part}-labels-idx2-int.gz" for part in ("train", "test"))]
    return Read(grey(images), numpy.concatenate(read)[:, 0], test=TEST)


def typed(dtype, words, scale=1, options=""):
    @form("IDX", words, "mnist: d" + options, f"whole levels as `{dtype}`", "`numpy.frombuffer`")
    def make(folder, images, labels):
        read = write_idx(folder / "d", images // scale, labels, types=(dtype, ">i4"))
        return Read(grey(read[0].astype(int)), read[1], levels=255 // scale, test=TEST)


typed("i1", "signed bytes", 2, "\nlevels: 127")
typed(">i2", "16-bit numbers")
typed(">i4", "32-bit numbers")
typed(">f4", "32-bit fractions")
typed(">f8", "64-bit fractions")


@form("IDX", "20 pixels wide, 28 high", "mnist: d", "the middle of MNIST's images", "`numpy.frombuffer`")
def idx_tall(folder, images, labels):
    images, labels = write_idx(folder / "d", images[:, :, 4:24], labels)
    return Read(grey(images), labels, test=TEST)


@form("IDX", "rows of levels", "mnist: d\nsize: 28x28", "N × 784 numbers", "`numpy.frombuffer`")
def idx_flat(folder, images, labels):
    images, labels = write_idx(folder / "d", images.reshape(-1, 784), labels)
    return Read(images.reshape(-1, 1, 28, 28), labels, test=TEST)


@form("IDX", "in colour, channels last", "mnist: d", "N × 28 × 20 × 3 numbers", "`numpy.frombuffer`")
def idx_colour(folder, images, labels):
    images, labels = write_idx(folder / "d", in_colour(images), labels)
    return Read(images.transpose(0, 3, 1, 2), labels, test=TEST)
