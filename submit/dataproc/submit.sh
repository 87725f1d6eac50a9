#!/usr/bin/env bash
# submit.sh [--dry-run] [--gpu] JAR [options of gcloud] -- COMMAND ...: runs a command on a Dataproc cluster.
#
# JAR is the jar for clusters where the cluster finds it (gsutil cp "$(submit/cluster --jar)" gs://BUCKET/splicespark/).
# The driver runs on the cluster's master. Example:
#   submit/dataproc/submit.sh gs://BUCKET/splicespark/splicespark-cluster.jar --cluster NAME --region REGION -- \
#     variant -R /mnt/splicespark/GRCh38.fa -A gs://BUCKET/MANE.gff3 -m gs://BUCKET/10000nt -I gs://BUCKET/in.vcf.gz -O gs://BUCKET/out.vcf.gz
#
# Settings are those of conf/spark-cpu.conf, or with --gpu of conf/spark-gpu.conf. --dry-run prints the command.
set -euo pipefail

here=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
root=$(dirname -- "$(dirname -- "$here")")
# shellcheck source=submit/lib.bash
source "$root/submit/lib.bash"

split_leading "$@"
if ((${#rest[@]} < 3)) || [[ ${rest[0]} != *.jar ]]; then
  usage_of "${BASH_SOURCE[0]}"
fi
dry_run=false
submit_options=()
for option in "${leading[@]}"; do
  case $option in
    --dry-run) dry_run=true ;;
    *) take_settings "$root/conf/spark-${option#--}.conf" ;;
  esac
done

# Dataproc wants the settings as one list; the driver's own folder is the host's.
properties=spark.executorEnv.DJL_CACHE_DIR=/mnt/splicespark/djl
files=()
for setting in "${submit_options[@]}"; do
  case $setting in
    --conf) ;;
    # The driver is on the cluster, where this machine's path is not: gcloud has to send the file.
    spark.files=*) files=(--files "${setting#*=}") ;;
    *) properties+=,$setting ;;
  esac
done
command=(gcloud dataproc jobs submit spark --class org.splicespark.cli.Main --jars "${rest[0]}" "${files[@]}" --properties "$properties" "${rest[@]:1}")
if $dry_run; then
  printf '%q ' "${command[@]}"
  printf '\n'
  exit 0
fi
exec "${command[@]}"
