"""Formulas beside those of another program: the same letters, numbers and signs in the same order.

The trees need not be the same: programs group rows as they like. What a reader sees in order is.
"""
import html
import re
import subprocess

import math_core
import pytest

FORMULAS = [
    r"\frac{a}{b} + \frac{1}{2n}",
    r"x_i^2 + x_{i,j}^{n-1}",
    r"\sum_{i} y_i \log a_{2,i}",
    r"\sum_{i=1}^{n} \frac{e^{z_i}}{\sum_{j} e^{z_j}}",
    r"\sqrt{x^2 + y^2} + \sqrt[3]{x}",
    r"W_1\,\mathbf{x} + \mathbf{b}_1 \in \mathbb{R}^{h \times n}",
    r"\operatorname{relu}'(z) = \max(0, z)",
    r"\begin{cases} z & \text{if } z > 0 \\ 0 & \text{otherwise} \end{cases}",
    r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}",
    r"\begin{aligned} a &= b + c \\ &= d \end{aligned}",
    r"\left( \frac{\partial L}{\partial z} \right)^{\top} \odot \alpha",
    r"W \gets W - \frac{\alpha}{m} \sum \mathrm{d}W",
    r"\int_0^\infty e^{-x}\,dx \le \pi \ne \infty",
    r"\hat{p} \pm z \sqrt{\dfrac{p(1 - p)}{n}}",
    r"\mathcal{L} \approx \lVert x \rVert",
]


def tokens(markup):
    """The texts of all tokens, without what is not seen."""
    found = re.findall(r"<(mi|mn|mo|mtext)\b[^>]*>(.*?)</\1>", markup, re.S)
    texts = [re.sub(r"\s+", " ", html.unescape(text)).strip() for _, text in found]
    # Both may or may not write the application of functions, which is not seen.
    texts = [re.sub("[\u2061-\u2064\u200b\ufe00-\ufe0f]", "", text) for text in texts]
    line = re.sub("[ \u00a0]", "", "".join(texts))
    # Signs that are drawn alike.
    return line.translate(str.maketrans("−∣ˆ", "-|^"))


@pytest.fixture(scope="module")
def ours(daybook, tmp_path_factory):
    """The formulas as a page has them."""
    folder = tmp_path_factory.mktemp("formulas")
    notebook = folder / "formulas.md"
    notebook.write_text("\n\n".join(f"```math\n{tex}\n```" for tex in FORMULAS) + "\n")
    subprocess.run([daybook, "run", "--quiet", "--output", folder, notebook], check=True)
    page = (folder / "formulas" / "index.html").read_text()
    return re.findall(r"<math\b.*?</math>", page, re.S)


@pytest.mark.parametrize("number", range(len(FORMULAS)))
def test_formulas_read_as_another_program_sets_them(ours, number):
    theirs = math_core.LatexToMathML().convert_with_local_state(FORMULAS[number], displaystyle=True)
    assert tokens(ours[number]) == tokens(theirs), FORMULAS[number]
