#!/bin/sh
# Records what CPython 3.12 does with every program of these folders: NAME.out, NAME.err, NAME.status.
# A program is a .py file with a .out beside it; to add one, `touch NAME.out` first. The others are for importing.
# Run it in this folder: ./record.sh "$(../oracle/pick-python.sh 3.12)" [FOLDER...]
python=$1
shift
[ $# -gt 0 ] || set -- */
for folder in "$@"; do
    (
        cd "$folder" || exit 1
        for program in *.py; do
            name=${program%.py}
            [ -e "$name.out" ] || continue
            printf 'first line\nsecond' |
                env -u PYTHONUNBUFFERED PYTHONHASHSEED=0 PYTHONDONTWRITEBYTECODE=1 \
                    "$python" "$program" >"$name.out" 2>"$name.err"
            echo $? >"$name.status"
            # No folder of the machine that recorded it, and no place in its memory.
            sed -i -e "s|$PWD/||g" -e 's/0x[0-9a-f]\{6,\}/0x.../g' "$name.err" "$name.out"
            [ -s "$name.err" ] || rm "$name.err"
            [ "$(cat "$name.status")" != 0 ] || rm "$name.status"
        done
    )
done
