"""A text the program says, in both of its languages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bilingual:
    """One text in English and Simplified Chinese."""

    en: str
    zh: str

    def get(self, language: str) -> str:
        """The text for an interface language (`en`, `zh`, `zh-Hant`…); Traditional is converted where it is shown."""
        return self.zh if language.startswith("zh") else self.en

    def filled(self, **values: object) -> Bilingual:
        """Both texts with `{name}` replaced from `values`; unknown names stay as they are."""
        known = _Known(values)
        return Bilingual(self.en.format_map(known), self.zh.format_map(known))


class _Known(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "{" + key + "}"
