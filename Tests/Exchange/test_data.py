"""Data in the forms that the field's own tools write: the same pixels as those tools read."""

import io
import shutil
import subprocess
import zipfile

import numpy
import pytest
from PIL import Image
from safetensors.numpy import load_file
from sklearn.datasets import load_digits

from conftest import DAYBOOK

NOTEBOOK = """```load
OPTIONS
```

```split
shuffle: false
dev: 1
```

```train
layers: [UNITS softmax]
batch: 16
iterations: 20
optimizer: adam
```

```predict all
on: labelled
columns: probabilities
to: shares.csv
```

```export
to: model.safetensors
```
"""


def check(bench, options, images, labels, scale=255, classes=None):
    """Daybook reads images (N × channels × height × width) and labels as they are.

    What its network answers to each is what NumPy computes of the very pixels.
    """
    classes = classes or int(max(labels)) + 1
    results = bench.run(NOTEBOOK.replace("OPTIONS", options).replace("UNITS", str(classes)))
    count, channels, height, width = images.shape
    assert results["load.rows"] == count
    assert [results[f"load.{name}"] for name in ("channels", "height", "width")] == [
        channels, height, width]
    assert results["load.counts"] == numpy.bincount(labels, minlength=classes).tolist()
    tensors = load_file(bench.output("model.safetensors"))
    scores = images.reshape(count, -1) / scale @ tensors["layer-1.weights"].T.astype(float)
    scores += tensors["layer-1.biases"]
    powers = numpy.exp(scores - scores.max(1, keepdims=True))
    expected = powers / powers.sum(1, keepdims=True)
    shares = numpy.loadtxt(bench.output("shares.csv"), delimiter=",", skiprows=1, usecols=range(1, classes + 1))
    assert numpy.abs(shares - expected).max() < 1e-5
    return results


@pytest.fixture
def small(mnist):
    return mnist[0][:400], mnist[1][:400]


@pytest.mark.parametrize("save", [numpy.savez, numpy.savez_compressed])
def test_keras(bench, small, save):
    images, labels = small
    save(bench.folder / "d.npz", x_train=images[:300], y_train=labels[:300], x_test=images[300:],
         y_test=labels[300:])
    results = bench.run("```load\nnpz: d.npz\n```\n")
    assert (results["load.rows"], results["load.labelled"], results["load.test"]) == (400, 300, 100)
    save(bench.folder / "d.npz", images=images, labels=labels)
    check(bench, "npz: d.npz", images[:, None], labels)


def test_images_to_predict_have_no_labels(bench, small):
    images, labels = small
    numpy.savez(bench.folder / "d.npz", x_train=images[:300], y_train=labels[:300], x_test=images[300:],
                val_x=images)
    results = bench.run("```load\nnpz: d.npz\n```\n\n```split\ndev: 50\n```\n\n```train\n"
                        "layers: [10 softmax]\niterations: 2\n```\n\n```predict\n```\n")
    assert (results["load.rows"], results["load.labelled"], results["load.test"]) == (400, 300, 100)
    assert results["predict.rows"] == 100 and results.get("predict.accuracy") is None
    assert "arrays that are not read: val_x" in bench.output("index.html").read_text()


@pytest.mark.parametrize("dtype", ["u1", "<u2", ">u2", "<i4", ">i8", "<f4", ">f8", "<f2"])
@pytest.mark.parametrize("order", "CF")
def test_types_and_orders(bench, small, dtype, order):
    images, labels = small
    numpy.savez(bench.folder / "d.npz", a=numpy.asarray(images.astype(dtype), order=order),
                b=labels.astype(">i4")[:, None])
    check(bench, "npz: d.npz\nimages: a\nlabels: b", images[:, None], labels)


def test_colour_arrays(bench, small):
    images, labels = small
    colour = numpy.stack([images, images // 2, 255 - images], -1)[:, :, 4:24]
    numpy.savez(bench.folder / "d.npz", x=colour, y=labels)
    check(bench, "npz: d.npz", colour.transpose(0, 3, 1, 2), labels)


def test_names_for_labels(bench, small):
    images, labels = small
    names = numpy.array("zero one two three four five six seven eight nine".split())
    numpy.savez(bench.folder / "d.npz", x=images, y=names[labels])
    order = numpy.argsort(numpy.argsort(names))
    results = check(bench, "npz: d.npz", images[:, None], order[labels])
    assert results["load.class-names"] == sorted(names)


def test_digits_of_scikit_learn(bench):
    digits = load_digits()
    numpy.savez(bench.folder / "d.npz", data=digits.data, target=digits.target)
    check(bench, "npz: d.npz\nlevels: 16", digits.images[:, None], digits.target, scale=16)


def test_fractions(bench, small):
    images, labels = small
    numpy.savez(bench.folder / "d.npz", x=images / 255, y=labels)
    check(bench, "npz: d.npz\nlevels: 1", images[:, None], labels)


def test_objects_are_refused_by_name(bench):
    numpy.savez(bench.folder / "d.npz", x=numpy.array([[1], "a"], object), y=numpy.arange(2))
    assert "holds Python objects" in bench.run("```load\nnpz: d.npz\n```\n", status=1)


@pytest.mark.parametrize(("old", "new", "says"), [
    (b"'shape': (99, 2, 2)", b"'shape': (99999999999999999999999, 2, 2)", "no sensible shape"),
    (b"'shape': (99, 2, 2)", b"'shape': (x, 2, 2)", "no sensible shape"),
    (b"'shape': (99, 2, 2)", b"'shape': (, 2, 2)", "no sensible shape"),
    (b"NUMPY\x01\x00", b"NUMPY\x09\x00", "version 9 of NumPy's format"),
])
def test_headers_that_make_no_sense_are_refused(bench, old, new, says):
    content = io.BytesIO()
    numpy.save(content, numpy.zeros((99, 2, 2), numpy.uint8))
    content = content.getvalue()
    assert old in content
    # The header is padded with blanks, so that it can be as long as before.
    blanks = b" " * max(0, len(new) - len(old))
    content = content.replace(old, new, 1).replace(blanks + b"\n", b"\n", 1)
    content = content.replace(b"}", b"}" + b" " * max(0, len(old) - len(new)), 1)
    labels = io.BytesIO()
    numpy.save(labels, numpy.arange(99) % 2)
    with zipfile.ZipFile(bench.folder / "d.npz", "w") as archive:
        archive.writestr("x.npy", content)
        archive.writestr("y.npy", labels.getvalue())
    assert says in bench.run("```load\nnpz: d.npz\n```\n", status=1)


def test_a_damaged_archive_is_told(bench, small):
    images, labels = small
    numpy.savez_compressed(bench.folder / "d.npz", x=images, y=labels)
    data = (bench.folder / "d.npz").read_bytes()
    for change in (data[:-200], data[:2000] + bytes(100) + data[2100:], data[:100]):
        (bench.folder / "d.npz").write_bytes(change)
        error = bench.run("```load\nnpz: d.npz\n```\n", status=1)
        assert "d.npz: " in error and "damaged" in error or "cut short" in error


# Folders of images: what Pillow reads.


def save(image, path, **options):
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(image).save(path, **options)


def pillow(paths, mode):
    images = [numpy.asarray(Image.open(path).convert(mode)) for path in paths]
    stack = numpy.stack(images)
    return stack[:, None] if mode == "L" else stack.transpose(0, 3, 1, 2)


def files_of(folder):
    return [path for kind in sorted(folder.iterdir()) for path in sorted(kind.iterdir())]


@pytest.fixture
def folders(bench, mnist):
    """Two classes of forty colour images of 20 by 28 each."""
    images = mnist[0][:80]
    colour = numpy.stack([images, images // 3 + 40, 255 - images], -1)[:, :, 4:24]
    return colour, lambda ending, **options: [
        save(image, bench.folder / f"d/{'ab'[number % 2]}/{number:03}.{ending}", **options)
        for number, image in enumerate(colour)]


@pytest.mark.parametrize("channels, mode", [(1, "L"), (3, "RGB")])
@pytest.mark.parametrize("ending", ["png", "jpg"])
def test_folders(bench, folders, ending, channels, mode):
    folders[1](ending)
    paths = files_of(bench.folder / "d")
    labels = numpy.repeat([0, 1], 40)
    results = check(bench, f"images: d\nchannels: {channels}", pillow(paths, mode), labels)
    assert results["load.class-names"] == ["a", "b"]


@pytest.mark.parametrize("mode", ["P", "1", "L", "LA"])
def test_kinds_of_png(bench, mnist, mode):
    for number, image in enumerate(mnist[0][:40]):
        path = bench.folder / f"d/{'ab'[number % 2]}/{number:03}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(image).convert(mode).save(path)
    check(bench, "images: d\nchannels: 1", pillow(files_of(bench.folder / "d"), "L"),
          numpy.repeat([0, 1], 20))


def test_sizes_are_made_equal_by_area(bench, folders):
    folders[1]("png")
    paths = files_of(bench.folder / "d")
    images = pillow(paths, "RGB").reshape(80, 3, 14, 2, 10, 2)
    half = numpy.floor(images.mean((3, 5)) + 0.5)
    check(bench, "images: d\nsize: 10x14", half, numpy.repeat([0, 1], 40))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_photographs_stand_upright(bench, folders, orientation):
    from PIL import ImageOps

    exif = Image.Exif()
    exif[0x0112] = orientation
    folders[1]("jpg", exif=exif)
    images = numpy.stack([
        numpy.asarray(ImageOps.exif_transpose(Image.open(path)))
        for path in files_of(bench.folder / "d")])
    check(bench, "images: d", images.transpose(0, 3, 1, 2), numpy.repeat([0, 1], 40))


def test_what_is_wrong_with_a_file_is_told(bench, folders):
    folders[1]("png")
    path = bench.folder / "d/a/002.png"
    whole = path.read_bytes()
    for content, says in [
            (whole[:100], "damaged or cut short"), (b"", "the file is empty"),
            (b"<html>", "this is a web page"), (whole[:60] + bytes(40), "damaged or cut short")]:
        path.write_bytes(content)
        error = bench.run("```load\nimages: d\n```\n", status=1)
        assert f"d/a/002.png: " in error and says in error
    save(numpy.zeros((5, 6), numpy.uint8), path)
    assert "images of 6 × 5 pixels, and" in bench.run("```load\nimages: d\n```\n", status=1)
    Image.new("CMYK", (20, 28)).save(bench.folder / "d/a/002.jpg")
    path.unlink()
    assert "colours for print" in bench.run("```load\nimages: d\n```\n", status=1)


def test_a_photograph_of_endless_scans_is_refused(bench, folders):
    """A few bytes make the reader go over the whole image once more."""
    folders[1]("jpg")
    path = bench.folder / "d/a/002.jpg"
    Image.linear_gradient("L").convert("RGB").resize((2000, 2000)).save(path, progressive=True)
    jpeg = path.read_bytes()
    scan = jpeg[jpeg.rindex(b"\xff\xda"):-2]
    path.write_bytes(jpeg[:-2] + 2000 * scan + jpeg[-2:])
    error = bench.run("```load\nimages: d\nsize: 20x28\n```\n", status=1)
    assert "d/a/002.jpg: the image is damaged or cut short" in error


def check_says(bench, notebook, status=0):
    """What `daybook check` says of a notebook."""
    (bench.folder / "nb.md").write_text(notebook)
    done = subprocess.run([DAYBOOK, "check", "nb.md"], cwd=bench.folder, capture_output=True, text=True)
    assert done.returncode == status, done.stderr
    return done.stderr


def test_folders_of_parts_are_told(bench, folders):
    folders[1]("png")
    (bench.folder / "data").mkdir()
    (bench.folder / "d").rename(bench.folder / "data/train")
    shutil.copytree(bench.folder / "data/train", bench.folder / "data/test")
    error = check_says(bench, "```load\nimages: data\n```\n", status=2)
    assert "data/train: there are no PNG or JPEG files in this folder" in error
    assert "it holds the folders a, b; name the folder right above those of classes, as in " in error


@pytest.mark.parametrize("held, says", [([], "the folder is empty: take it out"),
                                        (["1.gif", ".DS_Store"], "it holds 1.gif; names end with .png")])
def test_a_class_without_images_is_told(bench, folders, held, says):
    folders[1]("png")
    (bench.folder / "d/c").mkdir()
    for name in held:
        (bench.folder / "d/c" / name).write_bytes(b"GIF89a")
    error = check_says(bench, "```load\nimages: d\n```\n", status=2)
    assert "d/c: there are no PNG or JPEG files in this folder" in error and says in error


def test_what_is_not_read_of_a_folder_is_told(bench, folders):
    folders[1]("png")
    (bench.folder / "d/a/001.webp").write_bytes(b"RIFF")
    (bench.folder / "d/b/more").mkdir()
    save(folders[0][0], bench.folder / "d/loose.png")
    for said in (check_says(bench, "```load\nimages: d\n```\n"),
                 bench.run("```load\nimages: d\n```\n") and bench.output("index.html").read_text()):
        assert "there is something else among the PNG and JPEG files of the classes: " in said
        assert all(name in said for name in ("loose.png", "a/001.webp", "b/more"))


@pytest.mark.parametrize("grey, says", [("a", "some images are in colour, and are read in grey"),
                                        ("b", "some images are in grey, and are read in colour")])
def test_images_of_several_kinds_are_told(bench, folders, grey, says):
    folders[1]("png")
    for path in files_of(bench.folder / "d"):
        if path.parent.name == grey:
            Image.open(path).convert("L").save(path)
    text = "```load\nimages: d\n```\n"
    assert says in check_says(bench, text)
    bench.run(text)
    assert says in bench.output("index.html").read_text()
    assert says not in check_says(bench, text.replace(": d", ": d\nchannels: 3"))


def test_a_class_of_another_size_is_told_beforehand(bench, folders):
    folders[1]("png")
    for path in (bench.folder / "d/b").iterdir():
        save(numpy.zeros((5, 6, 3), numpy.uint8), path)
    error = check_says(bench, "```load\nimages: d\n```\n", status=2)
    assert "d/b/001.png: images of 6 × 5 pixels, and d/a/000.png has 20 × 28" in error


def test_transparency_of_arrays_is_told(bench, small):
    images, labels = small
    numpy.savez(bench.folder / "d.npz", x=numpy.stack([images] * 4, -1), y=labels)
    error = check_says(bench, "```load\nnpz: d.npz\n```\n", status=2)
    assert "images of 4 channels, and there are 1 or 3" in error and "x[..., :3]" in error


@pytest.mark.parametrize("line, says", [
    ('"a,1,2,3,4', "a quote is never closed"), ('"a"b,1,2,3,4', "a quote is never closed"),
    ('a,"1,2",3,4', "4 fields instead of 5")])
def test_wrong_quotes_are_told(bench, line, says):
    (bench.folder / "d.csv").write_text("label,p0,p1,p2,p3\na,1,2,3,4\n" + line + "\n")
    error = check_says(bench, "```load\ncsv: d.csv\n```\n", status=2)
    assert "d.csv, line 3" in error and says in error


@pytest.mark.parametrize("content, says", [
    (b"label,pixel0\nk\xe4se,1\n", "line 2, column 1: the text is not UTF-8"),
    (b"label,pixel0\r1,2\r3,4\r", "lines end with carriage returns alone"),
    (b"PK\3\4" + bytes(26) + b"[Content_Types].xml" + bytes(99), "this is a workbook of Excel, and no CSV file"),
    (b"MATLAB 5.0 MAT-file" + bytes(200), "this is a MATLAB file, and no CSV file")])
def test_what_a_file_is_instead_is_told(bench, content, says):
    (bench.folder / "d.csv").write_bytes(content)
    assert says in check_says(bench, "```load\ncsv: d.csv\n```\n", status=2)


def test_the_rows_to_predict_have_the_names_of_their_files(bench, folders):
    folders[1]("png")
    for number in range(3):
        save(folders[0][number], bench.folder / f"t/x{number}.png")
    bench.run("""```load
images: d
test: t
```

```split
dev: 8
```

```train
layers: [4 relu, 2 softmax]
iterations: 3
```

```predict
to: labels.csv
```
""")
    rows = bench.output("labels.csv").read_text().splitlines()
    assert rows[0] == "ImageId,Label"
    assert [row.split(",")[0] for row in rows[1:]] == ["x0.png", "x1.png", "x2.png"]
    assert {row.split(",")[1] for row in rows[1:]} <= {"a", "b"}


@pytest.mark.parametrize("options", ["mnist: d", "mnist: d\nclasses: [a, b, c, d, e, f, g, h, i, j]"])
def test_labels_that_count_from_one_are_predicted_so(bench, mnist, options):
    from test_pages import write_idx

    images, labels = mnist[0][:200], mnist[1][:200] + 1
    name = "emnist-letters-" if "classes" not in options else ""
    for part in ("train", "test" if name else "t10k"):
        write_idx(bench.folder / f"d/{name}{part}-images-idx3-ubyte", images)
        write_idx(bench.folder / f"d/{name}{part}-labels-idx1-ubyte", labels)
    results = bench.run("```load\n" + options + "\n```\n\n```split\ndev: 20\n```\n\n```train\n"
                        "layers: [26 softmax]\niterations: 9\n```\n\n```predict\n```\n"
                        .replace("26", "26" if name else "10"))
    rows = numpy.loadtxt(bench.output("submission.csv"), delimiter=",", skiprows=1, dtype=int)
    assert (rows[:, 1] == labels).mean() == pytest.approx(results["predict.accuracy"])
