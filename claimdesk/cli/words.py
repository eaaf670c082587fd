"""The same results for people: short lines in the interface language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimdesk.core.records.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimdesk.cli.records import Json


def lines(command: str, found: Json, language: str) -> Iterator[str]:
    """What to print for one command's result."""
    say = _Say(language)
    shown = {
        "import": say.imported,
        "undo-import": say.undone,
        "orders": say.orders,
        "scenarios": say.scenarios,
        "cases": say.cases,
        "draft": say.draft,
        "check": say.check,
        "intake": say.intake,
        "report": say.report,
        "dossier": say.dossier,
        "calendar": say.calendar,
        "backup": say.backup,
        "restore": say.restored,
        "verify": say.verified,
        "clock": say.clock,
        "selftest": say.selftest,
    }.get(command, say.case)
    return shown(found)


def amount(minor: int | None, currency: str) -> str:
    """`58.60 USD`, or a dash when no amount is known."""
    return "–" if minor is None or not currency else f"{Money(minor, currency).decimal():,} {currency}"


class _Say:
    def __init__(self, language: str) -> None:
        self._zh = language.startswith("zh")

    def _pick(self, en: str, zh: str) -> str:
        return zh if self._zh else en

    def _text(self, both: dict[str, str] | None) -> str:
        return "" if both is None else both["zh" if self._zh else "en"]

    def imported(self, found: Json) -> Iterator[str]:
        for file in found["files"]:
            counts = file["orders"]
            yield f"{file['file']}: {file['format']}"
            yield self._pick(
                f"  {file['rows']:,} rows; orders: {counts['new']:,} new, {counts['updated']:,} updated, "
                f"{counts['unchanged']:,} unchanged; {len(file['rejected']):,} rows rejected",
                f"  共 {file['rows']:,} 行；订单：新增 {counts['new']:,}，更新 {counts['updated']:,}，"
                f"未变 {counts['unchanged']:,}；拒收 {len(file['rejected']):,} 行",
            )
            for issue in (*file["rejected"], *file["warnings"]):
                yield self._pick(f"  row {issue['row']}: ", f"  第 {issue['row']} 行：") + issue["message"]
        if found["batch"] is not None:
            yield self._pick(f"Import {found['batch']}; undo with: claimdesk undo-import {found['batch']}",
                             f"导入编号 {found['batch']}；撤销：claimdesk undo-import {found['batch']}")  # fmt: skip

    def undone(self, found: Json) -> Iterator[str]:
        yield self._pick(f"{found['restored']:,} orders restored, {found['removed']:,} removed.",
                         f"已恢复 {found['restored']:,} 个订单，移除 {found['removed']:,} 个。")  # fmt: skip
        for kept in found["kept"]:
            yield self._pick("  kept ", "  保留 ") + f"{kept['order_no']}: {kept['reason']}"

    def orders(self, found: Json) -> Iterator[str]:
        for order in found["orders"]:
            first = order["lines"][0] if order["lines"] else {}
            yield "  ".join(
                (
                    order["order_no"],
                    (order["purchased_at"] or "")[:10],
                    order["status"],
                    amount(order["total_minor"], order["currency"]),
                    order["buyer_name"],
                    first.get("title") or first.get("sku", ""),
                )
            )
        yield self._pick(f"{len(found['orders']):,} of {found['total']:,} orders",
                         f"显示 {len(found['orders']):,} / {found['total']:,} 个订单")  # fmt: skip

    def _checked(self, found: Json) -> Iterator[str]:
        if found["ok"]:
            yield self._pick(
                f"{found['file']} is good: {found['id']}, {found['steps']} steps, {found['paths']:,} ways.",
                f"{found['file']} 没有错误：{found['id']}，{found['steps']} 个步骤，{found['paths']:,} 条路径。",
            )
            return
        where = self._pick(f"{found['file']}, line {found['line']}", f"{found['file']} 第 {found['line']} 行")
        yield ": ".join(part for part in (where, found["key"], found["reason"]) if part)
        yield found["cure"]

    def scenarios(self, found: Json) -> Iterator[str]:
        if "ok" in found:
            yield from self._checked(found)
            return
        for fault in found.get("faults", ()):
            yield from self._checked({"ok": False, **fault})
        for scenario in found["scenarios"]:
            yield f"{scenario['id']}  {self._text(scenario['title'])}"
            definition = scenario.get("definition")
            for step in definition["steps"] if definition else ():
                yield f"  {step['id']} ({step['kind']}): {self._text(step['ask'])}"
                for option in step["options"]:
                    yield f"    {option['id']}: {self._text(option['label'])}"

    def cases(self, found: Json) -> Iterator[str]:
        for case in found["cases"]:
            due = case["next_deadline"]["safe"] if case["next_deadline"] else "–"
            yield f"{case['ref']}  {due}  {case['order_no']}  {case['scenario']}  {case['status']}  " + amount(
                case["amount_minor"], case["currency"]
            )
        yield self._pick(f"{len(found['cases'])} cases", f"共 {len(found['cases'])} 个案件")

    def case(self, found: Json) -> Iterator[str]:
        yield f"{found['ref']}  {found['order_no']}  {found['scenario']}  {found['status']}"
        mark = {"done": "✓", "current": "→", "ahead": "·"}
        for step in found["path"]:
            options = f"  [{', '.join(step['options'])}]" if step["state"] == "current" else ""
            answered = f": {step['answer']}" if step["answer"] else ""
            yield f"  {mark[step['state']]} {step['step']}  {self._text(step['title'])}{answered}{options}"
        for clock in found["clocks"]:
            if clock["met_at"] is None:
                yield self._pick(f"  due {clock['safe']}: ", f"  截止 {clock['safe']}：") + self._text(clock["action"])

    def draft(self, found: Json) -> Iterator[str]:
        yield found["text"]
        if found["missing"]:
            yield self._pick("Missing: ", "缺少：") + ", ".join(found["missing"])
        yield from self.check(found)

    def check(self, found: Json) -> Iterator[str]:
        for finding in found["findings"]:
            yield f"{finding['severity']}  {finding['rule']}  “{finding['excerpt']}”: {finding['why']}"
        if not found["findings"]:
            yield self._pick("Nothing found.", "没有发现问题。")

    def intake(self, found: Json) -> Iterator[str]:
        order = " ".join(part for part in (found["platform"], found["order_no"]) if part) or "–"
        yield f"{found['kind']}  {order}  " + amount(found["amount_minor"], found["currency"] or "")
        if found["respond_by"]:
            yield self._pick("Answer by ", "回复截止 ") + found["respond_by"]
        for words in found["read_from"]:
            yield f"  {words['field']}: “{' '.join(words['text'].split())}”"
        for warning in found["warnings"]:
            yield f"  ! {warning['message']}"

    def report(self, found: Json) -> Iterator[str]:
        yield self._pick(f"{found['written']}: {found['rows']:,} rows", f"{found['written']}：{found['rows']:,} 行")

    def dossier(self, found: Json) -> Iterator[str]:
        yield self._pick(
            f"{found['written']}: {found['exhibits']:,} exhibits", f"{found['written']}：{found['exhibits']:,} 件证据"
        )

    def calendar(self, found: Json) -> Iterator[str]:
        yield self._pick(
            f"{found['written']}: {found['events']:,} deadlines", f"{found['written']}：{found['events']:,} 个期限"
        )

    def backup(self, found: Json) -> Iterator[str]:
        yield self._pick(f"Backed up to {found['written']}: ", f"已备份到 {found['written']}：") + self._held(found)
        yield from self._problems(found)

    def restored(self, found: Json) -> Iterator[str]:
        yield self._pick(f"Restored from {found['restored']}: ", f"已从 {found['restored']} 恢复：") + self._held(found)
        if found["before"]:
            yield self._pick(
                f"What stood there before is in {found['before']}", f"恢复前的数据保存在 {found['before']}"
            )
        yield from self._problems(found)

    def verified(self, found: Json) -> Iterator[str]:
        sound = self._pick("whole; ", "完好；") if found["ok"] else ""
        yield self._pick(f"{found['file']}: ", f"{found['file']}：") + sound + self._held(found)
        yield from self._problems(found)

    def _held(self, found: Json) -> str:
        return self._pick(
            f"{found['orders']:,} orders, {found['cases']:,} cases, {found['evidence']:,} files of evidence",
            f"{found['orders']:,} 个订单，{found['cases']:,} 个案件，{found['evidence']:,} 个证据文件",
        )

    @staticmethod
    def _problems(found: Json) -> Iterator[str]:
        yield from (f"  ! {problem['message']}" for problem in found["problems"])

    def selftest(self, found: Json) -> Iterator[str]:
        for check in found["checks"]:
            yield f"{'✓' if check['ok'] else '✗'} {check['name']}: {check['detail']}"
        yield (
            self._pick("This copy works.", "此版本工作正常。")
            if found["ok"]
            else self._pick(
                "This copy is damaged. Install it again; your data is not touched.",
                "此版本已损坏。请重新安装；您的数据不受影响。",
            )
        )

    def clock(self, found: dict[str, Any]) -> Iterator[str]:
        yield f"{found['rule']}: {found['safe']} – {found['outer']} ({found['zone']})"
