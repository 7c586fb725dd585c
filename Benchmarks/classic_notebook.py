"""The classic Kaggle notebook, written for the benchmark and executed to HTML by nbconvert.

usage: classic_notebook.py CSV_DIR OUT_DIR

Writes OUT_DIR/classic.ipynb, then executes it: pandas reads the CSV files, NumPy trains the
784-10-10 network, matplotlib and seaborn draw, scikit-learn counts the confusion, pandas writes
submission.csv.
"""

import pathlib
import sys

import nbformat
from nbconvert import HTMLExporter
from nbconvert.preprocessors import ExecutePreprocessor

CELLS = [
    "# Reading handwritten digits with a network in NumPy",
    """
import numpy as np
import pandas as pd
import matplotlib.pyplot as plt
import seaborn as sns
from sklearn.metrics import classification_report, confusion_matrix
%matplotlib inline
""",
    """
labelled = pd.read_csv(CSV + "/train.csv")
unlabelled = pd.read_csv(CSV + "/test.csv")
labelled.shape, unlabelled.shape
""",
    """
sns.countplot(x=labelled["label"])
plt.show()
""",
    """
np.random.seed(0)
data = np.array(labelled)
np.random.shuffle(data)
dev, training = data[:1000].T, data[1000:].T
y_dev, x_dev = dev[0], dev[1:] / 255.0
y, x = training[0], training[1:] / 255.0
x.shape
""",
    """
w1, b1, w2, b2 = (np.random.rand(*s) - 0.5 for s in ((10, 784), (10, 1), (10, 10), (10, 1)))
target = np.eye(10)[:, y]
m = x.shape[1]

def forward(x):
    z1 = w1 @ x + b1
    a1 = np.maximum(z1, 0)
    z2 = w2 @ a1 + b2
    e = np.exp(z2 - z2.max(axis=0))
    return z1, a1, e / e.sum(axis=0)
""",
    """
history = []
for i in range(500):
    z1, a1, a2 = forward(x)
    dz2 = a2 - target
    dw2, db2 = dz2 @ a1.T / m, dz2.sum(axis=1, keepdims=True) / m
    dz1 = (w2.T @ dz2) * (z1 > 0)
    dw1, db1 = dz1 @ x.T / m, dz1.sum(axis=1, keepdims=True) / m
    w1, b1, w2, b2 = w1 - 0.1 * dw1, b1 - 0.1 * db1, w2 - 0.1 * dw2, b2 - 0.1 * db2
    if i % 10 == 0:
        history.append((i, (a2.argmax(axis=0) == y).mean()))
        print("iteration", i, "accuracy", history[-1][1])
""",
    """
plt.plot(*zip(*history))
plt.xlabel("iteration")
plt.ylabel("training accuracy")
plt.show()
""",
    """
predicted = forward(x[:, :4])[2].argmax(axis=0)
for i in range(4):
    plt.imshow(x[:, i].reshape(28, 28) * 255, cmap="gray")
    plt.title(f"{predicted[i]} for {y[i]}")
    plt.show()
""",
    """
dev_predicted = forward(x_dev)[2].argmax(axis=0)
print((dev_predicted == y_dev).mean())
print(classification_report(y_dev, dev_predicted))
""",
    """
plt.figure(figsize=(10, 8))
sns.heatmap(confusion_matrix(y_dev, dev_predicted), annot=True, fmt="d", cmap="Blues")
plt.xlabel("predicted")
plt.ylabel("true")
plt.show()
""",
    """
wrong = np.flatnonzero(dev_predicted != y_dev)[:12]
figure, axes = plt.subplots(3, 4, figsize=(8, 7))
for axis, i in zip(axes.flat, wrong):
    axis.imshow(x_dev[:, i].reshape(28, 28), cmap="gray")
    axis.set_title(f"{dev_predicted[i]} for {y_dev[i]}")
    axis.axis("off")
plt.show()
""",
    """
test_predicted = forward(unlabelled.to_numpy().T / 255.0)[2].argmax(axis=0)
submission = pd.DataFrame({"ImageId": np.arange(1, len(test_predicted) + 1), "Label": test_predicted})
submission.to_csv(OUT + "/submission.csv", index=False)
submission.head()
""",
]


def main():
    csv, out = sys.argv[1], pathlib.Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    notebook = nbformat.v4.new_notebook()
    paths = f"CSV, OUT = {csv!r}, {str(out)!r}"
    notebook.cells = [nbformat.v4.new_markdown_cell(CELLS[0]), nbformat.v4.new_code_cell(paths)]
    notebook.cells += [nbformat.v4.new_code_cell(cell.strip()) for cell in CELLS[1:]]
    nbformat.write(notebook, out / "classic.ipynb")
    ExecutePreprocessor(timeout=600, kernel_name="python3").preprocess(notebook)
    html, _ = HTMLExporter().from_notebook_node(notebook)
    (out / "classic.html").write_text(html)


if __name__ == "__main__":
    main()
