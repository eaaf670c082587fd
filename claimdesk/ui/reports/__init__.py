"""Reports: the workbook of cases and orders."""
