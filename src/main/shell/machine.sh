# shellcheck shell=bash
# What ./run and ./test need from a machine. Sourced; "here" is the checkout.

say() { printf '[waymark] %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

# Installs Debian packages, saying so first.
install() {
  local as=()
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || fail "please install, as root: apt-get install $*"
    as=(sudo)
  fi
  command -v apt-get >/dev/null || fail "please install what Debian calls: $*"
  say "installing $*"
  "${as[@]}" apt-get update -qq || say "apt-get update failed; trying with the lists at hand"
  "${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null ||
    fail "apt-get could not install $*"
}

# Major version of a JDK's folder, 0 where there is none.
jdk_version() {
  local version
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
  [ -x "$1/bin/java" ] && echo "${version:-0}" || echo 0
}

# Sets "java" and "java_version": JDK 25 or newer where there is one, else 17 or newer; Maven builds with any of them.
need_java() {
  local missing=() jdk version
  command -v javac >/dev/null || missing+=(openjdk-17-jdk-headless)
  command -v mvn >/dev/null || missing+=(maven)
  [ ${#missing[@]} = 0 ] || install "${missing[@]}"
  java='' java_version=0
  for jdk in "${JAVA_HOME:-/nowhere}" /usr/lib/jvm/*25* "$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")"; do
    version=$(jdk_version "$jdk")
    if [ "$version" -gt "$java_version" ]; then java=$jdk/bin/java java_version=$version; fi
  done
  [ "$java_version" -ge 17 ] || fail "Java 17 or newer is needed; found ${java_version}"
}

need_postgis() {
  compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null &&
    compgen -G '/usr/share/postgresql/*/extension/postgis.control' >/dev/null && return
  # Debian would start a server of its own on port 5432, which nobody asked for.
  if ! [ -e /etc/postgresql-common ]; then
    local as=()
    [ "$(id -u)" = 0 ] || as=(sudo)
    "${as[@]}" mkdir -p /etc/postgresql-common/createcluster.d 2>/dev/null &&
      echo 'create_main_cluster = false' |
      "${as[@]}" tee /etc/postgresql-common/createcluster.d/waymark.conf >/dev/null || true
  fi
  install postgresql-15-postgis-3
}

# The Chinese font that PDF papers embed; all else works without it.
need_font() {
  [ -r /usr/share/fonts/truetype/wqy/wqy-microhei.ttc ] || (install fonts-wqy-microhei) || say "PDF papers need fonts-wqy-microhei"
}

# GDAL reads the files of others.
need_gdal() {
  command -v ogr2ogr >/dev/null || install gdal-bin
}

# Hash of all that goes into the application.
sources_hash() {
  (cd "$here" && find pom.xml src/main web gis-data -type f -print0 | sort -z | xargs -0 sha256sum) |
    sha256sum | cut -c1-16
}

# Sets "app", a folder of jars built from the sources as they are. Each state of the sources has its own, so that a
# running instance keeps the jars it started with.
build_app() {
  local hash
  hash=$(sources_hash)
  app=$here/target/run/$hash
  [ -e "$app/.built" ] && return
  say "building (the first time downloads libraries)…"
  # ./test leaves one that holds its classes elsewhere, and what is newer than its sources is not made anew
  rm -f "$here"/target/waymark-*.jar
  (cd "$here" && mvn -q -B -Dspotless.check.skip=true compile jar:jar dependency:copy-dependencies \
    -DincludeScope=runtime -DoutputDirectory="$app" -Dmdep.overWriteSnapshots=true) || fail "the build failed; see above"
  cp "$here"/target/waymark-*.jar "$app/"
  touch "$app/.built"
  # All but the last two.
  ls -1dt "$here"/target/run/*/ | tail -n +3 | xargs -r rm -rf
}

# Sets "flags" and "classpath" for the Java found.
java_flags() {
  classpath="$app/*"
  flags=(-Dfile.encoding=UTF-8 -Djava.awt.headless=true -XX:+ExitOnOutOfMemoryError)
  [ "$java_version" -ge 24 ] && flags+=(--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)
  # On a machine of two cores the serial collector takes half the memory; whoever names a collector gets that.
  [[ ${JAVA_OPTS:-} == *-XX:+Use*GC* ]] || flags+=(-XX:+UseSerialGC -Xms64m -Xmn20m -XX:SurvivorRatio=3 -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=20)
  # What the compilers no longer need goes back to the machine.
  flags+=(-XX:TrimNativeHeapInterval=2000)
  [ "$java_version" -ge 25 ] && flags+=(-XX:+UseCompactObjectHeaders) && aot_flags
  # shellcheck disable=SC2206
  flags+=(${JAVA_OPTS:-})
}

# On JDK 25, start from what "./run aot" made for this build: the JVM's cache and, as classes, the beans that Spring would
# find out about at each start anew. Sets "classpath", too.
aot_flags() {
  aot=$app/waymark-$java_version.aot
  if [ -e "$aot" ] && [[ ${JAVA_OPTS:-} != *-XX:AOTMode=off* ]]; then
    flags+=(-XX:AOTCache="$aot" '-Xlog:aot*=error')
    use_beans
  fi
}

# The cache knows the whole classpath, the beans are those of a server with our own settings only.
use_beans() {
  classpath="$app/*:$app/aot/*"
  if [ -e "$app/aot/beans.jar" ] && [[ ${command[*]} = @(|aot) ]] && ! has_spring_settings; then
    flags+=(-Dspring.aot.enabled=true)
  fi
}

# Does somebody talk to Spring itself? What he says may decide which beans there are. What use_tls says does not.
has_spring_settings() {
  [[ ${JAVA_OPTS:-} =~ -D(spring|server|management)\. ]] ||
    [[ ${WAYMARK_FORWARD_HEADERS:-none} != @(none|native) ]] ||
    compgen -e | grep -E '^(SPRING|SERVER|MANAGEMENT)_' | grep -qvE '^(SPRING_SSL_BUNDLE_.*|SERVER_SSL_BUNDLE|SERVER_SERVLET_SESSION_COOKIE_SECURE)$' ||
    compgen -G 'application*' >/dev/null || compgen -G 'config/*' >/dev/null
}

# Writes the beans down as classes. Without a compiler in this Java, or with settings of Spring's, there are none, and starts
# look for them as ever.
write_beans() {
  local work=$app/aot/work bin
  bin=$(dirname "$java")
  if [ ! -x "$bin/javac" ] || has_spring_settings; then return; fi
  mkdir -p "$work/classes"
  "$java" "${flags[@]}" -XX:TieredStopAtLevel=1 -cp "$app/*" org.springframework.boot.SpringApplicationAotProcessor \
    org.waymark.WaymarkApplication "$work/sources" "$work/resources" "$work/classes" org.waymark waymark &&
    find "$work/sources" -name '*.java' >"$work/list" &&
    "$bin/javac" -nowarn -Xlint:none -proc:none -parameters -encoding UTF-8 -d "$work/classes" -cp "$app/*" @"$work/list" 2>"$work/log" &&
    "$bin/jar" --create --file "$work/beans.jar" -C "$work/classes" . || { cat "$work/log" >&2 || true; fail "the beans could not be written down"; }
  mv "$work/beans.jar" "$app/aot/"
  rm -rf "$work"
}
