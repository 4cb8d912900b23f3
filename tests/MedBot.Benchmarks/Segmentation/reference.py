"""Cuts lines of standard input with python jieba: reference.py MODE [HMM_MODEL.utf8]

MODE is precise, precise-no-hmm, search, search-no-hmm or full. Output: one line for each line, tokens parted by one space.
With a model file, its rounded emissions stand in for python's own, so that both sides reckon with the same table.
"""
import logging
import sys

import jieba
import jieba.finalseg

MODES = {
    "precise": lambda line: jieba.cut(line),
    "precise-no-hmm": lambda line: jieba.cut(line, HMM=False),
    "search": lambda line: jieba.cut_for_search(line),
    "search-no-hmm": lambda line: jieba.cut_for_search(line, HMM=False),
    "full": lambda line: jieba.cut(line, cut_all=True),
}


def use_emissions(path):
    with open(path, encoding="utf-8") as file:
        rows = [line.rstrip("\n") for line in file if line.strip() and not line.startswith("#")][5:]
    for state, row in zip("BEMS", rows):
        pairs = (pair.rsplit(":", 1) for pair in row.split(","))
        jieba.finalseg.emit_P[state] = {character: float(value) for character, value in pairs}


def main():
    jieba.setLogLevel(logging.ERROR)
    cut = MODES[sys.argv[1]]
    if len(sys.argv) > 2:
        use_emissions(sys.argv[2])
    jieba.initialize()
    for line in sys.stdin.buffer.read().split(b"\n"):
        text = line.decode("utf-8", "replace").removesuffix("\r")
        sys.stdout.buffer.write(" ".join(cut(text)).encode("utf-8") + b"\n")


main()
