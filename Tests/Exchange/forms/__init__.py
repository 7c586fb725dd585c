"""Every form of data that `load` reads: how its file is made, and what the field's own tool reads in it.

A form is a function of an empty folder, images (N × 28 × 28) and labels. It writes files and returns
what is to be read of them, by a tool that is not Daybook. `docs/data.md` has a row for each.
"""

from forms.form import FORMS

from forms import csv_files, folders, idx, npz  # noqa: F401
