"""The frame around the screens: menu row, rail, search, status bar."""
