"""What scripts/serve.py starts."""

import logging
import signal
import sys
import tempfile
from pathlib import Path

from mkdocs.__main__ import State

from knowledge_hub.library.content_folder import find_content, find_docs
from knowledge_hub.settings.reader import FILE
from mkdocs_adapter.preview.building import Preview

_TURN = 0.0005
_THEME = Path("hooks/knowledge_hub/theme")


def serve_preview(root: Path, port: int) -> None:
    """Serve the hub whose settings lie in `root` on this computer until Ctrl+C."""
    # A preview that is ended by a program cleans up like one that is ended by Ctrl+C.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    # Browsers are answered while a build goes on, each time that Python turns from one to the other.
    sys.setswitchinterval(_TURN)
    # Shows what MkDocs says as its own commands do, as long as it lives.
    output = State()  # type: ignore[no-untyped-call]
    content = find_content(root)
    with tempfile.TemporaryDirectory(prefix="hub-preview-", ignore_cleanup_errors=True) as folder:
        preview = Preview(root, ("127.0.0.1", port), Path(folder), root / _THEME)
        preview.run((root / FILE, content, find_docs(content), root / _THEME))
    output.logger.log(logging.DEBUG, "The preview has ended.")
