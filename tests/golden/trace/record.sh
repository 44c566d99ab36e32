#!/bin/sh
# Records the traces anew.
cd "$(dirname "$0")/../../.." || exit 1
python=$(tests/oracle/pick-python.sh 3.12) || exit 1
here=tests/golden/trace
samples="arithmetic calls closures fstrings uncaught unpack withs"
for file in examples/*.py $here/*.py $(printf "tests/oracle/samples/%s.py " $samples); do
    "$python" tests/oracle/optrace.py --stack --locals -o "$here/$(basename "$file" .py).jsonl" "$file" \
        </dev/null >/dev/null 2>&1
done
wc -c $here/*.jsonl
