"""Learns how far to believe the network about a letter to a platform, beside what rules found in it; part of `fitting.py`."""

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

ALARMS = 0.04  # of letters in order that the network has not read
BESIDE = 0.02  # of them, where a fault is named beside what the rules found
NEARLY = 0.5  # so far above what is shipped stays the limit
FAR = 6.0  # as in `judgement.py`
TOGETHER = 5  # as in `platform_letters.py`
NAMES = ("anything", "first", "same", "rules", "some")


def weighed(row, categories):
    """What the judgement weighs, in the order of its names."""
    *single, anything = (min(FAR, max(-FAR, score)) for score in row["read"])
    named = {category for _, category in row["found"]}
    same = max((score for score, name in zip(single, categories, strict=True) if name in named), default=0.0)
    return [anything, max(single), same, len({rule for rule, _ in row["found"]}), float(bool(named))]


def told(row, categories, named):
    """Whether a letter that is warned of is told what is wrong with it."""
    said = {category for _, category in row["found"]}
    *single, _ = row["read"]
    if not said or max(single) >= named:
        said.add(categories[int(np.argmax(single))])
    return bool(said & set(row["breaks"]))


def of_letters(given):
    """The judgement of letters, and how it does on letters that neither it nor the network has learnt from."""
    categories, rows = given["categories"], [row for row in given["rows"] if not row["shipped"]]
    facts = np.array([weighed(row, categories) for row in rows])
    wrong = np.array([not row["harmless"] for row in rows])
    line = LogisticRegression(C=1.0, max_iter=5000)
    groups = np.arange(len(rows)) // TOGETHER
    totals = cross_val_predict(line, facts, wrong, groups=groups, cv=GroupKFold(5), method="decision_function")
    line.fit(facts, wrong)
    shipped = line.decision_function([weighed(row, categories) for row in given["rows"] if row["shipped"]])
    limit = max(float(np.quantile(totals[~wrong], 1 - ALARMS)), float(shipped.max()) + NEARLY)
    named = float(np.quantile([max(row["read"][:-1]) for row in rows if row["harmless"]], 1 - BESIDE))
    loud = totals >= limit
    judgement = {
        "limit": round(limit, 4), "start": round(float(line.intercept_[0]), 4),
        **{name: round(float(one), 4) for name, one in zip(NAMES, line.coef_[0], strict=True)},
        "named": round(named, 4), "trust": given["rules"],
    }  # fmt: skip
    reach = {
        name: [len(mine), int(sum(loud[place] for place in mine))]
        for name in categories
        if (mine := [place for place, row in enumerate(rows) if name in row["breaks"]])
    }
    rightly = sum(
        told(row, categories, named) for row, is_loud in zip(rows, loud, strict=True) if is_loud and row["breaks"]
    )
    figures = {
        "breaking": int(wrong.sum()), "caught": int((loud & wrong).sum()), "named": rightly,
        "harmless": int((~wrong).sum()), "alarms": int((loud & ~wrong).sum()), "reach": reach,
    }  # fmt: skip
    return judgement, figures
