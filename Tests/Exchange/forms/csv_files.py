"""CSV files, a row an image."""

import csv as python
import gzip
import io
import pathlib

import numpy
import sklearn.datasets

from forms.form import TEST, WORDS, Read, form, grey, halves


def csv(folder, images, labels, *, to="d.csv", header=None, last=False, index=False, separator=",",
        write=str, quote="", end="\n", pack=lambda data: data, before=""):
    rows = [header] if header else []
    for row, (image, label) in enumerate(zip(images.reshape(len(images), -1), labels)):
        fields = [write(level) for level in image]
        fields = fields + [str(label)] if last else [str(label)] + fields
        rows.append(([str(row)] if index else []) + fields)
    text = "".join(separator.join(quote + field + quote for field in row) + end for row in rows)
    (folder / to).write_bytes(pack((before + text).encode()))
    # What NumPy reads in the file.
    data = numpy.genfromtxt(io.StringIO(text.replace('"', "")), delimiter=separator, dtype=str,
                            skip_header=1 if header else 0, comments=None)
    data = data[:, 1:] if index else data
    read, labels = (data[:, :-1], data[:, -1]) if last else (data[:, 1:], data[:, 0])
    return read.astype(float).reshape(images.shape), labels


def pixels(first=0, stem="pixel", count=784):
    return [f"{stem}{number}" for number in range(first, first + count)]


@form("CSV", "Kaggle's two files", "csv: d.csv\ntest: t.csv", "`label,pixel0,…`, and a file without labels",
      "`numpy.genfromtxt`")
def kaggle(folder, images, labels):
    read, numbers = csv(folder, halves(images)[0], halves(labels)[0], header=["label"] + pixels())
    rest = halves(images)[1].reshape(-1, 784)
    numpy.savetxt(folder / "t.csv", rest, "%d", ",", header=",".join(pixels()), comments="")
    rest = numpy.genfromtxt(folder / "t.csv", delimiter=",", skip_header=1).reshape(-1, 28, 28)
    return Read(grey(numpy.concatenate([read, rest])), numbers.astype(int), test=TEST)


def csv_form(name, options, file, **written):
    @form("CSV", name, options, file, "`numpy.genfromtxt`")
    def make(folder, images, labels):
        read, numbers = csv(folder, images, labels, **written)
        return Read(grey(read), numbers.astype(int))


csv_form("no header", "csv: d.csv", "rows that begin with the label")
csv_form("no header, label last", "csv: d.csv\nlabel: last", "rows that end with the label", last=True)
csv_form("label last, as OpenML has it", "csv: d.csv", "`pixel1,…,pixel784,class`", last=True,
         header=pixels(1) + ["class"])
csv_form("label named", "csv: d.csv\nlabel: what", "`what,0,1,…,783`", header=["what"] + pixels(stem=""))
csv_form("columns named by their place", "csv: d.csv", "`label,1x1,1x2,…`",
         header=["label"] + [f"{row}x{column}" for row in range(1, 29) for column in range(1, 29)])
csv_form("the index of pandas", "csv: d.csv", "`,label,0,…`", index=True, header=["", "label"] + pixels(stem=""))
csv_form("a column that tells rows apart", "csv: d.csv\nid: key", "`key,label,pixel0,…`", index=True,
         header=["key", "label"] + pixels())
csv_form("whole numbers written `5.0`", "csv: d.csv", "`0.0,13.0,…`", header=["label"] + pixels(),
         write=lambda level: f"{level}.0")
csv_form("numbers in scientific notation, as `numpy.savetxt` writes them", "csv: d.csv\nlevels: 255",
         "`1.300000000000000000e+01,…`", header=["label"] + pixels(), write=lambda level: f"{level:.18e}")
csv_form("semicolons", "csv: d.csv", "`label;pixel0;…`", header=["label"] + pixels(), separator=";")
csv_form("tabs", "csv: d.csv", "the same with tabs", header=["label"] + pixels(), separator="\t")
csv_form("quotes, CRLF and a byte order mark", "csv: d.csv", '`"label","pixel0",…`',
         header=["label"] + pixels(), quote='"', end="\r\n", before="\ufeff")
csv_form("gzipped", "csv: d.csv.gz", "by `gzip.compress`", header=["label"] + pixels(), to="d.csv.gz",
         pack=gzip.compress)


@form("CSV", "fractions from 0 to 1", "csv: d.csv\nlevels: 1", "MNIST's levels divided by 255",
      "`numpy.genfromtxt`, times 255")
def csv_fractions(folder, images, labels):
    read, numbers = csv(folder, images, labels, header=["label"] + pixels(),
                        write=lambda level: repr(float(level) / 255))
    return Read(grey((read * 255).round()), numbers.astype(int))


@form("CSV", "names for labels, with a comma in one", "csv: d.csv", '`"eight, or 8",…`', "Python's `csv`")
def csv_names(folder, images, labels):
    names = [name if name != "eight" else "eight, or 8" for name in WORDS]
    with open(folder / "d.csv", "w", newline="") as file:
        writer = python.writer(file)
        writer.writerow(["label"] + pixels())
        writer.writerows([names[label]] + image.ravel().tolist() for image, label in zip(images, labels))
    with open(folder / "d.csv", newline="") as file:
        rows = list(python.reader(file))[1:]
    held = sorted({row[0] for row in rows})
    levels = numpy.array([row[1:] for row in rows], int).reshape(images.shape)
    return Read(grey(levels), numpy.array([held.index(row[0]) for row in rows]), held)


@form("CSV", "names in an order of one's own", f"csv: d.csv\nclasses: [{', '.join(WORDS)}]",
      "words in place of labels", "`numpy.genfromtxt`")
def csv_ordered(folder, images, labels):
    read, names = csv(folder, images, [WORDS[label] for label in labels], header=["label"] + pixels())
    return Read(grey(read), numpy.array([WORDS.index(name) for name in names]), WORDS)


@form("CSV", "32 × 32 in colour", "csv: d.csv\nsize: 32x32\nchannels: 3", "the channels of a pixel side by side",
      "`numpy.genfromtxt`")
def csv_colour(folder, images, labels):
    padded = numpy.pad(images, ((0, 0), (2, 2), (2, 2)))
    read, numbers = csv(folder, numpy.stack([padded, padded // 2, 200 - padded // 2], -1), labels)
    return Read(read.transpose(0, 3, 1, 2), numbers.astype(int))


@form("CSV", "scikit-learn's digits as they ship", "csv: digits.csv.gz\nlabel: last\nlevels: 16",
      "`sklearn/datasets/data/digits.csv.gz`", "`sklearn.datasets.load_digits`")
def csv_scikit_learn(folder, images, labels):
    shipped = pathlib.Path(sklearn.datasets.__file__).parent / "data/digits.csv.gz"
    (folder / "digits.csv.gz").write_bytes(shipped.read_bytes())
    digits = sklearn.datasets.load_digits()
    return Read(grey(digits.images), digits.target, levels=16)
