"""English or Chinese for the whole interface, switched without a restart."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QObject, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from claimdesk.ui.fonts import base_font
from claimdesk.ui.shipped import resource

CHOICES = ("en", "zh", "system")


class Language(QObject):
    """The language of the interface. `changed` is emitted after fonts and translators are in place."""

    changed = Signal(str)

    def __init__(self, app: QApplication, choice: str = "system", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._translators: list[QTranslator] = []
        self._choice = choice if choice in CHOICES else "system"
        self._shown = ""
        self._apply()

    @property
    def choice(self) -> str:
        """What the operator chose: en, zh or system."""
        return self._choice

    @property
    def shown(self) -> str:
        """What is shown: en or zh."""
        return self._shown

    def choose(self, choice: str) -> None:
        """Show another language at once; every widget gets a LanguageChange event."""
        if choice in CHOICES:
            self._choice = choice
            self._apply()

    def _apply(self) -> None:
        code = self._choice if self._choice != "system" else system_language()
        if code == self._shown:
            return
        self._shown = code
        self._app.setProperty("language", code)
        self._app.setFont(base_font(code))
        QLocale.setDefault(
            QLocale(QLocale.Language.Chinese, QLocale.Country.China)
            if code == "zh"
            else QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
        )
        for old in self._translators:
            self._app.removeTranslator(old)
        self._translators = _translators(code)
        for new in self._translators:
            self._app.installTranslator(new)
        # Every window hears of it now and once, not in the next round of events and once per translator.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LanguageChange.value)
        self.changed.emit(code)


def system_language() -> str:
    """`zh` where the system speaks Chinese, otherwise `en`."""
    return "zh" if QLocale.system().name().startswith("zh") else "en"


def _translators(code: str) -> list[QTranslator]:
    """Ours, and Qt's own for the texts of its dialogs; English needs neither."""
    if code != "zh":
        return []
    wanted = (
        ("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        ("claimdesk_zh", resource("locale").as_posix()),
    )
    result = []
    for name, folder in wanted:
        translator = QTranslator()
        if translator.load(name, folder):
            result.append(translator)
    return result
