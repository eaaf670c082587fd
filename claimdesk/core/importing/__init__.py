"""From a file of a marketplace to orders: recognised by its headings, read as text, nothing silently wrong."""
