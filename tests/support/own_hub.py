"""A hub of a host who has set everything: the tiny hub's content under another name, in other colors."""

import shutil
import struct
import subprocess
import zlib
from pathlib import Path
from typing import Any

import yaml

from support.builds import ROOT, TINY, create_environment, run_mkdocs

COUNTER_HOST = "stats.host.example"
VIDEO_HOST = "video.host.example"
LOGO_SIZE = (120, 60)
ALL_SETTINGS: dict[str, Any] = {
    "site_name": "Lakeside School Wellbeing",
    "site_description": "What Lakeside’s schools have learned.",
    "site_url": "https://host.example/repo-name/",
    "repo_url": "https://github.com/lakeside/hub",
    "edit_uri": "edit/trunk/docs/",
    "copyright": 'Copyright &copy; 2026 <a href="https://lakeside.example/">Lakeside & friends</a>',
    "extra_css": ["own/own.css"],
    "extra_javascript": ["own/own.js", {"path": "own/module.mjs", "type": "module"}],
    "theme": {
        "language": "en",
        "logo": "own/logo.png",
        "favicon": "own/icon.svg",
        "palette": {"primary": "#7a1f5c", "accent": "indigo"},
    },
    "extra": {
        "homepage": "https://lakeside.example/start/",
        "host": "Lakeside Education Service",
        "email": "hub@lakeside.example",
        "social": [
            {"icon": "fontawesome/brands/mastodon", "link": "https://social.example/@lakeside"},
            {"icon": "fontawesome/solid/globe", "link": "https://lakeside.example/", "name": "Our service"},
        ],
        "help": {"text": "Need to talk?", "phone": "116 123", "emergency": "112"},
        "home": {
            "heading": "What has worked at Lakeside?",
            "lead": "Kept by <our> schools.",
            "examples": ["quiet room", "new pupils"],
            "doors": [
                {"title": "See a place like ours", "text": "Real ones.", "link": "case-studies/", "icon": "case-study"},
                {"title": "Ask the service", "text": "By mail.", "link": "https://lakeside.example/ask"},
            ],
        },
        "allowed_hosts": [COUNTER_HOST, VIDEO_HOST],
        "analytics": {
            "provider": "custom",
            "script": f"https://{COUNTER_HOST}/count.js",
            "data": {"site-name": 'lake"side'},
        },
        "consent": {"title": "Counting readers", "description": "May we count your visit?"},
    },
}
PAGE = f"""# Own page

<iframe src="https://{VIDEO_HOST}/film" title="A film"></iframe>

![A lake](https://{VIDEO_HOST}/lake.png)
"""
_LOGO = ROOT / "hooks/knowledge_hub/theme/assets/hub/icon.svg"


def write_own_hub(folder: Path, settings: dict[str, Any]) -> Path:
    """Write a hub with these settings, and the files that `ALL_SETTINGS` names; return its mkdocs.yml."""
    for name in ("content", "docs"):
        shutil.copytree(TINY / name, folder / name)
    write_own_files(folder / "docs")
    theme = {"name": "material", "custom_dir": str(ROOT / "hooks/knowledge_hub/theme"), "font": False}
    whole = {
        "plugins": [],
        "hooks": [str(ROOT / "hooks/hub.py")],
        "validation": {"nav": {"omitted_files": "ignore"}},
        **settings,
        "theme": {**theme, **settings.get("theme", {})},
    }
    path = folder / "mkdocs.yml"
    path.write_text(yaml.safe_dump(whole, allow_unicode=True), encoding="utf-8")
    return path


def write_own_files(docs: Path) -> None:
    """Write what `ALL_SETTINGS` names into a folder of hand-written pages, and a page that shows more."""
    own = docs / "own"
    own.mkdir()
    (own / "logo.png").write_bytes(create_png(*LOGO_SIZE))
    shutil.copy(_LOGO, own / "icon.svg")
    (own / "own.css").write_text(".hub-lead { letter-spacing: 1px }\n", encoding="utf-8")
    (own / "own.js").write_text("document.documentElement.dataset.own = 'script';\n", encoding="utf-8")
    (own / "module.mjs").write_text("document.documentElement.dataset.ownModule = 'module';\n", encoding="utf-8")
    (docs / "own.md").write_text(PAGE, encoding="utf-8")


def build_own_hub(settings_file: Path, site_dir: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a real strict build of a hub with its own settings, and return how it ended."""
    environment = create_environment(site_dir, settings_file.parent / "content", **variables)
    return run_mkdocs(settings_file.parent, site_dir, may_warn=True, **environment)


def create_png(width: int, height: int) -> bytes:
    """Return a PNG picture of one color."""
    rows = (b"\0" + b"\xff\xc5\x3d" * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    chunks = (struct.pack(">I", len(data)) + kind + data + _checksum(kind + data) for kind, data in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _checksum(data: bytes) -> bytes:
    return struct.pack(">I", zlib.crc32(data))
