"""Take GOV.UK Frontend from npm and keep the two files that the register serves.

    python tools/refresh_govuk_frontend.py [VERSION]

Needs npm, which a machine that only runs the register does not: what this writes is committed. The crest, the
GDS Transport typeface and the source maps are taken out, because the first two may be used on gov.uk alone.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent / "src/arising/register/site/static/site/govuk"
FONT_STACK = "arial,helvetica,sans-serif"
BARRED = ("GDS Transport", "@font-face", "crest", "sourceMappingURL", "/assets/")


def without_source_map(text: str) -> str:
    """The same without the line that names a map which is not kept."""
    return re.sub(r"\s*(/\*#|//#) sourceMappingURL=\S+(\s*\*/)?\s*$", "\n", text)


def without_brand(css: str) -> str:
    """The style sheet without the typeface and the crest. Raises ``ValueError`` where any of it is left."""
    css = re.sub(r"/\*!.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r"@font-face\{[^}]*\}", "", css)
    css = css.replace("GDS Transport,arial,sans-serif", FONT_STACK)
    css = re.sub(r"@supports [^{}]*\{[^{}]*\{[^{}]*govuk-crest[^{}]*\}[^{}]*\}", "", css)
    css = re.sub(r"[^{}]*\{[^{}]*govuk-crest[^{}]*\}", "", css)
    css = without_source_map(css)
    left = [word for word in BARRED if word in css]
    if left:
        raise ValueError(f"the style sheet still holds {', '.join(left)}: mend the rules in {Path(__file__).name}")
    if css.count("{") != css.count("}"):
        raise ValueError("the style sheet's brackets no longer match after taking the crest out")
    return css


def unpacked(version: str, folder: Path) -> Path:
    """The package's own folder, fetched with npm into ``folder``."""
    subprocess.run(["npm", "pack", "--silent", f"govuk-frontend@{version}"], cwd=folder, check=True)
    (archive,) = folder.glob("govuk-frontend-*.tgz")
    with tarfile.open(archive) as tar:
        tar.extractall(folder, filter="data")
    return folder / "package"


def main(version: str = "6") -> None:
    """Write the style sheet, the script and the note of the version."""
    with tempfile.TemporaryDirectory() as folder:
        package = unpacked(version, Path(folder))
        dist = package / "dist/govuk"
        found = json.loads((package / "package.json").read_text(encoding="utf-8"))["version"]
        css = without_brand((dist / "govuk-frontend.min.css").read_text(encoding="utf-8"))
        script = without_source_map((dist / "govuk-frontend.min.js").read_text(encoding="utf-8"))
    HOME.mkdir(parents=True, exist_ok=True)
    (HOME / "govuk-frontend.min.css").write_text(css, encoding="utf-8")
    (HOME / "govuk-frontend.min.js").write_text(script, encoding="utf-8")
    (HOME / "VERSION").write_text(
        f"govuk-frontend {found}, from npm, MIT (see LICENCE).\n"
        "Changed: without the GDS Transport typeface, the crest and the source maps.\n"
        "Refresh with: python tools/refresh_govuk_frontend.py\n",
        encoding="utf-8",
    )
    print(f"GOV.UK Frontend {found} written to {HOME}")


if __name__ == "__main__":
    main(*sys.argv[1:])
