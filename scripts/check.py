"""Check the content and say what to mend; changes nothing in it: python3 scripts/check.py [FILE...]

With --claims ID, print what one documented record claims, sentence by sentence, and the fact beside each.
Ends with 1 where an error keeps something from being published; warnings and hints don't count.
"""

from setup.for_site import ROOT

import argparse
import os
import sys
from pathlib import Path

from knowledge_hub.checks import check_loaded
from knowledge_hub.collector import collector_at_rest
from knowledge_hub.keeping import Store
from knowledge_hub.library.content_folder import find_content, find_guides
from knowledge_hub.library.library import Library
from knowledge_hub.library.loading import load_library
from knowledge_hub.problems.problem import Problem, has_errors
from knowledge_hub.problems.reports import REPORTS, real_address, render_summary
from knowledge_hub.publishing.kept.folder_cache import open_store
from knowledge_hub.publishing.site_folder.stamp import fingerprint_inputs
from knowledge_hub.settings.settings import Settings, create_settings
from reports.claims_report import find_record, render_claims
from setup.command_line import create_parser
from setup.ending import end
from setup.generated_files import find_due_files
from setup.site_settings import dump_settings, read_settings


@collector_at_rest()
def main() -> int:
    """Print the report and return the exit code."""
    arguments = _parse_arguments()
    address = real_address(str(read_settings(ROOT / "mkdocs.yml").get("site_url") or ""))
    content = find_content(ROOT, arguments.content)
    if arguments.claims:
        return _print_claims(load_library(content, find_guides(content))[0], arguments.claims)
    problems, are_forms_due = _find_problems(content)
    if arguments.files:
        wanted = {_shown_path(content, file) for file in arguments.files}
        unknown = [file for file in arguments.files if _shown_path(content, file) is None]
        if unknown:
            print(f"Not a file of {content.name}/ or its guides: {', '.join(unknown)}")
            return 2
        problems = [problem for problem in problems if problem.path in wanted]
    print(REPORTS[arguments.format](problems, address))
    if are_forms_due:
        # Beside the report, which programs read, too.
        print("Schemas or forms are out of date: python3 scripts/generate.py writes them anew.", file=sys.stderr)
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if arguments.format == "github" and summary:
        # GitHub shows ten annotations of a kind; the summary page of the run shows all.
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(render_summary(problems, address))
    return 1 if has_errors(problems) else 0


def _find_problems(content: Path) -> tuple[list[Problem], bool]:
    """Return all that is wrong, and whether schemas or forms are out of date; what was looked for before is kept."""
    # INHERIT may name settings elsewhere.
    inputs = fingerprint_inputs(ROOT, content, os.environ, dump_settings(read_settings(ROOT / "mkdocs.yml")))
    with open_store(ROOT, content).kept() as store:
        found: tuple[list[Problem], bool] = store.table("reports").make(inputs, lambda: _look_for(content, store))
    return found


def _look_for(content: Path, store: Store) -> tuple[list[Problem], bool]:
    library, problems = load_library(content, find_guides(content), store)
    is_own = content == ROOT / "content"
    # The settings are those of the hub, not of other content.
    settings, setting_problems = _read_settings() if is_own else (Settings(), [])
    problems = check_loaded(library, problems, settings, store) + setting_problems
    # What is broken comes first; a library that can't be read whole would also seem to have other ids.
    return problems, is_own and not has_errors(problems) and bool(find_due_files(ROOT, library))


def _print_claims(library: Library, name: str) -> int:
    record = find_record(library, name)
    if record is None:
        print(f"“{name}” is no documented record that could be read. Write for example: --claims case-studies/its-id")
        return 2
    print(render_claims(library, record))
    return 0


def _read_settings() -> tuple[Settings, list[Problem]]:
    """Return what mkdocs.yml says and what is wrong in it; what a host should only know is doctor.py's to tell."""
    written = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    settings, problems = create_settings(read_settings(ROOT / "mkdocs.yml"), written, ROOT / "docs")
    return settings, [problem for problem in problems if problem.severity != "hint"]


def _shown_path(content: Path, file: str) -> str | None:
    """Return the path that problems of a file have, None for a file elsewhere."""
    path = Path(os.path.abspath(file))  # noqa: PTH100 -- resolve() would follow a link out of the folder
    for folder in (content, find_guides(content)):
        if folder in path.parents:
            return path.relative_to(content.parent).as_posix()
    return None


def _parse_arguments() -> argparse.Namespace:
    parser = create_parser(__doc__)
    parser.add_argument("--content", metavar="DIR", help="another content folder than content/")
    parser.add_argument(
        "--claims", metavar="ID", help="print what a documented record claims, and the facts beside it; or: random"
    )
    parser.add_argument("--format", choices=sorted(REPORTS), default="text")
    parser.add_argument("files", nargs="*", metavar="FILE", help="report the problems of these files only")
    return parser.parse_args()


if __name__ == "__main__":
    end(main())
