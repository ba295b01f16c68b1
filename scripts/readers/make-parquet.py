"""Writes the Parquet fixtures, and beside them what pyarrow itself reads from each; see make-fixtures.sh.

    python make-parquet.py FOLDER
"""

import datetime
import decimal
import json
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

folder = Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
UTC = datetime.timezone.utc
rows = 12


def some(value, at):
    """Every fourth value is missing."""
    return None if at % 4 == 3 else value


def column(make):
    return [some(make(at), at) for at in range(rows)]


trials = pa.table(
    {
        "sample": [f"s{at // 2}" for at in range(rows)],
        "epoch": pa.array([1 + at % 2 for at in range(rows)], pa.int32()),
        "group": pa.array(["easy", "hard", "hard"] * 4).dictionary_encode(),
        "score": pa.array([at / 8 for at in range(rows)], pa.float64()),
        "success": [at % 3 == 0 for at in range(rows)],
        "error": pa.array([None] * 10 + ["timeout", ""], pa.string()),
        "judge": pa.array(
            column(lambda at: {"harm": at / 4, "detail": some({"kind": "x" * (at % 5), "sure": at % 2 == 0}, at + 1)}),
            pa.struct([("harm", pa.float32()), ("detail", pa.struct([("kind", pa.string()), ("sure", pa.bool_())]))]),
        ),
        "tags": pa.array(column(lambda at: ["a"] * at), pa.list_(pa.string())),
    }
)
types = pa.table(
    {
        "i8": pa.array(column(lambda at: at - 6), pa.int8()),
        "u16": pa.array(column(lambda at: 60000 + at), pa.uint16()),
        "u32": pa.array(column(lambda at: 2**32 - 1 - at), pa.uint32()),
        "i64": pa.array(column(lambda at: 2**53 + at - 2), pa.int64()),
        "u64": pa.array(column(lambda at: 2**64 - 1 - at), pa.uint64()),
        "f16": pa.array(column(lambda at: float(at) / 2), pa.float16()),
        "f32": pa.array(column(lambda at: 0.1 * at), pa.float32()),
        "f64": pa.array([float("nan"), float("inf"), -float("inf"), None, 0.1, -0.0, 5e-324, 1e308, 1.0, 2.0, 3.0, None]),
        "day": pa.array(column(lambda at: datetime.date(1969, 12, 30) + datetime.timedelta(at)), pa.date32()),
        "ms": pa.array(column(lambda at: datetime.datetime(2026, 1, 2, 3, 4, 5, 678000 + 1000 * at)), pa.timestamp("ms")),
        "us": pa.array(column(lambda at: datetime.datetime(2026, 1, 2, 3, 4, 5, 678901 + at, UTC)), pa.timestamp("us", "UTC")),
        "ns": pa.array(column(lambda at: 1767323045678901234 + at), pa.timestamp("ns")),
        "time": pa.array(column(lambda at: datetime.time(1, 2, 3, at)), pa.time64("us")),
        "small": pa.array(column(lambda at: decimal.Decimal(at - 6).scaleb(-2)), pa.decimal128(5, 2)),
        "money": pa.array(column(lambda at: decimal.Decimal("12345678901234567.89") + at), pa.decimal128(38, 2)),
        "text": pa.array(column(lambda at: "ä€😀"[: at % 4]), pa.large_string()),
        "plain_bytes": pa.array(column(lambda at: b"abc" + bytes([65 + at])), pa.binary()),
        "odd_bytes": pa.array(column(lambda at: bytes([0xFF, at])), pa.binary()),
        "uuid_bytes": pa.array(column(lambda at: bytes(range(at, at + 16))), pa.binary(16)),
        "nothing": pa.nulls(rows),
    }
)

expected = {"madeBy": {"pyarrow": pa.__version__}, "files": {}}


def plain(value):
    """As JSON holds it, without loss."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, float) and (value != value or value in (float("inf"), -float("inf"))):
        return str(value)
    if isinstance(value, bytes):
        return {"hex": value.hex()}
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) > 2**53 - 1:
        return {"int": str(value)}
    if isinstance(value, (datetime.datetime, datetime.date, datetime.time)):
        return {"iso": value.isoformat()}
    if isinstance(value, decimal.Decimal):
        return {"decimal": format(value, "f")}
    return value


def write(name, table, **options):
    file = folder / f"{name}.parquet"
    pq.write_table(table, file, **options)
    back = pq.read_table(file)
    columns = {}
    for field in back.schema.names:
        values = back[field]
        if pa.types.is_timestamp(values.type) and values.type.unit == "ns":
            columns[field] = [None if v is None else {"ns": str(v)} for v in values.cast(pa.int64()).to_pylist()]
        else:
            columns[field] = [plain(v) for v in values.to_pylist()]
    meta = pq.read_metadata(file)
    expected["files"][file.name] = {"rows": meta.num_rows, "groups": meta.num_row_groups, "columns": columns}


for codec in ["none", "snappy", "gzip", "brotli", "lz4", "zstd"]:
    write(f"trials-{codec}", trials, compression=codec, row_group_size=5)
write("trials-v2-pages", trials, compression="zstd", data_page_version="2.0", row_group_size=7)
write("trials-plain", trials, compression="none", use_dictionary=False)
write("trials-pages", trials, compression="snappy", data_page_size=16, write_page_checksum=True, write_page_index=True)
write("trials-old", trials, version="1.0", compression="snappy")
write("types", types, compression="zstd")
write("types-plain", types.drop_columns(["nothing"]), compression="none", use_dictionary=False)
write("types-int96", types.select(["ms", "us"]), use_deprecated_int96_timestamps=True)
simple = pa.table({"a": pa.array(range(100), pa.int32()), "b": pa.array(range(100), pa.int64()), "c": [f"row {i:03d} " for i in range(100)], "d": pa.array([i / 7 for i in range(100)])})
write("encodings-delta", simple, use_dictionary=False, column_encoding={"a": "DELTA_BINARY_PACKED", "b": "DELTA_BINARY_PACKED", "c": "DELTA_BYTE_ARRAY", "d": "BYTE_STREAM_SPLIT"})
write("encodings-delta-length", simple, use_dictionary=False, column_encoding={"c": "DELTA_LENGTH_BYTE_ARRAY"})
write("empty", trials.slice(0, 0))

(folder / "expected.json").write_text(json.dumps(expected, indent=1, ensure_ascii=True) + "\n")
