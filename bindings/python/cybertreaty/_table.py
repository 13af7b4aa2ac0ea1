# SPDX-License-Identifier: LGPL-2.1-or-later
"""Answers as tables: for pandas, and as HTML for notebooks."""
import csv
import html
import importlib
import io
from typing import Any, Dict, List, Optional, Sequence, Union

from .words import Verdict

Cell = Union[str, int, bool, None]
Record = Dict[str, Cell]

# Light enough for black text; the word always stands beside the colour.
COLOURS = {
    Verdict.FULL: "#a6d96a",
    Verdict.FULL_BY_OPTION: "#d0ec9c",
    Verdict.FULL_BY_RESERVATION: "#e6f5d0",
    Verdict.PARTIAL: "#fee08b",
    Verdict.NONE: "#f4a582",
    Verdict.NOT_ASSESSED: "#e8e8e8",
}


class Tabular:
    """What is a table: rows that are all alike."""

    def _columns(self) -> Sequence[str]:
        raise NotImplementedError

    def _records(self) -> List[Record]:
        raise NotImplementedError

    def _shown(self) -> Sequence[str]:
        """The columns for people."""
        return self._columns()

    def _caption(self) -> str:
        return ""

    def to_dataframe(self) -> Any:
        """The rows as a pandas.DataFrame, with None where there is nothing.

        pandas is imported only here.

        >>> frame = coverage.to_dataframe()
        >>> frame[frame["article"] == "art_7"]["article verdict"].iloc[0]
        'partial'
        """
        pandas = importlib.import_module("pandas")
        columns = list(self._columns())
        rows = [[None if record[column] == "" else record[column] for column in columns]
                for record in self._records()]
        return pandas.DataFrame(rows, columns=columns, dtype=object)

    def _repr_html_(self) -> str:
        columns = list(self._shown())
        lines = ["<table>", "<caption>%s</caption>" % html.escape(self._caption()),
                 "<thead><tr>%s</tr></thead>" % "".join(
                     "<th>%s</th>" % html.escape(column) for column in columns), "<tbody>"]
        for record in self._records():
            lines.append("<tr>%s</tr>" % "".join(_cell(record[column]) for column in columns))
        return "\n".join(lines + ["</tbody>", "</table>"])


def _cell(value: Cell) -> str:
    said = "" if value is None else str(value)
    colour = _colour(said)
    style = ' style="background-color: %s; color: #000"' % colour if colour else ""
    return "<td%s>%s</td>" % (style, html.escape(said).replace("\n", "<br/>"))


def _colour(said: str) -> Optional[str]:
    return {str(verdict): colour for verdict, colour in COLOURS.items()}.get(said)


def from_csv(text: str) -> List[List[str]]:
    """Rows of a table that the library has written; the heading first."""
    return list(csv.reader(io.StringIO(text, newline="")))
