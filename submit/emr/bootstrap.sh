#!/usr/bin/env bash
# bootstrap.sh [FASTA]: EMR's bootstrap action, run on every host before Spark starts there.
#
# Refuses hosts that libtorch does not run on, and gives it a folder on the large disk. With FASTA (s3://...), copies the
# reference and its index to /mnt/splicespark/ once per host: then give -R /mnt/splicespark/NAME, and no executor has to.
#   --bootstrap-actions Path=s3://BUCKET/splicespark/bootstrap.sh,Args=[s3://BUCKET/ref/GRCh38.fa]
set -euo pipefail

if [[ $(uname -m) != x86_64 ]]; then
  echo "splicespark: this host is $(uname -m); choose instances with x86_64 (Intel or AMD), not Graviton" >&2
  exit 1
fi

home=/mnt/splicespark
sudo mkdir -p -- "$home/djl"
sudo chmod 1777 "$home" "$home/djl"

# aws s3 ls would take a name for the beginning of others.
is_there() {
  local key=${1#s3://}
  aws s3api head-object --bucket "${key%%/*}" --key "${key#*/}" > /dev/null 2>&1
}

if (($# > 0)); then
  name=${1##*/}
  for suffix in '' .fai .gzi; do
    if [[ -z $suffix ]] || is_there "$1$suffix"; then
      aws s3 cp --only-show-errors "$1$suffix" "$home/$name$suffix"
    fi
  done
  [[ -f $home/$name.fai ]] ||
    echo "splicespark: $1 has no .fai beside it; it is made on each host" >&2
fi
