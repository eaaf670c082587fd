"""Name, purpose, stage, reader and platforms of a template."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from claimdesk.ui.templates.reading import STAGES
from claimdesk.ui.widgets.labels import Plain


class TemplateAboutDialog(QDialog):
    """`decided(about)` with title, purpose, stage, audience and platforms; a new template may choose its reader."""

    decided = Signal(object)

    def __init__(
        self, about: Mapping[str, Any], stages: Mapping[str, str], platforms: Mapping[str, str], parent: QWidget,
        *, new: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setObjectName("template-about")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, True)
        self.setWindowTitle(self.tr("New template") if new else self.tr("Name and use"))
        self._new = new
        self._lines = {
            key: self._line(f"about-{key}", str(about[part][language]))
            for key, part, language in (("title_en", "title", "en"), ("title_zh", "title", "zh"),
                                        ("purpose_en", "purpose", "en"), ("purpose_zh", "purpose", "zh"))
        }  # fmt: skip
        self.stage = QComboBox()
        self.stage.setObjectName("about-stage")
        for stage in STAGES:
            self.stage.addItem(stages[stage], stage)
        self.stage.setCurrentIndex(max(0, self.stage.findData(about["stage"])))
        self.reader = QComboBox()
        self.reader.setObjectName("about-audience")
        self.reader.addItem(self.tr("To the buyer"), "buyer")
        self.reader.addItem(self.tr("To the platform"), "platform")
        self.reader.setCurrentIndex(max(0, self.reader.findData(about["audience"])))
        self.reader.setEnabled(new)
        self._boxes: dict[str, QCheckBox] = {}
        named = set(about["platforms"])
        for key, title in {"all": self.tr("All platforms"), **platforms}.items():
            box = QCheckBox(title)
            box.setObjectName(f"about-platform-{key}")
            box.setChecked(key in named)
            box.clicked.connect(lambda _=False, one=key: self._on_platform(one))
            self._boxes[key] = box
        self.wrong = Plain("", "table", "danger", wrap=True)
        self.wrong.hide()
        self._arrange()

    @staticmethod
    def _line(name: str, text: str) -> QLineEdit:
        line = QLineEdit(text)
        line.setObjectName(name)
        line.setMaxLength(300)
        return line

    def _arrange(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(1, 420)  # a width of the dialog itself would let its boxes be cut
        names = {"title_en": self.tr("English name"), "title_zh": self.tr("Chinese name"),
                 "purpose_en": self.tr("What it is for, English"), "purpose_zh": self.tr("What it is for, Chinese")}  # fmt: skip
        rows: list[tuple[str, QWidget]] = [(names[key], line) for key, line in self._lines.items()]
        rows += [(self.tr("Stage"), self.stage), (self.tr("Reader"), self.reader)]
        for at, (words, field) in enumerate(rows):
            grid.addWidget(Plain(words, "body", "text2"), at, 0)
            grid.addWidget(field, at, 1)
            field.setAccessibleName(words)
        boxes = QGridLayout()
        boxes.setHorizontalSpacing(16)
        boxes.setVerticalSpacing(6)
        for at, box in enumerate(self._boxes.values()):
            boxes.addWidget(box, at // 4, at % 4)
        grid.addWidget(Plain(self.tr("Platforms"), "body", "text2"), len(rows), 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(boxes, len(rows), 1)
        buttons = QDialogButtonBox()
        self.ok = buttons.addButton(
            self.tr("Create") if self._new else self.tr("Done"), QDialogButtonBox.ButtonRole.AcceptRole
        )  # fmt: skip
        self.ok.setObjectName("about-ok")
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.ok.setDefault(True)
        buttons.accepted.connect(self._on_ok)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(14)
        column.addLayout(grid)
        column.addWidget(self.wrong)
        column.addWidget(buttons)

    def _on_platform(self, key: str) -> None:
        """All of them, or some: one rules the other out."""
        if not self._boxes[key].isChecked():
            return
        for other, box in self._boxes.items():
            if (other == "all") != (key == "all"):
                box.setChecked(False)

    def _on_ok(self) -> None:
        texts = {key: line.text().strip() for key, line in self._lines.items()}
        platforms = [key for key, box in self._boxes.items() if box.isChecked()]
        missing = [key for key in ("title_en", "title_zh") if not texts[key]]
        if missing or not platforms:
            self.wrong.setText(self.tr("A template needs a name in both languages.") if missing
                               else self.tr("Choose at least one platform."))  # fmt: skip
            self.wrong.show()
            (self._lines[missing[0]] if missing else self._boxes["all"]).setFocus()
            return
        self.decided.emit({
            "title": {"en": texts["title_en"], "zh": texts["title_zh"]},
            "purpose": {"en": texts["purpose_en"], "zh": texts["purpose_zh"]},
            "stage": self.stage.currentData(), "audience": self.reader.currentData(), "platforms": platforms,
        })  # fmt: skip
        self.accept()
