"""The tour: the main job done in the real window by mouse and keys, with a picture of every station."""
