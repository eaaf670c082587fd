"""The kit that all screens are built from; it knows colours and type, never the desk."""
