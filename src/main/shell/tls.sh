# shellcheck shell=bash
# What ./run --tls needs: a certificate authority of this machine, and a certificate for its names by it.
# Sourced; "java" is the JDK's, WAYMARK_HOME the folder of the data. Needs say and fail.

# The names and addresses this machine is reached by, as keytool writes them.
tls_names() {
  local name names=(dns:localhost ip:127.0.0.1)
  for name in $(hostname) $(hostname -f 2>/dev/null) $(hostname -I 2>/dev/null) ${WAYMARK_TLS_NAMES:-}; do
    case $name in
      127.* | ::1 | fe80:* | localhost) ;;
      *:* | [0-9]*.[0-9]*.[0-9]*.[0-9]*) names+=("ip:$name") ;;
      *) names+=("dns:$name") ;;
    esac
  done
  printf '%s\n' "${names[@]}" | sort -u | paste -sd, -
}

keytool() { "$(dirname "$java")/keytool" "$@" 2>&1; }

# Once: the authority. It is trusted by phones, so its key stays here, readable by its owner only.
make_authority() {
  [ -e "$tls/ca.p12" ] && return
  say "making a certificate authority for this machine in $tls"
  head -c 32 /dev/urandom | base64 -w 0 >"$tls/password"
  keytool -genkeypair -alias ca -keyalg EC -groupname secp256r1 -sigalg SHA256withECDSA -validity 3650 \
    -dname "CN=Waymark $(hostname), O=Waymark" -ext bc:c=ca:true,pathlen:0 -ext ku:c=keyCertSign,cRLSign \
    -storetype PKCS12 -keystore "$tls/ca.new" -storepass:file "$tls/password" >"$tls/log" || fail "keytool: $(cat "$tls/log")"
  keytool -exportcert -rfc -alias ca -keystore "$tls/ca.new" -storepass:file "$tls/password" >"$tls/ca.crt" ||
    fail "keytool: $(cat "$tls/ca.crt")"
  mv "$tls/ca.new" "$tls/ca.p12"
}

# Anew when a name changed or the time is running out. Apple takes no more than 398 days.
make_certificate() {
  local names
  names=$(tls_names)
  [ -e "$tls/server.p12" ] && [ "$(cat "$tls/names" 2>/dev/null)" = "$names" ] &&
    [ -z "$(find "$tls/server.p12" -mtime +365)" ] && return
  say "making a certificate for ${names//,/, }"
  rm -f "$tls/server.new"
  {
    keytool -genkeypair -alias server -keyalg EC -groupname secp256r1 -dname "CN=$(hostname), O=Waymark" -validity 397 \
      -storetype PKCS12 -keystore "$tls/server.new" -storepass:file "$tls/password" &&
      keytool -certreq -alias server -keystore "$tls/server.new" -storepass:file "$tls/password" -file "$tls/server.csr" &&
      keytool -gencert -rfc -alias ca -keystore "$tls/ca.p12" -storepass:file "$tls/password" -sigalg SHA256withECDSA \
        -validity 397 -ext "san=$names" -ext eku=serverAuth -ext ku:c=digitalSignature \
        -infile "$tls/server.csr" -outfile "$tls/server.crt" &&
      keytool -importcert -noprompt -alias ca -file "$tls/ca.crt" -keystore "$tls/server.new" -storepass:file "$tls/password" &&
      keytool -importcert -noprompt -alias server -file "$tls/server.crt" -keystore "$tls/server.new" \
        -storepass:file "$tls/password"
  } >"$tls/log" || fail "keytool: $(cat "$tls/log")"
  mv "$tls/server.new" "$tls/server.p12"
  rm -f "$tls/server.csr"
  echo "$names" >"$tls/names"
}

# Makes what is missing and tells Spring of it by its environment.
use_tls() {
  tls=$WAYMARK_HOME/tls
  local mask
  mask=$(umask)
  umask 077
  mkdir -p "$tls" || fail "cannot make $tls"
  make_authority
  make_certificate
  rm -f "$tls/log"
  umask "$mask"
  export SERVER_SSL_BUNDLE=waymark
  export SPRING_SSL_BUNDLE_JKS_WAYMARK_KEYSTORE_LOCATION=file:$tls/server.p12
  export SPRING_SSL_BUNDLE_JKS_WAYMARK_KEYSTORE_TYPE=PKCS12
  SPRING_SSL_BUNDLE_JKS_WAYMARK_KEYSTORE_PASSWORD=$(cat "$tls/password")
  export SPRING_SSL_BUNDLE_JKS_WAYMARK_KEYSTORE_PASSWORD
  export SPRING_SSL_BUNDLE_JKS_WAYMARK_KEY_ALIAS=server
  export SERVER_SERVLET_SESSION_COOKIE_SECURE=true
  # What phones reach this machine by: its first address, unless it was told another.
  local address
  address=$(hostname -I 2>/dev/null | cut -d' ' -f1)
  address=${address:-$(hostname)}
  case $address in *:*) address=[$address] ;; esac
  export WAYMARK_URL=${WAYMARK_URL:-https://$address:$port}
  say "phones must trust the authority once: $WAYMARK_URL/field/trust"
  say "its SHA-256 fingerprint: $(keytool -printcert -file "$tls/ca.crt" | sed -n 's/.*SHA256: *//p')"
}
