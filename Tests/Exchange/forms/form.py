"""What a form of data is, and what forms have in common."""

import dataclasses

import numpy

LETTERS = [chr(65 + number) for number in range(26)]
DIGITS = [str(number) for number in range(10)]
WORDS = "zero one two three four five six seven eight nine".split()


@dataclasses.dataclass
class Read:
    """What a tool reads: N × channels × height × width levels, and the class of each."""

    images: numpy.ndarray
    #: Counted from 0; those for test may have none.
    labels: numpy.ndarray
    names: list | None = None
    #: The largest level.
    levels: int = 255
    #: How many of the images, the last ones, are for test.
    test: int = 0


@dataclasses.dataclass
class Form:
    group: str
    name: str
    options: str
    file: str
    tool: str
    make: object
    #: What tells forms of one name apart, which have a row of the table together.
    variant: str = ""

    def __str__(self):
        return f"{self.group}: {self.name} {self.variant}".strip()


FORMS = []


def form(group, name, options, file, tool, variant=""):
    def keep(make):
        FORMS.append(Form(group, name, options, file, tool, make, variant))
        return make

    return keep


TEST = 40


def halves(array):
    """The images for training, and those for test."""
    return array[:-TEST], array[-TEST:]


def grey(images):
    return images[:, None]


def in_colour(images):
    """Three channels that differ, 20 pixels across and 28 down."""
    return numpy.stack([images, images // 3 + 40, 255 - images], -1)[:, :, 4:24]
