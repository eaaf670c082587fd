"""Small scenario files to break, one fault at a time."""

from __future__ import annotations

GOOD = """
id = "S99"
checked = 2026-11-01
family = "service"
platforms = ["amazon"]
title = { en = "Mine", zh = "我的" }
purpose = { en = "For tests", zh = "测试用" }

[[clocks]]
id = "contact"
rule = { default = "AMZ-CONTACT-48" }
starts = ["done:write", "option:ask=yes"]
met_by = ["write"]
action = { en = "Answer", zh = "答复" }

[[steps]]
id = "ask"
kind = "question"
phase = "understand"
title = { en = "Ask", zh = "问" }
ask = { en = "Yes?", zh = "是吗？" }
why = { en = "Because.", zh = "因为。" }
[[steps.options]]
id = "yes"
label = { en = "Yes", zh = "是" }
prefill = "tracking == 'delivered'"
because = { en = "Delivered on {delivered_at}.", zh = "{delivered_at} 签收。" }
[[steps.options]]
id = "no"
label = { en = "No", zh = "否" }
next = "end"
[[steps.options]]
id = "else"
label = { en = "Something else", zh = "其他" }
go = "S03"

[[steps]]
id = "write"
kind = "message"
phase = "act"
title = { en = "Write", zh = "写" }
ask = { en = "Write now", zh = "请写" }
why = { en = "Because.", zh = "因为。" }
audience = "buyer"
templates = ["B_ACK_24H"]
when = "not refunded"

[[steps]]
id = "end"
kind = "outcome"
phase = "follow_up"
title = { en = "End", zh = "结束" }
ask = { en = "How?", zh = "如何？" }
why = { en = "Because.", zh = "因为。" }
[[steps.options]]
id = "well"
label = { en = "Well", zh = "好" }
outcome = "solved"
"""


def with_change(old: str, new: str) -> str:
    """The good file with one thing different; the thing must be there."""
    assert old in GOOD, old
    return GOOD.replace(old, new, 1)
