#!/bin/sh
# Record what `python -m tokenize` and `python -m ast` print:  sh tests/oracle/listings.sh python3.12
python=${1:?usage: listings.sh PYTHON}
out=tests/golden/syntax/listings
mkdir -p $out
for name in fstrings patterns compound latin_1 number_things crlf; do
    file=tests/golden/syntax/programs/$name.py
    "$python" -W ignore -m tokenize $file > $out/$name.tokens.txt
    "$python" -W ignore -m tokenize -e $file > $out/$name.exact.txt
    "$python" -W ignore -m ast $file > $out/$name.ast.txt
    "$python" -W ignore -m ast -a $file > $out/$name.places.txt
done
