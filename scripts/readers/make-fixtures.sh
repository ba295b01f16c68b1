#!/bin/sh
# Makes the fixtures of packages/evidence/fixtures/{lm-eval,promptfoo,garak,junit,parquet} with the real tools.
#
#   sh scripts/readers/make-fixtures.sh WORK
#
# WORK is an empty folder outside the repository, which gets the tools (some 7 GB: garak brings torch) and their output.
# Needs Python 3.11, npm, and Node 22.22 or later for promptfoo as $NODE22. Nothing but the installation uses a network.
# The runs hold times, ids and random answers, so that they differ each time: expectations in the tests are of the
# committed files. Paths of WORK, the host name and the folder that lm_eval names its model by are replaced.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(cd "$1" && pwd)
to="$here/../../packages/evidence/fixtures"
NODE22=${NODE22:-node}

tool() { # name, packages …
  name=$1; shift
  python3 -m venv "$work/$name" && "$work/$name/bin/pip" install -q "$@"
}
tool lm lm_eval==0.4.13
tool gk garak==0.17.1
tool pq pyarrow==26.0.1 pytest==9.2.0
mkdir -p "$work/pf" && (cd "$work/pf" && npm init -y >/dev/null && npm install promptfoo@0.121.20 --ignore-scripts --no-audit --no-fund)

export HOME="$work/home" HF_HUB_OFFLINE=1 HF_DATASETS_OFFLINE=1
export PROMPTFOO_DISABLE_TELEMETRY=1 PROMPTFOO_DISABLE_UPDATE=1 PROMPTFOO_DISABLE_REMOTE_GENERATION=1
mkdir -p "$HOME"

copied() { # source folder, run folder
  rm -rf "$work/$2" && cp -r "$here/$1" "$work/$2" && cd "$work/$2"
}
kept() { # file, fixture
  sed -e "s#$work#/tmp/run#g" -e 's/hostname="[^"]*"/hostname="host"/g' "$1" >"$to/$2"
}

copied lm-eval run-lm
"$work/lm/bin/lm_eval" run --model dummy --tasks tiny_choice,tiny_generate --include_path . --output_path out --log_samples --limit 3
for file in out/*/*; do kept "$file" "lm-eval/$(basename "$file")"; done

copied promptfoo run-pf
for name in mixed repeated; do
  # promptfoo exits with 100 where a test failed.
  "$NODE22" "$work/pf/node_modules/promptfoo/dist/src/entrypoint.js" eval -c $name.yaml --no-cache --no-progress-bar --no-table -j 1 -o $name.json -o $name.jsonl || [ $? -eq 100 ]
  kept $name.json promptfoo/$name.json && kept $name.jsonl promptfoo/$name.jsonl
done

mkdir -p "$work/run-gk" && cd "$work/run-gk"
"$work/gk/bin/python" -m garak --model_type test.Repeat --probes test.Test,lmrc.QuackMedicine --generations 2 --seed 1 --report_prefix "$PWD/repeat"
"$work/gk/bin/python" -m garak --model_type test.Repeat --probes test.Test,lmrc.QuackMedicine --detectors always.Fail,always.Passthru,always.Random,lmrc.QuackMedicine --generations 3 --seed 3 --report_prefix "$PWD/hits"
for name in repeat.report hits.report hits.hitlog; do kept $name.jsonl garak/$name.jsonl; done

copied pytest run-junit
"$work/pq/bin/python" -m pytest -q --junitxml=pytest.xml -p no:cacheprovider . || [ $? -eq 1 ]
kept pytest.xml junit/pytest.xml
copied vitest run-vitest
ln -s "$here/../../node_modules" node_modules
node_modules/.bin/vitest run --root . --reporter=junit --outputFile=vitest.xml || [ $? -eq 1 ]
kept vitest.xml junit/vitest.xml

"$work/pq/bin/python" "$here/make-parquet.py" "$to/parquet"
