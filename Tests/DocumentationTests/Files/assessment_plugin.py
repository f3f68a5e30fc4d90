"""Stands for the file that `assess plugin new` writes beside a plug-in in Python."""
