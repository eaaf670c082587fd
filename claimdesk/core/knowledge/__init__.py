"""How shipped knowledge is found, read and evaluated: files, not code, hold what the platforms demand."""
