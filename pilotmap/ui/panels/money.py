"""Money, asked for only on demand: folded away as long as nothing of it is said."""

from collections.abc import Sequence

from pilotmap.language import tr
from pilotmap.ui.panels.pieces import Fold
from pilotmap.ui.panels.table_form import TableForm
from pilotmap.ui.panels.writing import reader


class MoneyFold(Fold):
    """The currency of the map, and what the form asks of money; it opens where there is some."""

    def __init__(self, form: TableForm, kind: str, keys: Sequence[str]) -> None:
        super().__init__(tr("Money"))
        self._form = form
        self._reads = [reader(kind, key) for key in keys] or [reader("map", "currency")]
        self._told = ""
        form.column.addWidget(self)
        with form.within(self.column):
            form.add("map", "currency")
            for key in keys:
                form.add(kind, key)

    def refresh(self) -> None:
        """Open for an element of which something is said, and close for one of which nothing is."""
        subject = self._form.subject or "the map"
        if subject != self._told:
            self._told = subject
            m = self._form.session.map
            self.show_content(any(read(m, self._form.subject) for read in self._reads))
