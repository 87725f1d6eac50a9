#!/usr/bin/env bash
# init-action.sh: Dataproc's initialization action, run on every host when the cluster is made.
#
# Refuses hosts that libtorch does not run on, and gives it a folder. With the metadata splicespark-fasta=gs://... of the
# cluster, copies the reference and its index to /mnt/splicespark/ once per host: then give -R /mnt/splicespark/NAME.
#   gcloud dataproc clusters create NAME --image-version VERSION --metadata splicespark-fasta=gs://BUCKET/ref/GRCh38.fa \
#     --initialization-actions gs://BUCKET/splicespark/init-action.sh
set -euo pipefail

if [[ $(uname -m) != x86_64 ]]; then
  echo "splicespark: this host is $(uname -m); choose a machine type with x86_64 (Intel or AMD)" >&2
  exit 1
fi

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
version=$("$java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p')
if ((${version:-0} < 17)); then
  echo "splicespark: this image's Java is ${version:-missing}; choose one with Java 17, or install it and set JAVA_HOME" >&2
  exit 1
fi

home=/mnt/splicespark
mkdir -p -- "$home/djl"
chmod 1777 "$home" "$home/djl"

fasta=$(/usr/share/google/get_metadata_value attributes/splicespark-fasta || true)
if [[ -n $fasta ]]; then
  for suffix in '' .fai .gzi; do
    if [[ -z $suffix ]] || gsutil -q stat "$fasta$suffix"; then
      gsutil -q cp "$fasta$suffix" "$home/"
    fi
  done
fi
