#!/usr/bin/env bash
# init.sh: Databricks' cluster-scoped init script, run on driver and workers before Spark starts there.
#
# Refuses hosts that libtorch does not run on, and gives it a folder (DJL_CACHE_DIR in job.json). With SPLICESPARK_FASTA
# in the cluster's environment (/Volumes/...), copies the reference and its index to /local_disk0/splicespark/ once per
# host: then give -R /local_disk0/splicespark/NAME.
set -euo pipefail

if [[ $(uname -m) != x86_64 ]]; then
  echo "splicespark: this host is $(uname -m); choose a node type with x86_64 (Intel or AMD)" >&2
  exit 1
fi

home=/local_disk0/splicespark
mkdir -p -- "$home/djl"
chmod 1777 "$home" "$home/djl"

fasta=${SPLICESPARK_FASTA:-}
if [[ -n $fasta ]]; then
  for suffix in '' .fai .gzi; do
    if [[ -z $suffix || -f $fasta$suffix ]]; then
      cp -- "$fasta$suffix" "$home/"
    fi
  done
fi
