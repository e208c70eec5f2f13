"""The window's style sheet, from colours by role; widgets name their part in `kind`."""

from collections.abc import Mapping
from string import Template
from typing import Final


class _RoleTemplate(Template):
    idpattern = r"[a-z]+(?:\.[a-z]+)*"


_RULES: Final = _RoleTemplate("""
QWidget { font-family: "PilotMap Inter"; font-size: 13px; color: ${ink}; }
QMainWindow, QDialog { background: ${panel}; }
QWidget[kind="panel"] { background: ${panel}; }
QWidget[kind="notice"] { background: ${hover}; border-bottom: 1px solid ${line}; }
QWidget[kind="surface"] { background: ${surface}; }
QScrollArea { background: transparent; border: none; }
QToolTip { background: ${strong}; color: ${strong.ink}; border: 1px solid ${line};
  padding: 3px 6px; }

QLabel:focus { border: 1px solid ${focus}; border-radius: 3px; }
QLabel[kind="section"] { color: ${ink.soft}; font-size: 11px; font-weight: 600; }
QLabel[kind="caption"], QLabel[kind="sentence"] { color: ${ink.soft}; font-size: 12px; }
QLabel[kind="soft"] { color: ${ink.soft}; }
QLabel[kind="faint"] { color: ${ink.faint}; }
QLabel[kind="refused"] { color: ${error}; }
QLabel[kind="complaint"] { color: ${error}; font-size: 12px; }
QLabel[kind="built"] { color: ${ink}; font-size: 14px; font-weight: 600; }
QLabel[kind="part"] { font-size: 13px; font-weight: 600; }
QLabel[kind="small"] { color: ${ink.soft}; font-size: 11px; }
QFrame[kind="alarm"] QLabel[kind="soft"], QFrame[kind="verdict-bad"] QLabel[kind="soft"],
QFrame[kind="verdict-careful"] QLabel[kind="soft"],
QFrame[kind="verdict-good"] QLabel[kind="soft"] { color: ${ink}; }
QLabel[kind="link"] { color: ${link}; font-size: 12px; }
QLabel[kind="walk-step"] { color: ${ink}; font-size: 20px; font-weight: 600; }
QLabel[kind="walk-time"] { color: ${good}; font-size: 20px; font-weight: 600; }
QLabel[kind="walk-beside"] { color: ${ink}; font-size: 15px; }
QLabel[kind="way"] { color: ${ink.soft}; font-size: 15px; border: 1px solid ${line};
  border-radius: 6px; padding: 3px 9px; }
QLabel[kind="way"][chosen="true"] { color: ${ink}; border-color: ${good}; background: ${good.fill};
  font-weight: 600; }
QLabel[kind="ai"] { color: ${ai.line}; font-weight: 600; }

QLineEdit, QPlainTextEdit, QComboBox, QFrame[kind="chips"] { background: ${field};
  border: 1px solid ${field.line}; border-radius: 5px; padding: 5px 8px; min-height: 18px;
  selection-background-color: ${focus}; selection-color: ${surface}; }
QLineEdit { padding: 5px 6px; placeholder-text-color: ${ink.faint}; }
QPlainTextEdit { padding: 3px 3px; placeholder-text-color: ${ink.faint}; }
QFrame[kind="chips"] { padding: 0; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QComboBox:on {
  border: 1px solid ${focus}; }
QLineEdit[state="wanted"], QPlainTextEdit[state="wanted"], QComboBox[state="wanted"] {
  border: 1px dashed ${error}; }
QLineEdit[state="wrong"], QPlainTextEdit[state="wrong"], QComboBox[state="wrong"] {
  border: 1px solid ${error}; }
QLineEdit[state="wrong"], QPlainTextEdit[state="wrong"] { background: ${error.fill}; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { color: ${ink.faint};
  background: ${panel}; }
QLineEdit[kind="title"] { background: transparent; border: 1px solid transparent; padding: 3px 5px;
  font-size: 15px; font-weight: 600; }
QLineEdit[kind="title"]:hover { border-color: ${line}; }
QLineEdit[kind="title"]:focus { border-color: ${focus}; background: ${field}; }
QLineEdit[kind="bare"] { background: transparent; border: none; padding: 2px 4px; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView, QListView[kind="offers"] { background: ${field};
  border: 1px solid ${line}; outline: none; padding: 3px;
  selection-background-color: ${hover}; selection-color: ${ink}; }
QCheckBox { spacing: 8px; border: 1px solid transparent; border-radius: 4px; padding: 1px;
  outline: none; }
QCheckBox::indicator { width: 15px; height: 15px; border: 1px solid ${ink.faint};
  border-radius: 4px; background: ${field}; }
QCheckBox::indicator:checked { background: ${focus}; border-color: ${focus}; }
QCheckBox:focus { border-color: ${focus}; }

QPushButton, QToolButton { border: 1px solid transparent; border-radius: 5px; padding: 5px 9px;
  background: transparent; color: ${ink.soft}; outline: none; }
QPushButton:hover, QToolButton:hover { background: ${hover}; }
QPushButton:focus, QToolButton:focus { border: 1px solid ${focus}; }
QPushButton:disabled, QToolButton:disabled { color: ${ink.faint}; }
QToolButton[kind="corner"] { padding: 1px 4px; }
QToolButton[kind="corner"]:checked { background: ${hover}; border-color: ${line}; }
QToolButton::menu-indicator { image: none; }
QPushButton[kind="strong"] { background: ${strong}; color: ${strong.ink}; padding: 6px 10px;
  border: 1px solid ${strong}; }
QPushButton[kind="strong"]:focus { border: 2px solid ${focus}; padding: 5px 9px; }
QPushButton[kind="strong"]:disabled { background: ${hover}; border-color: ${line};
  color: ${ink.faint}; }
QPushButton[kind="plain"] { background: ${field}; color: ${ink}; border: 1px solid ${field.line}; }
QPushButton[kind="plain"]:hover { background: ${hover}; }
QPushButton[kind="plain"]:focus { border-color: ${focus}; }
QPushButton[kind="link"] { color: ${link}; padding: 2px 3px; text-align: left; }
QPushButton[kind="quiet"] { color: ${ink.faint}; padding: 2px 3px; text-align: left; }
QPushButton[kind="view"] { padding: 6px 10px; }
QPushButton[kind="view"]:checked { background: ${ai.fill}; color: ${ai.line}; font-weight: 600;
  border-color: ${chosen.line}; }
QPushButton[kind="view"]:checked:focus { border-color: ${focus}; }
QPushButton[kind="part"] { text-align: left; padding: 0; border-radius: 6px; }
QPushButton[kind="part"]:checked { background: ${hover}; }
QPushButton[kind="decision"] { background: ${field}; color: ${ink.soft}; border: none;
  border-right: 1px solid ${line}; border-radius: 0; padding: 7px 2px; font-size: 12px; }
QPushButton[kind="decision"][last="true"] { border-right: none; }
QPushButton[kind="decision"]:focus { color: ${link}; border-bottom: 3px solid ${focus}; }
QPushButton[kind="decision"]:checked { background: ${strong}; color: ${strong.ink}; }
QPushButton[kind="mode"] { background: ${field}; color: ${ink.soft}; border: none;
  border-right: 1px solid ${line}; border-radius: 0; padding: 7px 4px; font-size: 12px; }
QPushButton[kind="mode"][last="true"] { border-right: none; }
QPushButton[kind="mode"]:focus { color: ${link}; border-bottom: 3px solid ${focus}; }
QPushButton[kind="mode"]:checked { background: ${ai.badge}; color: ${ai.ink}; font-weight: 600; }
QFrame[kind="modes"] { border: 1px solid ${field.line}; border-radius: 5px; background: ${field}; }
QFrame[kind="modes"][focused="true"] { border: 1px solid ${focus}; }
QFrame[kind="modes"][state="wanted"] { border: 1px dashed ${error}; }
QFrame[kind="modes"][state="wrong"] { border: 1px solid ${error}; }

QCalendarWidget QWidget { background: ${surface}; alternate-background-color: ${surface}; }
QCalendarWidget QToolButton { color: ${ink}; background: transparent; padding: 3px 6px; }
QCalendarWidget QAbstractItemView { color: ${ink}; background: ${surface};
  selection-background-color: ${focus}; selection-color: ${surface}; outline: none; }
QCalendarWidget QAbstractItemView:disabled { color: ${ink.faint}; }
QCalendarWidget QToolButton#qt_calendar_prevmonth { qproperty-icon: none; qproperty-text: "‹"; }
QCalendarWidget QToolButton#qt_calendar_nextmonth { qproperty-icon: none; qproperty-text: "›"; }
QCalendarWidget QSpinBox { color: ${ink}; background: ${field}; }
QLabel[kind="greeting"] { font-size: 24px; font-weight: 600; }
QPushButton[kind="entry"] { color: ${link}; text-align: left; padding: 4px 0; }
QPushButton[kind="entry"]:focus { background: ${hover}; border: 1px solid ${focus}; }
QPushButton[kind="pass"] { color: ${ink.soft}; font-size: 11px; padding: 2px 0; min-width: 20px;
  border: 1px solid ${line}; border-radius: 4px; background: ${surface}; }
QPushButton[kind="pass"][done="true"] { color: ${good}; font-weight: 600; }
QPushButton[kind="pass"][here="true"] { border: 2px solid ${focus}; color: ${ink}; }
QPushButton[kind="pass"]:focus { border: 2px solid ${focus}; background: ${hover}; }
QPushButton[kind="clock"] { color: ${ink.soft}; font-size: 12px; }
QPushButton[kind="clock"][over="true"] { color: ${error}; font-weight: 600; }
QPushButton[kind="tab"] { color: ${ink.soft}; font-size: 11px; padding: 3px 5px 4px 5px;
  border-radius: 4px; }
QPushButton[kind="tab"]:checked { color: ${ink}; font-weight: 600; background: ${hover}; }
QPushButton[kind="tab"]:focus { border: 1px solid ${focus}; }
QLineEdit[kind="small"] { padding: 1px 5px; min-height: 16px; font-size: 12px; }
QLineEdit[kind="cell"], QComboBox[kind="cell"] { border-radius: 3px; padding: 0 4px;
  min-height: 0; }
QTableView[kind="table"]::item { padding: 0 6px 0 2px; border: none; color: ${ink}; }
QTableView[kind="table"]::item:selected { background: transparent; color: ${ink}; }
QListWidget[kind="table"]::item { padding: 3px 6px; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: ${surface}; color: ${ink.soft}; font-size: 11px; border: none;
  border-bottom: 1px solid ${line}; padding: 3px 6px 4px 2px; }
QTableView[kind="table"]::indicator { width: 14px; height: 14px; border: 1px solid ${ink.faint};
  border-radius: 4px; background: ${field}; }
QTableView[kind="table"]::indicator:checked { background: ${focus}; border-color: ${focus}; }
QFrame[kind="card"] { background: ${surface}; border: 1px solid ${line}; border-radius: 7px; }
QFrame[kind="ai-card"] { background: ${ai.card}; border: 1px solid ${ai.line}; border-radius: 7px; }
QFrame[kind="alarm"], QFrame[kind="verdict-bad"] { background: ${error.fill};
  border: 1px solid ${error}; border-radius: 7px; }
QFrame[kind="verdict-careful"] { background: ${warning.fill}; border: 1px solid ${warning};
  border-radius: 7px; }
QFrame[kind="verdict-good"] { background: ${good.fill}; border: 1px solid ${good};
  border-radius: 7px; }
QLabel[kind="title-bad"] { color: ${error}; font-size: 13px; font-weight: 700; }
QLabel[kind="title-careful"] { color: ${warning}; font-size: 13px; font-weight: 700; }
QLabel[kind="title-good"] { color: ${good}; font-size: 13px; font-weight: 700; }
QFrame[kind="chip"] { background: ${system.fill}; border: 1px solid ${system.line};
  border-radius: 4px; }
QFrame[kind="chip"] QLabel { color: ${system.line}; }
QFrame[kind="chip"] QToolButton { color: ${system.line}; padding: 0 2px; }
QFrame[kind="line"] { background: ${line}; border: none; }

QSplitter::handle { background: ${line}; }
QSplitter::handle:hover { background: ${focus}; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: ${line}; border-radius: 4px; margin: 1px; min-height: 24px;
  min-width: 24px; }
QScrollBar[idle="true"]::handle { background: transparent; }
QScrollBar::handle:hover { background: ${ink.faint}; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenu { background: ${surface}; border: 1px solid ${line}; padding: 5px; }
QMenu::item { padding: 5px 24px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: ${hover}; color: ${ink}; }
QMenu::item:disabled { color: ${ink.faint}; }
QMenu::separator { height: 1px; background: ${line.faint}; margin: 5px 6px; }
QAbstractItemView { background: transparent; border: 1px solid transparent; outline: none;
  alternate-background-color: ${panel}; }
QScrollArea[kind="page"] { border: 1px solid transparent; }
QScrollArea[kind="page"]:focus { border-color: ${focus}; }
QAbstractItemView:focus { border-color: ${focus}; }
QTreeWidget { show-decoration-selected: 0; }
QTreeWidget::item { padding: 3px 2px; border: 1px solid transparent; border-radius: 4px;
  color: ${ink}; }
QTreeWidget::item:selected { background: ${hover}; color: ${ink}; }
QTreeWidget::item:focus { border-color: ${focus}; }
QListWidget::item { border-radius: 4px; padding: 0 8px; color: ${ink}; }
QListWidget::item:selected { background: ${hover}; color: ${ink}; }
QFrame[kind="popup"] { background: ${surface}; border: 1px solid ${line}; border-radius: 9px; }
""")


def stylesheet(colours: Mapping[str, str]) -> str:
    """The rules with every role replaced by its colour."""
    return _RULES.substitute(colours)
