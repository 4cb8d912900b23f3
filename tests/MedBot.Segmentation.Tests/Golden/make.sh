#!/bin/sh
# Makes the golden files anew from sentences.jsonl with python jieba 0.42.1 (apt install python3-jieba).
# Usage: make.sh HMM_MODEL.utf8   (nodejieba 3.5.8's submodules/cppjieba/dict/hmm_model.utf8)
set -eu
cd "$(dirname "$0")"
reference=../../MedBot.Benchmarks/Segmentation/reference.py
for mode in precise precise-no-hmm search search-no-hmm full keywords; do
  {
    echo "# python jieba 0.42.1, $mode, with the emissions of nodejieba 3.5.8; made by make.sh, one line for each of sentences.jsonl"
    /usr/bin/python3 "$reference" "$mode" --hmm "$1" --json < sentences.jsonl
  } > "$mode.golden"
  {
    echo "# python jieba 0.42.1, $mode, with the emissions of nodejieba 3.5.8 and words.dict; made by make.sh, one line for each of sentences.jsonl"
    /usr/bin/python3 "$reference" "$mode" --hmm "$1" --user-dict words.dict --json < sentences.jsonl
  } > "$mode.words.golden"
done
