#!/usr/bin/env bash
# Builds the jar for clusters, looks into it, and runs the demo with it through Spark's own SparkSubmit. For Spark 4 set
# SPLICESPARK_SPARK_LINE=4.
set -euo pipefail

root=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/../../..
root=$(cd -P -- "$root" && pwd)
demo=$root/models/demo
build=$root/target
[[ ${SPLICESPARK_SPARK_LINE:-3.5} == 3.5 ]] || build+=-spark-$SPLICESPARK_SPARK_LINE
tmp=$(mktemp -d)
trap 'rm -rf -- "$tmp"' EXIT

mkdir -p -- "$tmp/spark/bin"
ln -s -- "$root/src/test/sh/spark-submit" "$tmp/spark/bin/spark-submit"
export SPARK_HOME=$tmp/spark SPLICESPARK_BUILD=$build
"$root/submit/cluster" --master 'local[2]' --properties-file "$root/conf/spark-cpu.conf" -- \
  variant -R "$demo/genome.fa.gz" -A "$demo/genes.gff3" -m "$demo/model_80nt.pt" -I "$demo/variants.vcf" \
  -O "$tmp/cluster.vcf" 2> "$tmp/err" || {
  tail -n 40 "$tmp/err"
  echo "FAILED  the demo with the jar for clusters"
  exit 1
}
"$root/submit/splicespark" variant -R "$demo/genome.fa.gz" -A "$demo/genes.gff3" -m "$demo/model_80nt.pt" \
  -I "$demo/variants.vcf" -O "$tmp/here.vcf" 2>> "$tmp/err"
[[ $(grep -c 'OpenSpliceAI=' "$tmp/here.vcf") -gt 12 ]]
cmp -- "$tmp/cluster.vcf" "$tmp/here.vcf"
echo "ok      the jar for clusters and the launcher write the same bytes"

jar=("$build"/splicespark-*-cluster.jar)
unzip -Z1 "${jar[0]}" > "$tmp/names" 2> /dev/null || (cd -- "$tmp" && jar tf "${jar[0]}" > names)
if grep -E '^(org/apache/(spark|hadoop|logging|log4j)|scala|com/fasterxml|org/slf4j|com/google/gson)/' "$tmp/names"; then
  echo "FAILED  what Spark brings is in the jar for clusters"
  exit 1
fi
for needed in htsjdk/ ai/djl/ pytorch/cpu/linux-x86_64/libtorch_cpu.so com/sun/jna/linux-x86-64/libjnidispatch.so; do
  grep -q "^$needed" "$tmp/names" || {
    echo "FAILED  $needed is not in the jar for clusters"
    exit 1
  }
done
echo "ok      it holds what Spark does not bring, and nothing that Spark does ($(du -m "${jar[0]}" | cut -f1) MB)"
