"""The only place that knows SQL: one SQLite file and one evidence folder below a data folder.

Services open a transaction on the `Store` and hand its connection to the functions of these modules; what comes
back are the frozen records of `core.records`, never rows or models.
"""
