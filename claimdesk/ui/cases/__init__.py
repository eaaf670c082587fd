"""The list of all cases, with its saved filters, and the dialog that opens a new one."""
