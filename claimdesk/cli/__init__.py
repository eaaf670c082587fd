"""The same services without a window: a stable contract for scripts, scheduled imports and tests."""
