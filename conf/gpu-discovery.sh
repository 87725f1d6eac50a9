#!/usr/bin/env bash
# Tells Spark this host's GPUs as it asks for them: {"name": "gpu", "addresses": ["0", "1"]}. The addresses are what
# CUDA will call them, which counts from 0 among those in CUDA_VISIBLE_DEVICES, where that is set.
set -euo pipefail

if [[ -n ${CUDA_VISIBLE_DEVICES:-} ]]; then
  # CUDA itself stops at the first that is none: -1 and NoDevFiles hide all.
  IFS=, read -r -a named <<< "$CUDA_VISIBLE_DEVICES"
  gpus=()
  for gpu in "${named[@]}"; do
    [[ $gpu =~ ^([0-9]+|(GPU|MIG)-.+)$ ]] || break
    gpus+=("$gpu")
  done
else
  found=$(nvidia-smi --query-gpu=index --format=csv,noheader) || {
    echo "gpu-discovery: nvidia-smi finds no GPU on $(uname -n)" >&2
    exit 1
  }
  mapfile -t gpus < <(grep -v '^[[:space:]]*$' <<< "$found")
fi
if ((${#gpus[@]} == 0)); then
  echo "gpu-discovery: no GPU is visible on $(uname -n)" >&2
  exit 1
fi

addresses=
for i in "${!gpus[@]}"; do
  addresses+="${addresses:+, }\"$i\""
done
printf '{"name": "gpu", "addresses": [%s]}\n' "$addresses"
