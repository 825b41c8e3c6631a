"""Turn published reports that nobody annotated into wordpieces, as ``prepare`` does: to imitate a reader on them.

They are the news clusters and TimeML's articles. Needs `training/claims` on the path, which knows how to read them.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from prepare import write
from published import articles


def main() -> None:
    """Prepare them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder of the public data")
    parser.add_argument("tokenizer", type=Path, help="the encoder's tokenizer.json")
    parser.add_argument("output", type=Path, help="where the JSON lines go")
    options = parser.parse_args()
    annotated = {path.stem for path in options.data.glob("polnear/*/text/*.txt")}
    reports = articles(options.data).items()
    unmarked = ((name, report.text, [[]]) for name, report in reports if name not in annotated)
    write(unmarked, options.tokenizer, options.output)


if __name__ == "__main__":
    main()
