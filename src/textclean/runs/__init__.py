"""Runs that can be killed and go on: what is done is on disk, a run again does what is missing or has changed.

A run directory stands beside an output file or inside an output folder. It holds a lock, the settings that results
depend on, and one or more generations: logs of entries, one a document, in the order of the output. An entry is written
when its data are on disk, so that whatever stands in the log is done.
"""
