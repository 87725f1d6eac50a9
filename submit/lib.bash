# Shared by the scripts of this folder, which source it: finding Java and Maven, and building when needed.
# shellcheck shell=bash
: "${root:?the folder of pom.xml, set by the script that sources this}"

die() {
  printf 'splicespark: %s\n' "$*" >&2
  exit 1
}

# The comment at the head of a script, which says how it is used.
help_of() {
  sed -n '/^set /q; s/^# \{0,1\}//p' "$1" | sed '1{/^!/d}'
}

# Ends a script whose arguments are wrong.
usage_of() {
  help_of "$1" >&2
  exit 2
}

# Splits a wrapper's arguments: options of submit/cluster that stand first, and the rest (set: leading, rest). What is
# not --gpu is --cpu.
split_leading() {
  leading=()
  local settings=--cpu
  while (($# > 0)); do
    case $1 in
      --dry-run) leading+=("$1") ;;
      --cpu | --gpu) settings=$1 ;;
      *) break ;;
    esac
    shift
  done
  leading+=("$settings")
  rest=("$@")
}

# A file of settings as options of spark-submit (adds to: submit_options). Paths in it are from the project's folder.
take_settings() {
  local key value
  while read -r key value; do
    [[ -n $key && $key != \#* ]] || continue
    [[ $key != spark.files ]] || value=$root/$value
    submit_options+=(--conf "$key=$value")
  done < "$1"
}

# On YARN --files replaces the setting spark.files, and executors would miss the script that finds GPUs: --files gets
# both (changes: submit_options). Without --files nothing changes.
join_files() {
  local i own='' given=-1
  local -a kept=()
  for ((i = 0; i < ${#submit_options[@]}; i++)); do
    if [[ ${submit_options[i]} == --conf && ${submit_options[i + 1]:-} == spark.files=* ]]; then
      own=${submit_options[i + 1]#spark.files=}
      ((++i))
      continue
    fi
    kept+=("${submit_options[i]}")
    if [[ ${submit_options[i]} == --files ]]; then
      given=${#kept[@]}
    fi
  done
  if [[ -n $own ]] && ((given >= 0 && given < ${#kept[@]})); then
    kept[given]+=,$own
    submit_options=("${kept[@]}")
  fi
}

# Where Maven builds what SPLICESPARK_SPARK_LINE and SPLICESPARK_NATIVE ask for (set: build_dir, maven_options).
choose_build() {
  build_dir=target
  maven_options=()
  case ${SPLICESPARK_SPARK_LINE:-3.5} in
    3.5) ;;
    4)
      build_dir+=-spark-4
      maven_options+=(-Dspark.line=4)
      ;;
    *) die "SPLICESPARK_SPARK_LINE must be 3.5 or 4, not $SPLICESPARK_SPARK_LINE" ;;
  esac
  case ${SPLICESPARK_NATIVE:-cpu} in
    cpu) ;;
    cuda | libtorch)
      build_dir+=-$SPLICESPARK_NATIVE
      maven_options+=("-D$SPLICESPARK_NATIVE")
      ;;
    *) die "SPLICESPARK_NATIVE must be cpu, cuda or libtorch, not $SPLICESPARK_NATIVE" ;;
  esac
}

# The java to run: JAVA_HOME's, else the one on the PATH (set: java).
find_java() {
  if [[ -n ${JAVA_HOME:-} ]]; then
    java=$JAVA_HOME/bin/java
    [[ -x $java ]] || die "JAVA_HOME is $JAVA_HOME, which has no bin/java; set it to a Java 17 or later"
  else
    java=$(type -P java) || die "no java found; install Java 17 or later, or set JAVA_HOME"
  fi
  local version
  version=$(java_version)
  [[ $version =~ ^[0-9]+ ]] || die "$java does not say its version; Java 17 or later is needed"
  ((BASH_REMATCH[0] >= 17)) || die "$java is Java $version; Java 17 or later is needed"
}

# Read from the file beside it, because starting a JVM only to ask takes a tenth of a second.
java_version() {
  local home line
  home=$(dirname -- "$(dirname -- "$(readlink -f -- "$java")")")
  if [[ -r $home/release ]]; then
    while IFS= read -r line; do
      if [[ $line == JAVA_VERSION=* ]]; then
        line=${line#JAVA_VERSION=}
        printf '%s\n' "${line//\"/}"
        return
      fi
    done < "$home/release"
  fi
  line=$("$java" -version 2>&1 | grep -m 1 -o 'version "[^"]*"') || return 0
  line=${line#version \"}
  printf '%s\n' "${line%\"}"
}

# The jar that Maven made last (set: jar); false if there is none.
find_jar() {
  local name=$root/$build_dir/launcher.jar
  [[ -f $name ]] && jar=$root/$build_dir/$(< "$name") && [[ -f $jar ]]
}

# True if a file is missing, or older than something that it is made of.
is_stale() {
  [[ ! -f $1 || -n $(find "$root/src/main" "$root/pom.xml" "$root/models/manifest.json" -newer "$1" -print -quit) ]]
}

# Builds unless the check "$1" says that all is there; the file "$2" then says since when. The rest are options of
# Maven. Standard output is the command's own and standard input may be a VCF: Maven gets neither.
build_unless() {
  local ready=$1 stamp=$2
  shift 2
  if "$ready"; then
    return
  fi
  local maven
  maven=$(type -P mvn) || die "no mvn found; install Maven 3.8 or later to build SpliceSpark"
  mkdir -p -- "$root/$build_dir" || die "cannot write to $root/$build_dir"
  (
    if type -P flock > /dev/null; then
      flock 9
      if "$ready"; then
        exit 0
      fi
    fi
    if find_jar; then
      printf 'building SpliceSpark (its sources changed)\n' >&2
    else
      printf 'building SpliceSpark (first run; a few minutes)\n' >&2
    fi
    local began=$root/$build_dir/.build-began
    touch -- "$began"
    cd -- "$root" || exit 1
    "$maven" -B -q -Dmaven.test.skip=true -Dstyle.color=never "${maven_options[@]}" "$@" package < /dev/null >&2 || exit 1
    # A source that was changed meanwhile may not be in the build: the result is as old as its beginning.
    touch -r "$began" -- "$stamp"
  ) 9> "$root/$build_dir/.build-lock" || die "the build failed; its messages are above"
}
