#!/usr/bin/env python3
"""Runs score.py over the development data and compares its figures with floors.

floors.json is a list of {"mode": ..., "files": [...], "at_least": {figure: number}, "at_most": {...}};
files are relative to --data and may hold *; a figure is a path into score.py's JSON such as
"recall", "by.number" or "strict.f1". It prints every figure and fails where one is beyond its floor.
"""
import argparse, glob, json, os, subprocess, sys


def figure(figures, path):
    keys = path.split(".")
    while keys:  # a key may hold dots itself: the longest that fits
        for n in range(len(keys), 0, -1):
            k = ".".join(keys[:n])
            if isinstance(figures, dict) and k in figures:
                figures, keys = figures[k], keys[n:]
                break
        else:
            return None
    return len(figures) if isinstance(figures, list) else figures


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("floors")
    p.add_argument("--lint", required=True)
    p.add_argument("--data", required=True)
    args = p.parse_args()
    bad = 0
    for group in json.load(open(args.floors, encoding="utf-8")):
        files = [f for g in group["files"] for f in sorted(glob.glob(os.path.join(args.data, g)))]
        if not files:
            print(f"skipped: no {group['files']}")
            continue
        out = subprocess.run([os.path.join(args.data, "eval/score.py"), group["mode"], "--json", "--lint", args.lint, *files],
                             capture_output=True, text=True)
        if out.returncode:
            sys.exit(f"score.py {group['mode']}: {out.stderr[-2000:]}")
        for path, figures in json.loads(out.stdout).items():
            for name, least, sign in [(k, v, 1) for k, v in group.get("at_least", {}).items()] + [(k, v, -1) for k, v in group.get("at_most", {}).items()]:
                got = figure(figures, name)
                ok = got is not None and sign * (got - least) >= -1e-9
                bad += not ok
                print(f"{'ok  ' if ok else 'FAIL'} {os.path.relpath(path, args.data):50} {name:24} {got if got is None else round(got, 4)} ({'>=' if sign > 0 else '<='} {least})")
    sys.exit(f"{bad} figures are beyond their floors" if bad else 0)


if __name__ == "__main__":
    main()
