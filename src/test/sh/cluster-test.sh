#!/usr/bin/env bash
# Builds the jar for clusters, looks into it, and runs the demo with it on a real standalone cluster on this machine: a
# master and two workers of one core, each a JVM of its own, and what they start. For Spark 4 set SPLICESPARK_SPARK_LINE=4.
# CLUSTER_LOGS=FOLDER keeps the logs of master, workers, executors and driver there.
set -euo pipefail

root=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/../../..
root=$(cd -P -- "$root" && pwd)
demo=$root/models/demo
build=$root/target
[[ ${SPLICESPARK_SPARK_LINE:-3.5} == 3.5 ]] || build+=-spark-$SPLICESPARK_SPARK_LINE
tmp=$(mktemp -d)
daemons=()

finish() {
  if ((${#daemons[@]} > 0)); then
    kill -- "${daemons[@]}" 2> /dev/null || true
    wait -- "${daemons[@]}" 2> /dev/null || true
  fi
  if [[ -n ${CLUSTER_LOGS:-} ]]; then
    mkdir -p -- "$CLUSTER_LOGS"
    cp -r -- "$tmp"/*.log "$tmp"/*.out "$tmp"/*.work "$CLUSTER_LOGS" || true
  fi
  rm -rf -- "$tmp"
}
trap finish EXIT

fail() {
  echo "FAILED  $1"
  shift
  tail -n 40 -- "$@"
  exit 1
}

# Starts a daemon of Spark's: its name, which is its log's too, its class, its options.
start() {
  local name=$1
  shift
  "$SPARK_HOME/bin/spark-class" "$@" > "$tmp/$name.log" 2>&1 &
  daemons+=($!)
}

# Waits for a line in a daemon's log; prints the part that matches.
line_of() {
  for ((tries = 0; tries < 300; tries++)); do
    if grep -s -m 1 -o -- "$2" "$tmp/$1.log"; then
      return
    fi
    sleep 0.2
  done
  return 1
}

jar=$("$root/submit/cluster" --jar)
unzip -Z1 "$jar" > "$tmp/names" 2> /dev/null || (cd -- "$tmp" && jar tf "$jar" > names)
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
echo "ok      the jar holds what Spark does not bring, and nothing that Spark does ($(du -m "$jar" | cut -f1) MB)"

SPLICESPARK_BUILD=$build "$root/src/test/sh/spark-home" "$tmp/spark"
export SPARK_HOME=$tmp/spark SPARK_LOCAL_IP=127.0.0.1 SPARK_SCALA_VERSION=any
began=$SECONDS
start master org.apache.spark.deploy.master.Master --host 127.0.0.1 --port 0 --webui-port 0
master=$(line_of master 'spark://127.0.0.1:[0-9]*') || fail "a master starts" "$tmp/master.log"
for worker in worker-1 worker-2; do
  start "$worker" org.apache.spark.deploy.worker.Worker --host 127.0.0.1 --webui-port 0 --cores 1 --memory 1g \
    --work-dir "$tmp/$worker.work" "$master"
done
for worker in worker-1 worker-2; do
  line_of "$worker" 'Successfully registered with master' > "$tmp/out" || fail "a worker starts" "$tmp/$worker.log"
done

# All executors before the first task: else the first to come may do all the work.
both=(--executor-cores 1 --executor-memory 700m --total-executor-cores 2 --conf spark.scheduler.minRegisteredResourcesRatio=1.0
  --conf spark.ui.enabled=false --conf "spark.driver.host=127.0.0.1")
inputs=(-R "$demo/genome.fa.gz" -A "$demo/genes.gff3" -m "$demo/model_80nt.pt" -I "$demo/variants.vcf")
"$root/submit/standalone" "$master" "${both[@]}" -- variant "${inputs[@]}" -O "$tmp/cluster.vcf" --partitions 6 \
  > "$tmp/variant.log" 2>&1 || fail "the demo on a standalone cluster" "$tmp/variant.log"
for worker in worker-1 worker-2; do
  grep -q 'Finished task' "$tmp/$worker.work"/*/*/stderr || fail "both workers worked" "$tmp/variant.log"
done
"$root/submit/splicespark" variant "${inputs[@]}" -O "$tmp/here.vcf" 2> "$tmp/here.log"
[[ $(grep -c 'OpenSpliceAI=' "$tmp/here.vcf") -gt 12 ]] || fail "the demo has scores" "$tmp/here.vcf"
cmp -- "$tmp/cluster.vcf" "$tmp/here.vcf"
echo "ok      two workers of a standalone cluster and one JVM write the same bytes ($((SECONDS - began)) s)"

began=$SECONDS
"$root/submit/standalone" "$master" "${both[@]}" -- doctor -m "$demo/model_80nt.pt" "$demo/genome.fa.gz" "$tmp/out.vcf.gz" \
  > "$tmp/doctor.out" 2> "$tmp/doctor.log" || fail "the doctor finds the cluster well" "$tmp/doctor.out" "$tmp/doctor.log"
for line in '2 of 2 executors answered' 'natives  libtorch ran a network on cpu .executor 0 on' 'out.vcf.gz: not there, and could be'; do
  grep -q "^ok .*$line" "$tmp/doctor.out" || fail "the doctor says: $line" "$tmp/doctor.out" "$tmp/doctor.log"
done
echo "ok      the doctor looked at driver and executors ($((SECONDS - began)) s)"
