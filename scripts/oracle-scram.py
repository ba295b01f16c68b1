"""Writes packages/engine/fixtures/open-psa/scram.json: what SCRAM says of the models beside it.

Needs `scram` (Debian package scram, 0.16.2). Run from the root of the repository: python3 scripts/oracle-scram.py
"""

import json
import pathlib
import subprocess
import xml.etree.ElementTree as ET

folder = pathlib.Path("packages/engine/fixtures/open-psa")
version = subprocess.run(["scram", "--version"], capture_output=True, text=True, check=True).stdout.split()[1]
# The other models have no distributions, and one number is enough.
trials, seed = 100_000, 17


OVER_TIME = ("point-exponential.xml", "point-glm.xml", "point-weibull.xml", "point-periodic-4.xml", "shared-rate.xml")


def bins(histogram):
    return [float(b.get("value")) for b in histogram]


def run(path):
    uncertain = not path.name.startswith(("point-", "ccf-", "event-tree-", "importance"))
    options = ["--bdd", "--probability", "1", "--importance", "1", "--ccf", "1"]
    over_time = path.name in OVER_TIME
    if over_time:
        options += ["--time-step", "700", "--sil", "1"]
    if uncertain:
        options += ["--uncertainty", "1", "--num-trials", str(trials), "--seed", str(seed)]
    report = ET.fromstring(
        subprocess.run(["scram", *options, str(path)], capture_output=True, text=True, check=True).stdout
    )
    result = {}
    sequences = {s.get("name"): float(s.get("value")) for s in report.iter("sequence")}
    if sequences:
        return {"sequences": sequences}
    products = report.find("results/sum-of-products")
    result["probability"] = float(products.get("probability"))
    result["products"] = int(products.get("products"))
    result["byOrder"] = [int(n) for n in products.get("distribution").split()]
    importance = {}
    for event in report.find("results/importance"):
        members = [e.get("name") for e in event]
        name = event.get("name") if not members else "[" + " ".join(members) + "]"
        importance[name] = {k: float(event.get(k)) for k in ("occurrence", "probability", "MIF", "CIF", "DIF", "RAW", "RRW")}
    result["importance"] = importance
    if over_time:
        levels = report.find("results/safety-integrity-levels")
        pfd, pfh = levels.findall("histogram")
        result["overTime"] = {
            "step": 700,
            "curve": [[float(p.get("X")), float(p.get("Y"))] for p in report.find("results/curve")],
            "pfdAvg": float(levels.get("PFD-avg")),
            "pfd": bins(pfd),
            "pfhAvg": float(levels.get("PFH-avg")),
            "pfh": bins(pfh),
        }
    measure = report.find("results/measure")
    if measure is not None:
        result["uncertainty"] = {
            "trials": trials,
            "mean": float(measure.find("mean").get("value")),
            "standardDeviation": float(measure.find("standard-deviation").get("value")),
            "quantiles": [float(q.get("upper-bound")) for q in measure.find("quantiles")],
        }
    return result


models = {path.stem: run(path) for path in sorted(folder.glob("*.xml"))}
(folder / "scram.json").write_text(json.dumps({"scram": version, "models": models}, indent=1) + "\n")
