"""Cuts lines of standard input with python jieba, the reference that MedBot.Segmentation equals.

reference.py MODE [--hmm MODEL.utf8] [--user-dict FILE] [--json]

MODE is precise, precise-no-hmm, search, search-no-hmm, full or keywords. Output: one line for each line, tokens parted by
one space. With --hmm the emissions of that file stand in for python's own, so that both sides reckon with the same table.
With --json each line of input is a JSON string and each line of output a JSON array (keywords: of [word, weight]).
"""
import argparse
import json
import logging
import sys

import jieba
import jieba.analyse
import jieba.finalseg

MODES = {
    "precise": lambda line: jieba.cut(line),
    "precise-no-hmm": lambda line: jieba.cut(line, HMM=False),
    "search": lambda line: jieba.cut_for_search(line),
    "search-no-hmm": lambda line: jieba.cut_for_search(line, HMM=False),
    "full": lambda line: jieba.cut(line, cut_all=True),
    "keywords": lambda line: jieba.analyse.extract_tags(line, withWeight=True),
}


def use_emissions(path):
    with open(path, encoding="utf-8") as file:
        rows = [line.rstrip("\n") for line in file if line.strip() and not line.startswith("#")][5:]
    for state, row in zip("BEMS", rows):
        pairs = (pair.rsplit(":", 1) for pair in row.split(","))
        jieba.finalseg.emit_P[state] = {character: float(value) for character, value in pairs}


def lines_of(stream):
    content = stream.read()
    for line in content.removesuffix(b"\n").split(b"\n") if content else []:
        yield line.decode("utf-8", "replace").removesuffix("\r")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("mode", choices=MODES)
    parser.add_argument("--hmm")
    parser.add_argument("--user-dict")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()

    jieba.setLogLevel(logging.ERROR)
    jieba.initialize()
    if options.hmm:
        use_emissions(options.hmm)
    if options.user_dict:
        jieba.load_userdict(options.user_dict)
    cut = MODES[options.mode]
    for line in lines_of(sys.stdin.buffer):
        if options.json:
            result = json.dumps(list(cut(json.loads(line))), ensure_ascii=False)
        else:
            result = " ".join(cut(line))
        sys.stdout.buffer.write(result.encode("utf-8") + b"\n")


main()
