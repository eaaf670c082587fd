"""The window: screens over the desk's services. Knows records and words, never storage."""
