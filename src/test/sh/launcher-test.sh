#!/usr/bin/env bash
# Tests submit/ as a user meets it, after `mvn package`. Prints one line per check and fails if any did.
set -uo pipefail

root=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/../../..
root=$(cd -P -- "$root" && pwd)
launcher=$root/submit/splicespark
demo=$root/models/demo
tmp=$(mktemp -d)
trap 'rm -rf -- "$tmp"' EXIT
real_java=${JAVA_HOME:+$JAVA_HOME/bin/}java
real_java=$(type -P "$real_java")
failures=0

check() {
  local name=$1
  shift
  if "$@"; then
    echo "ok      $name"
  else
    echo "FAILED  $name"
    sed 's/^/        err: /' "$tmp/err" | head -20
    failures=$((failures + 1))
  fi
}

# Runs a command; leaves its output in $tmp/out and $tmp/err, its exit code and its seconds.
run() {
  local began=$EPOCHREALTIME
  "$@" > "$tmp/out" 2> "$tmp/err" < "${input:-/dev/null}"
  code=$?
  local ended=$EPOCHREALTIME
  millis=$(((${ended/./} - ${began/./}) / 1000))
}

ended_with() { [[ $code == "$1" ]]; }
says() { grep -q -- "$2" "$tmp/$1"; }
is_without() { ! says "$@"; }
is_silent() { [[ ! -s $tmp/$1 ]]; }
is_one_line() { [[ $(wc -l < "$tmp/$1") == 1 ]]; }
is_quick() { ((millis < 3000)); } # an idle machine needs 300 ms; this one may be busy

# A copy of what the launcher needs, in a folder with a space; $1 says whether with the build.
project() {
  rm -rf -- "${tmp:?}/a project"
  mkdir -p -- "$tmp/a project/src" "$tmp/a project/target"
  cp -a -- "$root/submit" "$root/conf" "$root/pom.xml" "$tmp/a project"
  cp -a -- "$root/src/main" "$tmp/a project/src"
  mkdir -- "$tmp/a project/models"
  cp -a -- "$root/models/manifest.json" "$tmp/a project/models"
  if [[ $1 == built ]]; then
    cp -a -- "$root/target/$(< "$root/target/launcher.jar")" "$root"/target/launcher.* "$tmp/a project/target"
  fi
}

run "$launcher" --help
check "--help goes to standard output" says out '^Usage: splicespark'
check "--help leaves standard error alone" is_silent err
check "--help is instant ($millis ms)" is_quick
run "$launcher" variant --help
check "variant --help says its options" says out '--annotation'
check "variant --help is instant ($millis ms)" is_quick
run "$launcher" --version
check "--version says it" says out '^splicespark [0-9]'
run "$launcher" varaint
check "an unknown command is a mistake of usage" ended_with 2
check "a mistake leaves standard output alone" is_silent out

mkdir -p -- "$tmp/other place"
ln -s -- "$launcher" "$tmp/other place/link"
ln -s link "$tmp/other place/splice spark"
project built
cd -- "$tmp/other place" || exit 1
run "./splice spark" --version
check "through links, from another folder" says out '^splicespark [0-9]'
run "$tmp/a project/submit/splicespark" --version
check "a project in a folder with a space" says out '^splicespark [0-9]'
check "is not built again" is_silent err

echo "no classes" > "$tmp/a project/target/classes.jsa"
run "$tmp/a project/submit/splicespark" --version
check "shared classes that are none do no harm" says out '^splicespark [0-9]'
is_first() { [[ $(head -n 1 "$tmp/out") == splicespark* ]]; }
check "and leave standard output alone" is_first
rm -- "$tmp/a project/target/classes.jsa"

cp -- "$demo"/genome.fa.gz* "$demo/genes.gff3" .
input=$demo/variants.vcf
run "$tmp/a project/submit/splicespark" variant -R genome.fa.gz -A genes.gff3 -m "$demo/model_80nt.pt"
input=
check "the demo runs ($millis ms)" ended_with 0
annotated() { [[ $(grep -vc '^#' "$tmp/out") == $(grep -vc '^#' "$demo/variants.vcf") ]]; }
only_vcf() { [[ $(head -c 13 "$tmp/out") == '##fileformat=' ]] && ! grep -qvP '^#|^chr\d\t\d+\t' "$tmp/out"; }
check "standard output has every record" annotated
check "standard output has nothing but VCF" only_vcf
check "a donor that is lost is seen" says out 'CASE=donor_lost_SIM1_0011;OpenSpliceAI=A|SIM1_0011|0\.[0-9|.]*|0\.[89]'
no_noise() { ! grep -qE ' (INFO|WARN|ERROR) |SLF4J|WARNING' "$tmp/err"; }
check "standard error has no log of libraries" no_noise

SPLICESPARK_SPARK_LINE=2 run "$launcher" --version
check "a line of Spark that is none" says err 'must be 3.5 or 4'
JAVA_HOME=$tmp/none run "$launcher" --version
check "no java where JAVA_HOME says" says err 'JAVA_HOME'
check "is told in one line" is_one_line err
mkdir -p -- "$tmp/old/bin"
printf 'JAVA_VERSION="11.0.2"\n' > "$tmp/old/release"
printf '#!/bin/sh\nexit 9\n' > "$tmp/old/bin/java"
chmod +x -- "$tmp/old/bin/java"
JAVA_HOME=$tmp/old run "$launcher" --version
check "a java that is too old" says err 'is Java 11.0.2; Java 17 or later is needed'

mkdir -- "$tmp/bin"
for tool in bash dirname readlink find cat mkdir touch flock grep sleep cp; do
  ln -s -- "$(type -P "$tool")" "$tmp/bin/$tool"
done
JAVA_HOME='' PATH=$tmp/bin run "$launcher" --version
check "no java at all" says err 'no java found'
ln -s -- "${real_java:?}" "$tmp/bin/java"
project bare
JAVA_HOME='' PATH=$tmp/bin run "$tmp/a project/submit/splicespark" --version
check "no mvn when there is something to build" says err 'no mvn found'
check "is told in one line too" is_one_line err

# A mvn that is slow and talks, and would read a VCF on standard input.
cat > "$tmp/bin/mvn" << END
#!/usr/bin/env bash
echo talk
cat > "$tmp/eaten"
echo "\$@" >> "$tmp/builds"
sleep 2
cp -- "$root/target/$(< "$root/target/launcher.jar")" "$root"/target/launcher.* target/
END
chmod +x -- "$tmp/bin/mvn"
JAVA_HOME='' PATH=$tmp/bin "$tmp/a project/submit/splicespark" --version > "$tmp/first" 2> "$tmp/first.err" &
sleep 0.5
input=$demo/variants.vcf
JAVA_HOME='' PATH=$tmp/bin run "$tmp/a project/submit/splicespark" --version
wait
input=
check "two starts at once: the second works" says out '^splicespark [0-9]'
check "and so does the first" grep -q '^splicespark [0-9]' "$tmp/first"
check "one of them builds" test "$(wc -l < "$tmp/builds")" == 1
check "Maven's talk is not on standard output" test "$(grep -c talk "$tmp/first")" == 0
check "Maven does not eat standard input" test ! -s "$tmp/eaten"
check "the user is told to wait" grep -q '^building SpliceSpark (first run; a few minutes)$' "$tmp/first.err"
sleep 1
touch -- "$tmp/a project/src/main/java/org/splicespark/cli/Main.java"
JAVA_HOME='' PATH=$tmp/bin run "$tmp/a project/submit/splicespark" --version
check "a source that changed is built" test "$(wc -l < "$tmp/builds")" == 2
JAVA_HOME='' PATH=$tmp/bin run "$tmp/a project/submit/splicespark" --version
check "and only once" test "$(wc -l < "$tmp/builds")" == 2

SPARK_HOME="/a spark" run "$root/submit/cluster" --dry-run --master yarn -- variant -I 'a b.vcf'
check "cluster --dry-run prints the command" says out '/bin/spark-submit --class org.splicespark.cli.Main --master yarn .*cluster.jar variant -I a\\ b.vcf'
run "$root/submit/cluster" --master yarn
check "cluster without a command is a mistake of usage" ended_with 2
run "$root/submit/cluster" --dry-run --cpu --executor-memory 9g -- variant -I in.vcf
check "--cpu gives the settings of conf/spark-cpu.conf" says out '--conf spark.executor.memoryOverhead=3g .*--executor-memory 9g .*jar variant -I in.vcf'
run "$root/submit/standalone" --dry-run --gpu spark://head:7077 --total-executor-cores 8 -- variant -I in.vcf
check "standalone --gpu sends the discovery script" says out "--conf spark.files=$root/conf/gpu-discovery.sh .*--master spark://head:7077 .*--total-executor-cores 8 "
run "$root/submit/standalone" --dry-run head:7077 -- variant -I in.vcf
check "standalone without spark:// is a mistake of usage" ended_with 2
run "$root/submit/yarn" --dry-run --num-executors 3 --deploy-mode cluster -- variant -I in.vcf
check "yarn hands options on" says out '--conf spark.executor.memory=4g .*--master yarn .*--num-executors 3 --deploy-mode cluster .*jar variant -I in.vcf'
run "$root/submit/yarn" --dry-run --gpu --files a.fa,a.fa.fai -- variant -I in.vcf
check "yarn sends the discovery script beside other files" says out "--files a.fa\\\\,a.fa.fai\\\\,$root/conf/gpu-discovery.sh "
run env CUDA_VISIBLE_DEVICES=2,GPU-abc "$root/conf/gpu-discovery.sh"
check "GPUs are called as CUDA counts them" says out '{"name": "gpu", "addresses": \["0", "1"\]}'
for hidden in -1 NoDevFiles; do
  run env CUDA_VISIBLE_DEVICES=$hidden "$root/conf/gpu-discovery.sh"
  check "no GPU is told where $hidden hides all" ended_with 1
done
run "$root/submit/yarn"
check "yarn without a command is a mistake of usage" ended_with 2
check "and says how it is used" says err '^yarn \[--dry-run\]'
run "$root/submit/dataproc/submit.sh" --dry-run gs://b/x.jar --cluster c -- variant -I gs://b/in.vcf
check "dataproc's command is gcloud's" says out '^gcloud dataproc jobs submit spark --class org.splicespark.cli.Main --jars gs://b/x.jar --properties .*spark.executor.memory=4g.* --cluster c -- variant -I gs://b/in.vcf'
run "$root/submit/dataproc/submit.sh" --dry-run --gpu gs://b/x.jar --cluster c -- variant -I gs://b/in.vcf
check "dataproc sends the discovery script from here" says out "--jars gs://b/x.jar --files $root/conf/gpu-discovery.sh --properties .*spark.executor.resource.gpu.amount=1"
check "and names it in no setting, where the cluster would look" is_without out spark.files
run "$root/submit/dataproc/submit.sh" --dry-run --cluster c -- variant
check "dataproc without a jar is a mistake of usage" ended_with 2

echo "$failures failed"
((failures == 0))
