"""Exported networks in ONNX Runtime, safetensors and NumPy: the same numbers, the same answers."""

import json

import numpy
import onnx
import onnxruntime
import pytest
import safetensors
import safetensors.numpy

from conftest import ROOT

NETWORKS = {
    "classic": "layers: [10 relu, 10 softmax]\niterations: 100",
    "convolutional": """layers: [conv 8 5x5 relu, max-pool 2x2, conv 12 3x3 pad same gelu, average-pool 2x2, dropout 0.2, 20 tanh, 16 sigmoid, 12 leaky-relu, 10 softmax]
batch: 100
iterations: 150
optimizer: adam""",
}

NOTEBOOK = f"""```load
mnist: {ROOT}/notebooks/data/mnist
labelled: 42000
classes: [nought, one, two, three, four, five, six, seven, "eight, or 8", nine]
```

```split
dev: 1000
```

```train
TRAINING
```

```predict
to: labels.csv
```

```predict shares
columns: probabilities
to: shares.csv
```

```export onnx
to: model.onnx
```

```export tensors
to: model.safetensors
```

```export arrays
to: model.npz
```
"""


@pytest.fixture(scope="module", params=NETWORKS)
def exported(request, tmp_path_factory):
    from conftest import Bench

    bench = Bench(tmp_path_factory.mktemp(request.param))
    bench.results = bench.run(NOTEBOOK.replace("TRAINING", NETWORKS[request.param]))
    return bench


def test_onnx_answers_as_daybook_does(exported, mnist):
    path = str(exported.output("model.onnx"))
    onnx.checker.check_model(onnx.load(path), full_check=True)
    images = mnist[0][42000:, None]
    session = onnxruntime.InferenceSession(path)
    probabilities, classes, labels = session.run(None, {"image": images})
    ours = numpy.loadtxt(exported.output("labels.csv"), delimiter=",", skiprows=1, dtype=int)
    assert len(ours) == 28_000
    assert (classes == ours[:, 1]).all()
    shares = numpy.loadtxt(exported.output("shares.csv"), delimiter=",", skiprows=1)
    assert numpy.abs(probabilities - shares[:, 1:]).max() < 1e-5
    names = exported.results["load.class-names"]
    assert labels.tolist() == [names[number] for number in classes]


COLOUR = """```load
npz: d.npz
classes: [red, green, "blue, or so"]
```

```split
shuffle: false
dev: 1
```

```train
layers: [conv 6 5x5 relu, max-pool 2x2, 3 softmax]
batch: 50
iterations: 20
optimizer: adam
```

```predict
on: labelled
columns: probabilities
to: shares.csv
```

```export
to: model.onnx
```
"""


def test_onnx_answers_alike_in_colour(bench, mnist):
    images = numpy.pad(mnist[0][:500], ((0, 0), (2, 2), (2, 2)))
    images = numpy.stack([images, images // 2, 200 - images // 2], -1)
    numpy.savez(bench.folder / "d.npz", x=images, y=mnist[1][:500] % 3)
    results = bench.run(COLOUR)
    path = str(bench.output("model.onnx"))
    onnx.checker.check_model(onnx.load(path), full_check=True)
    probabilities, classes, labels = onnxruntime.InferenceSession(path).run(
        None, {"image": numpy.ascontiguousarray(images.transpose(0, 3, 1, 2))})
    shares = numpy.loadtxt(bench.output("shares.csv"), delimiter=",", skiprows=1)[:, 1:]
    assert numpy.abs(probabilities - shares).max() < 1e-5
    assert (classes == shares.argmax(1)).all() and len(set(classes)) > 1
    assert labels.tolist() == [results["load.class-names"][number] for number in classes]


def test_onnx_says_what_it_is(exported):
    model = onnx.load(str(exported.output("model.onnx")))
    said = {entry.key: entry.value for entry in model.metadata_props}
    assert json.loads(said["daybook.classes"]) == exported.results["load.class-names"]
    assert said["daybook.data"] == exported.results["load.digest"]
    assert model.producer_name == "daybook" and said["daybook.version"] == model.producer_version


def test_all_files_hold_the_same_numbers(exported):
    tensors = safetensors.numpy.load_file(exported.output("model.safetensors"))
    arrays = numpy.load(exported.output("model.npz"))
    onnx_tensors = {
        tensor.name: onnx.numpy_helper.to_array(tensor)
        for tensor in onnx.load(str(exported.output("model.onnx"))).graph.initializer}
    assert sum(tensor.size for tensor in tensors.values()) == exported.results["onnx.parameters"]
    for name, tensor in tensors.items():
        assert tensor.dtype == numpy.float32
        assert numpy.array_equal(tensor, arrays[name])
        assert numpy.array_equal(tensor, onnx_tensors[name])
    assert arrays["classes"].tolist() == exported.results["load.class-names"]
    with safetensors.safe_open(exported.output("model.safetensors"), "numpy") as file:
        assert json.loads(file.metadata()["daybook.classes"]) == arrays["classes"].tolist()


AGAIN = f"""```load
mnist: {ROOT}/notebooks/data/mnist
labelled: 42000
classes: [nought, one, two, three, four, five, six, seven, "eight, or 8", nine]
```

```load network
model: model.safetensors
```

```evaluate all
on: labelled
```

```predict
to: labels.csv
```

```plot shown
show: images
from: labelled
```

```try
from: labelled
```
"""


def as_it_is(path, to):
    to.write_bytes(path.read_bytes())


def saved_again(path, to):
    with numpy.load(path) as file:
        numpy.savez_compressed(to, **file)


@pytest.mark.parametrize("name, copy", [
    ("model.safetensors", as_it_is), ("model.npz", as_it_is), ("model.npz", saved_again)])
def test_a_network_that_is_read_back_answers_alike(exported, bench, name, copy):
    copy(exported.output(name), bench.folder / name)
    results = bench.run(AGAIN.replace("model.safetensors", name))
    assert bench.output("labels.csv").read_bytes() == exported.output("labels.csv").read_bytes()
    assert results["network.parameters"] == exported.results["onnx.parameters"]
    assert results["all.examples"] == 42_000


DAMAGE = {
    "cut": (lambda data: data[:-4], "is of another shape or type, or cut short"),
    "more": (lambda data: data + bytes(4), "the tensors overlap or leave gaps"),
    "header": (lambda data: b"\xff" * 8 + data[8:], "this is no file of safetensors"),
    "other": (lambda data: b"PK\3\4" + data, "this is no file of safetensors"),
    "layers": (lambda data: data.replace(b"10 softmax", b"11 softmax"), "shape or type"),
    "levels": (lambda data: data.replace(b'"daybook.levels":"255"', b'"daybook.levels":"256"'), "says of its levels is wrong"),
    "offsets": (lambda data: data.replace(b'"data_offsets":[0,', b'"data_offsets":[4,'), "shape or type"),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_file_is_told(exported, bench, damage):
    change, says = DAMAGE[damage]
    data = exported.output("model.safetensors").read_bytes()
    (bench.folder / "model.safetensors").write_bytes(change(data))
    assert says in bench.run(AGAIN, status=1)


def test_a_folder_in_the_place_of_a_model_is_told(bench):
    (bench.folder / "model.safetensors").mkdir()
    said = bench.run(AGAIN, status=1)
    assert "model.safetensors: it is a folder" in said and "name a file" in said


ARRAYS = {
    "other": (lambda arrays: arrays.pop("layers"), "does not say what its network is"),
    "missing": (lambda arrays: arrays.pop("layer-1.weights"), "the tensor 'layer-1.weights' is missing"),
    "shape": (lambda arrays: arrays.update({"layer-1.biases": numpy.zeros((1, 3), "f4")}), "another shape"),
    "more": (lambda arrays: arrays.update(extra=numpy.zeros(3)), "tensors that its network does not have"),
    "levels": (lambda arrays: arrays.update(levels=numpy.array([0.5])), "says of its levels is wrong"),
    "many levels": (lambda arrays: arrays.update(levels=numpy.array([256])), "says of its levels is wrong"),
    "scale": (lambda arrays: arrays.update(scale=numpy.array([-1.0])), "says of its scale is wrong"),
    "names": (lambda arrays: arrays.update(classes=numpy.array(["a", "b"])), "says of its classes is wrong"),
    "not finite": (lambda arrays: arrays["layer-1.weights"].fill(numpy.nan), "are not finite"),
}


@pytest.mark.parametrize("change", ARRAYS)
def test_arrays_that_are_no_network_are_told(exported, bench, change):
    with numpy.load(exported.output("model.npz")) as file:
        arrays = dict(file)
    ARRAYS[change][0](arrays)
    numpy.savez(bench.folder / "model.npz", **arrays)
    assert ARRAYS[change][1] in bench.run(AGAIN.replace("safetensors", "npz"), status=1)
