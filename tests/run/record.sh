#!/bin/sh
# Records what CPython 3.12 does with every program of this folder: NAME.out, NAME.err, NAME.status.
# Run it in this folder: ./record.sh "$(../oracle/pick-python.sh 3.12)"
for program in *.py; do
    name=${program%.py}
    printf 'first line\nsecond' | PYTHONHASHSEED=0 "$1" "$program" >"$name.out" 2>"$name.err"
    echo $? >"$name.status"
    # No folder of the machine that recorded it.
    sed -i "s|$PWD/||" "$name.err"
    [ -s "$name.err" ] || rm "$name.err"
    [ "$(cat "$name.status")" != 0 ] || rm "$name.status"
done
