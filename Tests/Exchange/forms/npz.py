"""Arrays of NumPy in `.npz` files."""

import numpy
import sklearn.datasets

from forms.form import TEST, WORDS, Read, form, grey, halves, in_colour


def npz(path, save=numpy.savez, **arrays):
    """Writes arrays, and returns what NumPy reads in the file."""
    save(path, **arrays)
    with numpy.load(path) as file:
        return {name: file[name] for name in file.files}


def keras(name, save):
    @form("NPZ", f"Keras' `mnist.npz`, {name}", "npz: d.npz", f"`numpy.{save.__name__}`", "`numpy.load`")
    def make(folder, images, labels):
        (a, b), (c, d) = halves(images), halves(labels)
        read = npz(folder / "d.npz", save, x_train=a, y_train=c, x_test=b, y_test=d)
        return Read(grey(numpy.concatenate([read["x_train"], read["x_test"]])),
                    numpy.concatenate([read["y_train"], read["y_test"]]), test=TEST)


keras("stored", numpy.savez)
keras("deflated", numpy.savez_compressed)


@form("NPZ", "images to predict", "npz: d.npz", "`x_train`, `y_train` and `x_test` alone", "`numpy.load`")
def npz_predict(folder, images, labels):
    (a, b), (c, _) = halves(images), halves(labels)
    read = npz(folder / "d.npz", x_train=a, y_train=c, x_test=b)
    return Read(grey(numpy.concatenate([read["x_train"], read["x_test"]])), read["y_train"], test=TEST)


@form("NPZ", "MedMNIST's names, colour", "npz: d.npz",
      "`train_images` N × 28 × 20 × 3, `train_labels` N × 1, …", "`numpy.load`")
def medmnist(folder, images, labels):
    (a, b), (c, d) = halves(in_colour(images)), halves(labels[:, None])
    read = npz(folder / "d.npz", train_images=a, train_labels=c, test_images=b, test_labels=d,
               val_images=a[:3], val_labels=c[:3])
    return Read(
        numpy.concatenate([read["train_images"], read["test_images"]]).transpose(0, 3, 1, 2),
        numpy.concatenate([read["train_labels"], read["test_labels"]])[:, 0], test=TEST)


@form("NPZ", "arrays of other names", "npz: d.npz\nimages: a\nlabels: b", "`a`, `b`", "`numpy.load`")
def npz_named(folder, images, labels):
    read = npz(folder / "d.npz", a=images, b=labels, c=labels)
    return Read(grey(read["a"]), read["b"])


@form("NPZ", "names for labels", "npz: d.npz", "labels of type `<U5`", "`numpy.load`")
def npz_names(folder, images, labels):
    read = npz(folder / "d.npz", x=images, y=numpy.array(WORDS)[labels])
    names = sorted(WORDS)
    return Read(grey(read["x"]), numpy.array([names.index(name) for name in read["y"]]), names)


@form("NPZ", "scikit-learn's digits", "npz: d.npz\nlevels: 16", "`data` and `target` of `load_digits`",
      "`numpy.load`")
def npz_scikit_learn(folder, images, labels):
    digits = sklearn.datasets.load_digits()
    read = npz(folder / "d.npz", data=digits.data, target=digits.target)
    return Read(read["data"].reshape(-1, 1, 8, 8), read["target"], levels=16)


@form("NPZ", "fractions from 0 to 1", "npz: d.npz\nlevels: 1", "MNIST's levels divided by 255",
      "`numpy.load`, times 255")
def npz_fractions(folder, images, labels):
    read = npz(folder / "d.npz", x=images / 255, y=labels)
    return Read(grey((read["x"] * 255).round()), read["y"])


@form("NPZ", "yes or no", "npz: d.npz\nlevels: 1", "an array of type `bool`", "`numpy.load`, times 255")
def npz_booleans(folder, images, labels):
    read = npz(folder / "d.npz", x=images > 99, y=labels)
    return Read(grey(read["x"] * 255), read["y"])


@form("NPZ", "in colour, channels first, in Fortran order", "npz: d.npz", "N × 3 × 28 × 20", "`numpy.load`")
def npz_planes(folder, images, labels):
    read = npz(folder / "d.npz", x=numpy.asfortranarray(in_colour(images).transpose(0, 3, 1, 2)), y=labels)
    return Read(read["x"], read["y"])


@form("NPZ", "on their side", "npz: d.npz\norient: transposed", "each image transposed", "`numpy.load`, transposed")
def npz_transposed(folder, images, labels):
    read = npz(folder / "d.npz", x=numpy.ascontiguousarray(images[:, :, 4:24].transpose(0, 2, 1)), y=labels)
    return Read(grey(read["x"].transpose(0, 2, 1)), read["y"])


TYPES = ["u1", "<u2", ">u2", "<i4", ">i8", "<f2", "<f4", ">f8"]


def ordered(dtype, order):
    @form("NPZ", "whole numbers and fractions of 8 to 64 bits, both byte orders, C and Fortran order",
          "npz: d.npz", "`x.astype(…, order=…)`: " + ", ".join(f"`{name}`" for name in TYPES), "`numpy.load`",
          f"{dtype} {order}")
    def make(folder, images, labels):
        read = npz(folder / "d.npz", numpy.savez_compressed, x=images.astype(dtype, order=order),
                   y=labels.astype(">i4")[:, None])
        return Read(grey(read["x"].astype(int)), read["y"][:, 0])


for dtype in TYPES:
    for order in "CF":
        ordered(dtype, order)
