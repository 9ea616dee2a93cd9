"""The instruments: medians by hyperfine, instructions by callgrind, system calls by strace."""
import json
import os
import re
import shlex
import statistics
import subprocess
import tempfile

ROUNDS = 5

# The day for which make_data prepares its files, and no settings of the user's: a home with nothing in it.
HOME = tempfile.TemporaryDirectory()
ENVIRONMENT = {"PATH": os.environ["PATH"], "HOME": HOME.name, "TZ": "UTC", "REL_NOW": "2026-11-21T09:00"}


def run(command, **options):
    """Runs a command that must succeed, and returns what it printed where that was captured."""
    words = [str(word) for word in command]
    return subprocess.run(words, env=ENVIRONMENT, check=True, text=True, **options).stdout


def measured(tool, command):
    """Runs a command under a tool that writes its findings into the file {}, and returns them."""
    with tempfile.NamedTemporaryFile("r") as findings:
        run([word.format(findings.name) for word in tool] + list(command), stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        return findings.read()


def profile(command):
    return measured(["valgrind", "--tool=callgrind", "--callgrind-out-file={}"], command)


def instructions(command):
    """Instructions of one run, the start of the process included."""
    return int(re.search(r"^totals: (\d+)", profile(command), re.MULTILINE).group(1))


def shares(command, functions):
    """Instructions in all, and those of each function with what it calls; `functions` maps labels to a part of
    the name. A function that the compiler has inlined is left out."""
    with tempfile.NamedTemporaryFile("w") as findings:
        findings.write(profile(command))
        findings.flush()
        lines = run(["callgrind_annotate", "--inclusive=yes", "--threshold=100", findings.name],
                    stdout=subprocess.PIPE).splitlines()
    counts = {label: next((line for line in lines if name in line), None) for label, name in functions.items()}
    return {label: int(line.split()[0].replace(",", "")) for label, line in counts.items() if line}


def system_calls(command):
    summary = measured(["strace", "-c", "-U", "calls,name", "-o", "{}"], command)
    return int(re.search(r"(\d+) total", summary).group(1))


def resident(command):
    """The most memory that a run had in use, in bytes."""
    return 1024 * int(measured(["/usr/bin/time", "-f", "%M", "-o", "{}"], command))


def walls(*commands, runs=200, warmup=3, prepare=None, output="null"):
    """The median wall time of each command in seconds, measured in one call. The commands take turns, because the
    speed of a shared machine changes from one second to the next. `output` is where what they print goes."""
    tool = ["hyperfine", "-N", "--warmup", str(warmup), "--runs", str(max(1, runs // ROUNDS)), "--output", output,
            "--export-json", "{}"]
    report = measured(tool + (["--prepare", prepare] if prepare else []),
                      [shlex.join(map(str, command)) for command in commands] * ROUNDS)
    medians = [result["median"] for result in json.loads(report)["results"]]
    return [statistics.median(medians[turn::len(commands)]) for turn in range(len(commands))]
