"""A strip over the map while edits are not kept against a crash: why, and what to do."""

import errno
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QPushButton

from pilotmap.language import N_, tr
from pilotmap.ui.autosave import Autosave
from pilotmap.ui.later import Later
from pilotmap.ui.panels.pieces import link_button
from pilotmap.ui.prompts import Prompts
from pilotmap.ui.strip import Strip

_REASONS: Final[dict[int, str]] = {
    errno.ENOSPC: N_("no space is left on the disk"),
    errno.EDQUOT: N_("no space is left in your quota"),
    errno.EFBIG: N_("a file is larger than this disk or account allows"),
    errno.EACCES: N_("permission is denied"),
    errno.EPERM: N_("permission is denied"),
    errno.EROFS: N_("the disk is read-only"),
    errno.EIO: N_("the disk reports a fault"),
    errno.ENOENT: N_("their folder is gone"),
    errno.EEXIST: N_("a file stands where their folder should be"),
    errno.ENOTDIR: N_("a file stands where their folder should be"),
}


class KeepingBar(Strip):
    """Shown until edits are kept again; the work goes on in memory meanwhile."""

    def __init__(
        self,
        autosave: Autosave,
        prompts: Later[Prompts],
        save: Callable[[], bool],
        remember: Callable[[Path], None],
    ) -> None:
        super().__init__()
        self._autosave, self._prompts, self._remember = autosave, prompts, remember
        self.save = QPushButton(tr("Save"))
        self.save.setProperty("kind", "strong")
        self.elsewhere = link_button(tr("Keep them in another folder …"))
        self.row.addWidget(self.save)
        self.row.addWidget(self.elsewhere)
        self.save.clicked.connect(save)
        self.elsewhere.clicked.connect(self._keep_elsewhere)
        autosave.troubled.connect(self.refresh)

    def refresh(self) -> None:
        """Say how it stands now."""
        trouble = self._autosave.trouble
        if trouble is None:
            self.put_away()
        else:
            self.words.setText(trouble_words(trouble))
            self.show()

    def _keep_elsewhere(self) -> None:
        folder = self._prompts().folder_to_keep_in()
        if folder is not None and self._autosave.keep_in(folder):
            self._remember(folder)


def trouble_words(error: OSError) -> str:
    """Why edits are not kept, in one sentence."""
    known = _REASONS.get(error.errno or 0)
    reason = tr(known) if known else (error.strerror or type(error).__name__).lower()
    return tr(
        "Your edits are not kept against a crash ({reason}): save often, or keep them in another "
        "folder.",
        reason=reason,
    )
