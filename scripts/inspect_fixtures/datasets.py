"""Small data sets."""

from inspect_ai.dataset import MemoryDataset, Sample
from inspect_ai.solver import TaskState


def numbered(count: int, metadata=None) -> MemoryDataset:
    """Samples whose ids are numbers and texts in turn: `s1`, 2, `s3`, …"""
    return MemoryDataset(
        [
            Sample(id=f"s{i}" if i % 2 else i, input=f"question {i}", target="yes", metadata=metadata(i) if metadata else None)
            for i in range(1, count + 1)
        ],
        name="numbered",
    )


def number(state: TaskState) -> int:
    return int(str(state.sample_id).lstrip("s"))


def plain_metadata(i: int):
    return {"is_attack": i % 2 == 0, "strategy": f"k{i % 3}", "suspicion": i / 10, "long": "x" * 2000}


def every_kind(i: int):
    """A metadata value of every kind of JSON."""
    return {
        "yes": True, "whole": i, "real": i + 0.25, "text": f"t{i}", "unicode": "Ωé\U0001f600", "empty": "", "nothing": None,
        "list": [1, "a", None], "object": {"inner": {"deep": i}}, "group": f"g{i % 2}", "large": 2**53 + 1, "tiny": 1e-300,
        "infinite": float("inf"), "nan": float("nan"),
    }


IDS = [7, 0, "7a", "folder/name", "a/b/c", "Ωé \U0001f600", "with space.json", "x_epoch_2", "x_epoch_2/sample", "%2F", "q\"uote", "metadata", 2**53 + 1]


def named(step: int = 1) -> MemoryDataset:
    """Ids that are awkward as the names of files, or every so many of them."""
    return MemoryDataset([Sample(id=each, input="question", target="yes") for each in IDS[::step]], name="named")
