"""What kind of issue a finding is, in a few words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def category_words(category: str) -> str:
    """The heading of a finding's card."""
    return {
        "incentive": QCoreApplication.translate("Findings", "Money for a review"),
        "review_change": QCoreApplication.translate("Findings", "Asks to change a review"),
        "positive_only": QCoreApplication.translate("Findings", "Asks for a good review"),
        "review_gating": QCoreApplication.translate("Findings", "Turns unhappy buyers away from reviews"),
        "contact": QCoreApplication.translate("Findings", "Contact outside the platform"),
        "link": QCoreApplication.translate("Findings", "Link to another site"),
        "off_platform": QCoreApplication.translate("Findings", "Payment or sale outside the platform"),
        "marketing": QCoreApplication.translate("Findings", "Advertising"),
        "threat": QCoreApplication.translate("Findings", "Reads as a threat"),
        "condition": QCoreApplication.translate("Findings", "Help tied to a condition"),
        "placeholder": QCoreApplication.translate("Findings", "Not filled in"),
        "tone": QCoreApplication.translate("Findings", "Tone"),
        "spelling": QCoreApplication.translate("Findings", "Spelling"),
        "length": QCoreApplication.translate("Findings", "Length"),
        "language": QCoreApplication.translate("Findings", "Language"),
        "completeness": QCoreApplication.translate("Findings", "Something is missing"),
        "contradiction": QCoreApplication.translate("Findings", "Differs from the record"),
        "frequency": QCoreApplication.translate("Findings", "Too many messages"),
        "returns": QCoreApplication.translate("Findings", "Returns rule"),
        "shipping": QCoreApplication.translate("Findings", "Shipping rule"),
    }.get(category, QCoreApplication.translate("Findings", "Please check"))
