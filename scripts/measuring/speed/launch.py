"""Start one program, wait for it, and write down what it took: python launch.py REPORT PROGRAM [ARGUMENT...]

A process of its own, and a small one: to a program's memory the system adds that of whoever has started it.
"""

import os
import sys
import time


def main() -> None:
    """Write exit code, CPU seconds, seconds by the clock and memory (in the system's unit) into the report."""
    report, *command = sys.argv[1:]
    start = time.perf_counter()
    process = os.posix_spawnp(command[0], command, os.environ)
    _, status, usage = os.wait4(process, 0)
    wall = time.perf_counter() - start
    with open(report, "w", encoding="ascii") as file:  # noqa: PTH123 -- pathlib takes memory, too
        cpu = usage.ru_utime + usage.ru_stime
        file.write(f"{os.waitstatus_to_exitcode(status)} {cpu} {wall} {usage.ru_maxrss}")


if __name__ == "__main__":
    main()
