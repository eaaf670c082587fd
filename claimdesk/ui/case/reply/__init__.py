"""The composer: a bilingual draft, checked while it is written, copied and marked as sent."""
