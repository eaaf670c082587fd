"""What leaves the house as a file: the workbook of cases and orders."""
