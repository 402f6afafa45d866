"""Tidy layout of made trees against igraph's Reingold-Tilford and d3-flextree (node): the same trees, the same run.

In seconds of processor time, which other programs don't lengthen.
"""

from __future__ import annotations

import json
import random
import shutil
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

from eitc_desktop.chart.tidy import tidy

SIZES = (1_000, 10_000, 100_000)
GAP, LEVEL_GAP = 9.0, 26.0
FLEXTREE = "d3-flextree@2.1.2"

_FLEXTREE = """
import { flextree } from 'd3-flextree';
import { readFileSync } from 'node:fs';
const { parents, widths, heights, rounds } = JSON.parse(readFileSync(process.argv[2]));
const nodes = parents.map((_, i) => ({ size: [widths[i] + %(gap)f, heights[i] + %(level)f], children: [] }));
parents.forEach((parent, i) => { if (parent >= 0) nodes[parent].children.push(nodes[i]); });
const layout = flextree();
const times = [];
for (let i = 0; i <= rounds; i++) {
  const tree = layout.hierarchy(nodes[0]);
  const began = process.hrtime.bigint();
  layout(tree);
  times.push(Number(process.hrtime.bigint() - began) / 1e9);
}
console.log(JSON.stringify(times.slice(1)));
"""


def mixed_tree(count: int, seed: int = 7) -> list[int]:
    """Parents of a tree whose units have between none and twenty-five children, in the order of its levels."""
    chance = random.Random(seed)  # noqa: S311
    parents = [-1]
    unit = 0
    while len(parents) < count:
        last = unit == len(parents) - 1  # the tree must not end before it is large enough
        children = chance.choice((2, 3, 5) if last else (0, 1, 2, 3, 3, 5, 8, 13, 25))
        parents += [unit] * min(children, count - len(parents))
        unit += 1
    return parents


def box_sizes(count: int, seed: int = 1) -> tuple[list[float], list[float]]:
    """Widths and heights of boxes, mixed."""
    chance = random.Random(seed)  # noqa: S311
    widths = [chance.choice((24.0, 60.0, 96.0, 120.0)) for _ in range(count)]
    return widths, [chance.choice((20.0, 34.0, 60.0)) for _ in range(count)]


def time_tidy(rounds: int) -> dict[int, float]:
    """Median seconds of our layout at each size: measured in turn, so that the machine's moods meet all of them."""
    trees = {count: (mixed_tree(count), *box_sizes(count)) for count in SIZES}
    times: dict[int, list[float]] = {count: [] for count in SIZES}
    for _ in range(rounds + 1):
        for count, tree in trees.items():
            began = time.process_time()
            tidy(*tree, GAP, LEVEL_GAP)
            times[count].append(time.process_time() - began)
    return {count: statistics.median(each[1:]) for count, each in times.items()}


def time_igraph(count: int, rounds: int) -> float:
    """Median seconds of igraph's layout, which knows no sizes."""
    import igraph

    parents = mixed_tree(count)
    edges = [(parent, unit) for unit, parent in enumerate(parents) if parent >= 0]
    graph = igraph.Graph(n=count, edges=edges)
    times: list[float] = []
    for _ in range(rounds):
        began = time.process_time()
        graph.layout_reingold_tilford(root=[0])
        times.append(time.process_time() - began)
    return statistics.median(times)


def time_flextree(rounds: int) -> dict[int, float] | str:
    """Median seconds of d3-flextree at each size, or why it can't be had."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return "node and npm are not installed"
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        install = [npm, "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", FLEXTREE]
        try:
            subprocess.run(install, cwd=folder, check=True, capture_output=True, timeout=120)
        except (subprocess.SubprocessError, OSError):
            return f"npm could not install {FLEXTREE}"
        script = folder / "flextree.mjs"
        script.write_text(_FLEXTREE % {"gap": GAP, "level": LEVEL_GAP}, encoding="utf-8")
        found: dict[int, float] = {}
        for count in SIZES:
            widths, heights = box_sizes(count)
            tree = {"parents": mixed_tree(count), "widths": widths, "heights": heights, "rounds": rounds}
            data = folder / "tree.json"
            data.write_text(json.dumps(tree), encoding="utf-8")
            run = subprocess.run(
                [node, "--stack-size=4000", str(script), str(data)], check=False, capture_output=True, text=True
            )
            if run.returncode == 0:
                found[count] = statistics.median(json.loads(run.stdout))
        return found
