"""Measures python jieba: speed.py FILE SECONDS. Prints one line of JSON."""
import json
import logging
import platform
import sys
import time

import jieba

jieba.setLogLevel(logging.ERROR)
started = time.perf_counter()
jieba.initialize()
loaded = time.perf_counter()
jieba.lcut("城乡居民医保什么时候缴费")
first = time.perf_counter()

content = open(sys.argv[1], "rb").read()
lines = content.decode("utf-8").split("\n")


def megabytes_per_second(cut):
    """By the processor's time, which waiting for other programs does not lengthen; the best pass within the seconds counts."""
    best = float("inf")
    end = time.perf_counter() + float(sys.argv[2])
    while True:
        begun = time.process_time()
        for line in lines:
            cut(line)
        best = min(best, time.process_time() - begun)
        if time.perf_counter() > end:
            return len(content) / 1e6 / best


print(json.dumps([{
    "name": "python jieba",
    "version": f"{jieba.__version__}, Python {platform.python_version()}",
    "loadMs": (loaded - started) * 1000,
    "firstMs": (first - started) * 1000,
    "precise": megabytes_per_second(jieba.lcut),
    "search": megabytes_per_second(jieba.lcut_for_search),
}]))
