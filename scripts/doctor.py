"""Say all that is wrong with this set-up, what to do first at the top: python3 scripts/doctor.py

Ends with 1 only where the site couldn't be published. Changes nothing. Dead links are found by scripts/build.py.
"""

from setup.for_site import ROOT

import sys

from knowledge_hub.library.content_folder import find_content
from setup.command_line import create_parser
from setup.diagnosis import diagnose, render_findings


def main() -> int:
    """Print what was found and return the exit code."""
    create_parser(__doc__).parse_args()
    findings = list(diagnose(ROOT, find_content(ROOT)))
    print(render_findings(findings))
    return 1 if any(finding.state == "stop" for finding in findings) else 0


if __name__ == "__main__":
    sys.exit(main())
