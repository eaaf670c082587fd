"""The fitting itself, run by `learning.py` in an environment that has scikit-learn: JSON in, `likeness.json` out."""

import json
import sys

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

KEPT = 30_000  # runs of words that tell most
ALARMS = 0.03  # of harmless messages, most of them near misses, that may read like a breaking one
PARTS = 6  # files left out together
OWN_ROUNDS = ("own", "letters", "one", "two", "three", "four", "five", "six", "seven", "eight")
RARITY = 1 / 25


class Fitted:
    """One weight for each run of words and category."""

    def __init__(self, rows, categories, vocabulary=None):
        texts, breaks = [], []
        for row in rows:
            whole = sorted({gram for part in row["judged"] for gram in part})
            for part in [whole] if not row["harmless"] else [*row["judged"], *row["single"]]:
                texts.append(part)
                breaks.append(row["breaks"])
        self.seer = TfidfVectorizer(
            analyzer=list, min_df=2 if vocabulary is None else 1, binary=True, vocabulary=vocabulary
        )
        seen = self.seer.fit_transform(texts)
        weights, start = [], []
        for category in categories:
            wanted = np.array([category in one for one in breaks])
            line = LogisticRegression(C=20, class_weight="balanced", max_iter=300, solver="liblinear").fit(seen, wanted)
            weights.append(line.coef_[0])
            start.append(float(line.intercept_[0]))
        self.weights, self.start = np.stack(weights), np.array(start)

    def best(self, row):
        """Score and place of the category that a message reads most like."""
        scores = (self.seer.transform(row["judged"] or [[]]) @ self.weights.T + self.start).max(axis=0)
        return float(scores.max()), int(scores.argmax())


def small(rows, categories):
    """Fitted on the most telling runs of words alone."""
    first = Fitted(rows, categories)
    telling = (np.abs(first.weights) * first.seer.idf_).max(axis=0)
    kept = np.argsort(telling)[::-1][:KEPT]
    names = first.seer.get_feature_names_out()
    return Fitted(rows, categories, vocabulary=sorted(str(names[place]) for place in kept))


def held_out(rows, categories):
    """What messages of each file score when nothing was learnt from that file, nor from those left out with it."""
    others = sorted({row["source"] for row in rows} - set(OWN_ROUNDS))
    scores = []
    for part in range(PARTS):
        out = set(others[part::PARTS])
        fitted = Fitted([row for row in rows if row["source"] not in out], categories)
        scores += [(row, *fitted.best(row)) for row in rows if row["source"] in out]
    return scores


def figures(scores, least, categories):
    """Shares of messages caught, named rightly and alarmed about, by language."""
    found = {}
    for language in sorted({row["language"] for row, _, _ in scores}):
        mine = [one for one in scores if one[0]["language"] == language]
        breaking = [one for one in mine if one[0]["breaks"]]
        harmless = [one for one in mine if one[0]["harmless"]]
        hit = [one for one in breaking if one[1] >= least]
        if len(breaking) > 20:
            found[language] = {
                "breaking": len(breaking),
                "caught": len(hit),
                "named": sum(categories[place] in row["breaks"] for row, _, place in hit),
                "harmless": len(harmless),
                "alarms": sum(score >= least for _, score, _ in harmless),
            }
    return found


def main():
    """Fit, measure on files left out, and print the file."""
    said = json.load(sys.stdin)
    rows, categories = said["rows"], said["categories"]
    strangers = held_out(rows, categories)
    least = float(np.quantile([score for row, score, _ in strangers if row["harmless"]], 1 - ALARMS))
    fitted = small(rows, categories)
    rarity = fitted.seer.idf_
    weights = fitted.weights * rarity
    unit = float(np.abs(weights).max()) / 127
    bytes_ = np.clip(np.rint(weights / unit), -127, 127).astype(np.int8)
    table = {
        str(gram): bytes([min(255, round(float(rarity[place]) / RARITY)), *bytes_[:, place].astype(np.uint8)]).hex()
        for place, gram in enumerate(fitted.seer.get_feature_names_out())
    }
    result = {
        "written": said["today"], "messages": len(rows), "categories": categories, "least": round(least, 3),
        "start": [round(float(one), 4) for one in fitted.start], "unit": unit, "rarity": RARITY,
        "held_out": figures(strangers, least, categories), "weights": table,
    }  # fmt: skip
    print(json.dumps(result, ensure_ascii=False, indent=0))
    print(json.dumps({"least": least, **result["held_out"]}, indent=1), file=sys.stderr)


main()
