"""The fitting itself, run by `learning.py` in an environment that has scikit-learn: JSON in, `likeness.json` out."""

import json
import sys
from concurrent.futures import ProcessPoolExecutor

import numpy as np
from letters_fitting import of_letters
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

KEPT = 40_000  # runs of words that tell most
ALARMS = 0.03  # of harmless unseen messages: nearly all are near misses, half of them twins of a breaking one
BESIDE = 0.03  # of them, where a category is named beside what the rules found
MEANT = 0.5  # as in `matching.py`
OWN_LIMIT = ("en", "zh", "ja")  # languages with messages enough for a limit of their own
FAR = 6.0  # as in `judgement.py`
TOGETHER = 30  # as in `learning.py`
RARITY = 1 / 25
WAYS = 3  # as in `parts.py`


def examples(rows):
    """The runs of words of what is judged at once, with what is known of it; what breaks a rule stands anywhere."""
    for row in rows:
        for reading in row["readings"]:
            whole = sorted({gram for part in reading["runs"] for gram in part})
            for part in reading["runs"] if reading["harmless"] else [whole]:
                yield part, reading


class Fitted:
    """One weight for each run of words and category, and one for anything that breaks a rule."""

    def __init__(self, rows, categories, vocabulary=None):
        texts, sources = zip(*examples(rows), strict=True)
        self.seer = TfidfVectorizer(
            analyzer=list, min_df=2 if vocabulary is None else 1, binary=True, vocabulary=vocabulary
        )
        seen = self.seer.fit_transform(texts)
        breaking = np.array([not row["harmless"] for row in sources])
        named = np.array([row["harmless"] or bool(row["breaks"]) for row in sources])
        lines = [self._line(seen, np.array([category in row["breaks"] for row in sources])) for category in categories]
        lines.append(self._line(seen[named], breaking[named]))
        self.weights = np.stack([line.coef_[0] for line in lines])
        self.start = np.array([float(line.intercept_[0]) for line in lines])

    @staticmethod
    def _line(seen, wanted):
        return LogisticRegression(C=20, class_weight="balanced", max_iter=300, solver="liblinear").fit(seen, wanted)

    def scores(self, rows):
        """Of each message for each category, then for anything: read in each way the highest, and of these the mean."""
        texts = [
            (place, way, runs)
            for place, row in enumerate(rows)
            for way, told in enumerate(row["ways"])
            for runs in told
        ]
        said = self.seer.transform([runs for _, _, runs in texts]) @ self.weights.T.copy() + self.start
        found = np.full((len(rows), WAYS, len(self.start)), -np.inf)
        for (place, way, _), one in zip(texts, said, strict=True):
            found[place, way] = np.maximum(found[place, way], one)
        return np.where(np.isneginf(found), self.start, found).mean(axis=1)


def small(rows, categories):
    """Fitted on the most telling runs of words alone."""
    first = Fitted(rows, categories)
    telling = (np.abs(first.weights) * first.seer.idf_).max(axis=0)
    kept = np.argsort(telling)[::-1][:KEPT]
    names = first.seer.get_feature_names_out()
    return Fitted(rows, categories, vocabulary=sorted(str(names[place]) for place in kept))


def without(task):
    """The scores of a part of the unseen messages when all others were learnt from."""
    rows, categories, part = task
    fitted = Fitted([row for row in rows if row["part"] != part], categories)
    return list(fitted.scores([row for row in rows if row["part"] == part]))


def features(scores, row, categories, rules):
    """What the judgement weighs, in the order of `judgement`'s names, then each rule."""
    named = {category for _, category in row["found"]}
    ids = {rule for rule, _ in row["found"]}
    first, second = sorted(scores[:-1], reverse=True)[:2]
    same = max((score for score, name in zip(scores[:-1], categories, strict=True) if name in named), default=0.0)
    return [scores[-1], first, second, same, len(ids), len(named), float(bool(ids)), *(rule in ids for rule in rules)]


def line_of(facts, breaking):
    """The logistic sum over what is weighed."""
    return LogisticRegression(C=0.5, max_iter=5000).fit(facts, breaking)


def judged(scores, unseen, categories, rules):
    """The judgement's line, and what it says of each message when it has learnt from the other parts."""
    facts = np.array([features(one, row, categories, rules) for one, row in zip(scores, unseen, strict=True)])
    breaking = np.array([not row["harmless"] for row in unseen])
    parts = np.array([row["part"] for row in unseen])
    said = np.zeros(len(unseen))
    for part in sorted(set(parts)):
        others = line_of(facts[parts != part], breaking[parts != part])
        said[parts == part] = others.decision_function(facts[parts == part])
    return line_of(facts, breaking), said


def meant(row, categories):
    """What the judgement weighs of the network's scores."""
    *single, anything = (min(FAR, max(-FAR, score)) for score in row["read"] or [-FAR] * (len(categories) + 1))
    named = {category for _, category in row["found"]}
    same = max((score for score, name in zip(single, categories, strict=True) if name in named), default=0.0)
    return [anything, max(single), same]


def with_meaning(totals, unseen, categories):
    """The line that weighs the network beside words and rules, and what it says when it has learnt from other messages."""
    facts = np.array([[total, *meant(row, categories)] for total, row in zip(totals, unseen, strict=True)])
    breaking = np.array([not row["harmless"] for row in unseen])
    groups = np.arange(len(unseen)) // TOGETHER
    apart = cross_val_predict(
        LogisticRegression(max_iter=5000), facts, breaking, groups=groups, cv=GroupKFold(5), method="decision_function"
    )
    return LogisticRegression(max_iter=5000).fit(facts, breaking), apart


def both(one, row):
    """What words and network say of each category together; the network has heard nothing of an empty message."""
    return one[:-1] + MEANT * np.array(row["read"] or [-FAR] * len(one))[:-1]


def named(one, row, categories, least):
    """Whether a message that is warned of is told what it breaks."""
    said, likely = {category for _, category in row["found"]}, both(one, row)
    if not said or likely.max() >= least:
        said.add(categories[int(likely.argmax())])
    return bool(said & set(row["breaks"]))


def limits(totals, unseen, share):
    """The limit of each language that has messages enough, and of the others together under ""."""
    found = {}
    for group in ("", *OWN_LIMIT):
        mine = [
            total
            for total, row in zip(totals, unseen, strict=True)
            if row["harmless"] and (row["language"] == group or (not group and row["language"] not in OWN_LIMIT))
        ]
        found[group] = round(float(np.quantile(mine, 1 - share)), 4)
    return found


def figures(said, limit, least, scores, unseen, categories):
    """Messages caught, named rightly and alarmed about, by language."""
    found = {}
    for language in sorted({row["language"] for row in unseen}):
        mine = [one for one in zip(said, scores, unseen, strict=True) if one[2]["language"] == language]
        loud = [(one, row) for total, one, row in mine if total >= limit.get(language, limit[""])]
        hit = [(one, row) for one, row in loud if not row["harmless"]]
        found[language] = {
            "breaking": sum(not row["harmless"] for _, _, row in mine),
            "caught": len(hit),
            "named": sum(named(one, row, categories, least) for one, row in hit),
            "harmless": sum(row["harmless"] for _, _, row in mine),
            "alarms": len(loud) - len(hit),
        }
    return found


def main():
    """Fit, measure on the unseen messages that the network has not read either, and print the file."""
    said = json.load(sys.stdin)
    rows, categories = said["rows"], said["categories"]
    parts = sorted({row["part"] for row in rows} - {-1})
    unseen = [row for part in parts for row in rows if row["part"] == part]
    with ProcessPoolExecutor(2) as pool:
        scores = [one for part in pool.map(without, [(rows, categories, part) for part in parts]) for one in part]
    rules = sorted({rule for row in unseen for rule, _ in row["found"]})
    line, totals = judged(scores, unseen, categories, rules)
    apart = [place for place, row in enumerate(unseen) if row["part"] == said["apart"]]
    scores, unseen, totals = [scores[place] for place in apart], [unseen[place] for place in apart], totals[apart]
    second, totals = with_meaning(totals, unseen, categories)
    harmless = [place for place, row in enumerate(unseen) if row["harmless"]]
    limit = limits(totals, unseen, ALARMS)
    least = float(np.quantile([both(scores[place], unseen[place]).max() for place in harmless], 1 - BESIDE))
    measured = figures(totals, limit, least, scores, unseen, categories)
    fitted = small(rows, categories)
    learnt = written(said, fitted, line, second, rules, limit, least, measured)
    learnt["judgement"]["letters"], learnt["letters"] = of_letters(said["letters"])
    print(json.dumps(learnt, ensure_ascii=False, indent=0))
    for share in (0.02, 0.03, 0.05, 0.07, 0.10):
        tried = figures(totals, limits(totals, unseen, share), least, scores, unseen, categories)
        told = {
            name: [round(one["caught"] / one["breaking"], 3), round(one["alarms"] / one["harmless"], 3)]
            for name, one in tried.items()
        }
        print(share, told, file=sys.stderr)


def written(said, fitted, line, second, rules, limit, least, measured):
    """What `likeness.json` holds; the weights of words and rules are already those beside the network."""
    rarity = fitted.seer.idf_
    weights = fitted.weights * rarity
    unit = float(np.abs(weights).max()) / 127
    bytes_ = np.clip(np.rint(weights / unit), -127, 127).astype(np.int8)
    table = {
        str(gram): bytes([min(255, round(float(rarity[place]) / RARITY)), *bytes_[:, place].astype(np.uint8)]).hex()
        for place, gram in enumerate(fitted.seer.get_feature_names_out())
    }
    names = ("anything", "first", "second", "same", "rules", "categories", "some")
    words, *meaning = second.coef_[0]
    weighed = [round(float(one * words), 4) for one in line.coef_[0]]
    start = float(line.intercept_[0] * words + second.intercept_[0])
    judgement = {
        "limit": limit, "start": round(start, 4), **dict(zip(names, weighed, strict=False)),
        "meant": [round(float(one), 4) for one in meaning],
        "trust": dict(zip(rules, weighed[len(names) :], strict=True)),
    }  # fmt: skip
    return {
        "written": said["today"], "messages": len(said["rows"]), "categories": said["categories"],
        "least": round(least, 3), "start": [round(float(one), 4) for one in fitted.start], "unit": unit, "rarity": RARITY,
        "judgement": judgement, "unseen": measured, "weights": table,
    }  # fmt: skip


if __name__ == "__main__":
    main()
