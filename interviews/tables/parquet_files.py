"""Tables as Parquet, by pyarrow: the same types in every file, also where a column has nothing."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from interviews.tables.schema import Table


def write_parquet(table: Table) -> bytes:
    """A table as Parquet."""
    import pyarrow as pa
    from pyarrow import parquet

    types: Mapping[str, Any] = {
        "text": pa.string(),
        "whole": pa.int64(),
        "number": pa.float64(),
        "boolean": pa.bool_(),
    }
    schema = pa.schema([pa.field(column.name, types[column.type]) for column in table.columns])
    columns = list(zip(*table.rows, strict=True)) or [()] * len(table.columns)
    arrays = [
        pa.array([_fit(cell, field.type == pa.float64()) for cell in cells], type=field.type)
        for cells, field in zip(columns, schema, strict=True)
    ]
    file = BytesIO()
    parquet.write_table(pa.Table.from_arrays(arrays, schema=schema), file, compression="snappy")
    return file.getvalue()


def _fit(cell: Any, number: bool) -> Any:  # noqa: FBT001  whether a column holds numbers
    return float(cell) if number and cell is not None else cell
