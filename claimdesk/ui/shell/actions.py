"""The menus of DESIGN §2 and the shortcuts of §4: one QAction each, in the window and in the search over commands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenuBar

from claimdesk.ui.language import CHOICES as LANGUAGES
from claimdesk.ui.shell.no_case import NoCase
from claimdesk.ui.shell.places import RAIL
from claimdesk.ui.theme import CHOICES as LOOKS
from claimdesk.ui.widgets.menus import Menu

_SHOWN_LANGUAGES = LANGUAGES


@dataclass(frozen=True, slots=True)
class Commands:
    """What the menus do; the window gives the functions."""

    go_to: Callable[[str], object]
    new_case: Callable[[], object]
    from_clipboard: Callable[[], object]
    choose_files: Callable[[], object]
    export: Callable[[], object]
    calendar: Callable[[], object]
    back_up: Callable[[], object]
    restore: Callable[[], object]
    close: Callable[[], object]
    undo: Callable[[], object]
    redo: Callable[[], object]
    cut: Callable[[], object]
    copy: Callable[[], object]
    paste: Callable[[], object]
    find: Callable[[], object]
    search: Callable[[], object]
    toggle_context: Callable[[], object]
    choose_theme: Callable[[str], object]
    choose_language: Callable[[str], object]
    policy_check: Callable[[], object]
    check_data: Callable[[], object]
    unassigned: Callable[[], object]
    guides: Callable[[], object]
    sources: Callable[[], object]
    next_pane: Callable[[], object]
    previous_pane: Callable[[], object]
    shortcuts: Callable[[], object]
    about: Callable[[], object]


class Menus(QObject):
    """Fills a menu bar. `case_menu` is filled by the window with the actions of the screen in front."""

    def __init__(self, window: QMainWindow, bar: QMenuBar, commands: Commands) -> None:
        super().__init__(window)
        self._window = window
        self._bar = bar
        self._actions: dict[str, QAction] = {}
        self._menus: dict[str, Menu] = {}
        self._looks = QActionGroup(self)
        self._languages = QActionGroup(self)
        self._fill_file(commands)
        self._fill_edit(commands)
        self._fill_view(commands)
        self.case_menu = self._menu("case")
        self._no_case = NoCase(self)
        self._of_case: tuple[QAction, ...] = ()
        self._fill_tools(commands)
        self._fill_help(commands)
        self.retranslate()

    def action(self, name: str) -> QAction:
        return self._actions[name]

    def menu(self, name: str) -> Menu:
        return self._menus[name]

    def commands(self) -> Sequence[QAction]:
        """Every command that can be searched for, those of the screen in front first."""
        return [*self._of_case, *(a for name, a in self._actions.items() if name not in _NOT_SEARCHED)]

    def keyed(self) -> Sequence[QAction]:
        """Every command that has a key, as the sheet of shortcuts names them: undo and the search are among them."""
        return [action for action in (*self._of_case, *self._actions.values()) if not action.shortcut().isEmpty()]

    def show_choices(self, theme: str, language: str) -> None:
        """Tick the look and the language chosen."""
        for action in (*self._looks.actions(), *self._languages.actions()):
            action.setChecked(action.data() in (f"theme-{theme}", f"language-{language}"))

    def show_case_actions(self, actions: Sequence[QAction]) -> None:
        """What the Case menu holds: these, or its commands greyed while no case is in front."""
        self._of_case = tuple(actions)
        self.case_menu.clear()
        self.case_menu.addActions(list(actions or self._no_case.actions))

    def _menu(self, name: str, parent: Menu | None = None) -> Menu:
        menu = Menu(self._window)
        menu.setObjectName(f"menu-{name}")
        (parent or self._bar).addMenu(menu)
        self._menus[name] = menu
        return menu

    def _add(self, menu: Menu, name: str, act: Callable[[], object], *keys: str | QKeySequence.StandardKey) -> QAction:
        action = QAction(self._window)
        action.setObjectName(f"action-{name}")
        if keys:
            action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(lambda *_: act())
        menu.addAction(action)
        self._window.addAction(action)  # a shortcut works on macOS and while the menu bar is hidden too
        self._actions[name] = action
        return action

    def _fill_file(self, do: Commands) -> None:
        menu = self._menu("file")
        self._add(menu, "new-case", do.new_case, "Ctrl+N")
        # A field that is written in keeps Ctrl+V for itself: the shortcut comes only where nobody types.
        self._add(menu, "from-clipboard", do.from_clipboard, QKeySequence.StandardKey.Paste)
        menu.addSeparator()
        self._add(menu, "choose-files", do.choose_files, "Ctrl+O")
        self._add(menu, "export", do.export, "Ctrl+E")
        self._add(menu, "calendar", do.calendar)
        menu.addSeparator()
        self._add(menu, "back-up", do.back_up)
        self._add(menu, "restore", do.restore)
        menu.addSeparator()
        quit_action = self._add(menu, "quit", do.close, "Ctrl+Q")
        quit_action.setMenuRole(QAction.MenuRole.QuitRole)

    def _fill_edit(self, do: Commands) -> None:
        menu = self._menu("edit")
        self._add(menu, "undo", do.undo, QKeySequence.StandardKey.Undo)
        self._add(menu, "redo", do.redo, "Ctrl+Y", "Ctrl+Shift+Z")
        menu.addSeparator()
        # Fields handle these keys themselves; as shortcuts they would be taken away from them.
        self._add(menu, "cut", do.cut)
        self._add(menu, "copy", do.copy)
        self._add(menu, "paste", do.paste)
        menu.addSeparator()
        self._add(menu, "find", do.find, "Ctrl+F")
        self._add(menu, "search", do.search, "Ctrl+K")

    def _fill_view(self, do: Commands) -> None:
        menu = self._menu("view")
        keys = {
            "today": "Ctrl+1",
            "cases": "Ctrl+2",
            "orders": "Ctrl+3",
            "templates": "Ctrl+5",
            "reports": "Ctrl+6",
            "settings": "Ctrl+,",
        }
        for place in RAIL:
            name = place.name
            wanted = ("Ctrl+4", "Ctrl+I") if name == "import" else (keys[name],)
            if name == "settings":
                continue
            self._add(menu, f"go-{name}", self._going(do, name), *wanted)
        menu.addSeparator()
        self._add(menu, "context", do.toggle_context, "Ctrl+\\")
        self._add(menu, "next-pane", do.next_pane, "F6")
        self._add(menu, "previous-pane", do.previous_pane, "Shift+F6")
        themes = self._menu("theme", menu)
        for look in LOOKS:
            self._choice(themes, self._looks, f"theme-{look}", self._choosing(do.choose_theme, look))
        languages = self._menu("language", menu)
        for language in _SHOWN_LANGUAGES:
            self._choice(
                languages, self._languages, f"language-{language}", self._choosing(do.choose_language, language)
            )
        menu.addSeparator()
        settings = self._add(menu, "go-settings", self._going(do, "settings"), keys["settings"])
        settings.setMenuRole(QAction.MenuRole.PreferencesRole)

    def _fill_tools(self, do: Commands) -> None:
        menu = self._menu("tools")
        self._add(menu, "policy-check", do.policy_check)
        self._add(menu, "unassigned", do.unassigned)
        menu.addSeparator()
        self._add(menu, "check-data", do.check_data)

    def _fill_help(self, do: Commands) -> None:
        menu = self._menu("help")
        self._add(menu, "guides", do.guides, QKeySequence.StandardKey.HelpContents)
        self._add(menu, "sources", do.sources)
        self._add(menu, "shortcuts", do.shortcuts)
        about = self._add(menu, "about", do.about)
        about.setMenuRole(QAction.MenuRole.AboutRole)

    def _choice(self, menu: Menu, group: QActionGroup, name: str, act: Callable[[], object]) -> None:
        action = self._add(menu, name, act)
        action.setCheckable(True)
        action.setData(name)
        group.addAction(action)

    @staticmethod
    def _going(do: Commands, name: str) -> Callable[[], object]:
        return lambda: do.go_to(name)

    @staticmethod
    def _choosing(choose: Callable[[str], object], value: str) -> Callable[[], object]:
        return lambda: choose(value)

    def retranslate(self) -> None:
        titles = {
            "file": self.tr("&File"),
            "edit": self.tr("&Edit"),
            "view": self.tr("&View"),
            "case": self.tr("&Case"),
            "tools": self.tr("T&ools"),
            "help": self.tr("&Help"),
            "theme": self.tr("Theme"),
            "language": self.tr("Language"),
        }
        for name, menu in self._menus.items():
            menu.setTitle(titles[name])
        texts = {
            "new-case": self.tr("&New case"),
            "from-clipboard": self.tr("New case from clip&board"),
            "choose-files": self.tr("&Import files…"),
            "export": self.tr("&Export to Excel"),
            "calendar": self.tr("Export deadlines to a &calendar…"),
            "back-up": self.tr("Back &up now"),
            "restore": self.tr("&Restore…"),
            "quit": self.tr("&Quit"),
            "undo": self.tr("&Undo"),
            "redo": self.tr("&Redo"),
            "cut": self.tr("Cu&t"),
            "copy": self.tr("&Copy"),
            "paste": self.tr("&Paste"),
            "find": self.tr("&Find on this screen"),
            "search": self.tr("&Search everything"),
            "go-today": self.tr("&Today"),
            "go-cases": self.tr("&Cases"),
            "go-orders": self.tr("&Orders"),
            "go-import": self.tr("&Import"),
            "go-templates": self.tr("Te&mplates"),
            "go-reports": self.tr("&Reports"),
            "go-settings": self.tr("&Settings"),
            "context": self.tr("Context &pane"),
            "theme-light": self.tr("Light"),
            "theme-dark": self.tr("Dark"),
            "theme-system": self.tr("As the system"),
            "language-en": "English",
            "language-zh": "简体中文",
            "language-system": self.tr("As the system"),
            "next-pane": self.tr("Next pane"),
            "previous-pane": self.tr("Previous pane"),
            "policy-check": self.tr("&Policy check on any text…"),
            "unassigned": self.tr("&Messages without an order…"),
            "check-data": self.tr("Check &database"),
            "guides": self.tr("&Guides"),
            "sources": self.tr("&Rule sources"),
            "shortcuts": self.tr("&Shortcuts"),
            "about": self.tr("&About ClaimDesk"),
        }
        for name, action in self._actions.items():
            action.setText(texts[name])
        self._no_case.retranslate()


_NOT_SEARCHED = frozenset(("undo", "redo", "cut", "copy", "paste", "search"))
