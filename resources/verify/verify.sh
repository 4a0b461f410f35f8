#!/bin/sh
# Verifies release bundles and audit logs of Plimsoll, without Plimsoll.
#
#   verify.sh BUNDLE --trust ALLOWED_SIGNERS [--pin SIZE:ROOT] [--at 20260301093117Z] [--artifacts DIR]
#   verify.sh audit.jsonl [--pin SIZE:ROOT]
#
# BUNDLE is a .release.zip or the folder it was unpacked into. Exit codes: 0 proven, 1 failed, 2 could not tell, 3 proven with warnings.
#
# A POSIX shell (dash, bash, ksh, busybox) with ssh-keygen (8.2), openssl (1.1.1, not LibreSSL), jq (1.6), sha256sum, unzip or bsdtar, and the
# usual awk, sed, sort, od. It shares no code with Plimsoll: written from docs/formats/audit-chain.md, release-record.md and trust.md.
# Trust is brought along: nothing in a bundle says whose key is whose. About a second for each 2,000 entries of a log.
#
# What it cannot see, and plimsoll_verify.py can: keys of mixed order and keys that are no point (those of low order are known by name), member
# names beyond the Basic Multilingual Plane (jq sorts them otherwise than RFC 8785), tag objects, logs of other systems.
set -u
LC_ALL=C
export LC_ALL
umask 077
unset CDPATH

failed= open= warned= proven=
fail() { failed=yes; say "FAILED  $1 $2: $3"; }
unsure() { open=yes; say "OPEN    $1: $2"; }
warn() { warned=yes; say "WARNING $1 $2: $3"; }
note() { say "note    $1 $2: $3"; }
good() { proven=yes; say "ok      $1: $2"; }
say() {
  case $1 in
    *[!\ -~]*) printf '%s\n' "$1" | tr -c '\n\040-\176\200-\377' '?' ;;
    *) printf '%s\n' "$1" ;;
  esac
}
end() {
  if [ "$failed" ]; then say FAILED; exit 1; fi
  if [ "$open" ] || [ ! "$proven" ]; then say "COULD NOT TELL"; exit 2; fi
  if [ "$warned" ]; then say "PROVEN WITH WARNINGS"; exit 3; fi
  say PROVEN
  exit 0
}
stop() { unsure "$1" "$2"; failed=; end; }
usage() { sed -n '2,7s/^# \{0,1\}//p' "$0" >&2; exit 64; }

bundle= trust= at= artifacts= pins=
while [ $# -gt 0 ]; do
  case $1 in
    --trust | --pin | --at | --artifacts) [ $# -ge 2 ] || usage ;;
    -h | --help) usage ;;
    -*) usage ;;
  esac
  case $1 in
    --trust) trust=$2; shift ;;
    --pin) pins="$pins $2"; shift ;;
    --at) at=$2; shift ;;
    --artifacts) artifacts=$2; shift ;;
    *) [ -z "$bundle" ] || usage; bundle=$1 ;;
  esac
  shift
done
[ -n "$bundle" ] || usage

for tool in jq openssl sha256sum ssh-keygen awk od; do
  command -v "$tool" > /dev/null || stop "$tool" "this program is needed and is not here"
done
case $at in *[!0-9Z]*) stop --at "it is not of the form 20260301093117Z" ;; esac
work=$(mktemp -d) || stop mktemp "no folder to work in"
trap 'rm -rf "$work"' EXIT
trap 'exit 2' HUP INT TERM
here=$(pwd)
absolute() { case $1 in /*) printf %s "$1" ;; *) printf %s "$here/$1" ;; esac; }

sha() { sha256sum | cut -c1-64; }
size_of() { echo $(($(wc -c < "$1"))); }
hex_of() { od -An -v -tx1 | tr -d ' \n'; }

# hex on standard input, one value a line -> the same as escapes for printf
octal() {
  awk 'BEGIN { for (i = 0; i < 256; i++) o[sprintf("%02x", i)] = sprintf("\\%03o", i) }
    { s = ""; for (i = 1; i < length($0); i += 2) s = s o[substr($0, i, 2)]; print s }'
}
raw() {
  digits=$1 escapes=
  while [ -n "$digits" ]; do
    rest=${digits#??} byte=$((0x${digits%"${digits#??}"})) digits=$rest
    escapes="$escapes\\$((byte / 64))$((byte / 8 % 8))$((byte % 8))"
  done
  printf "$escapes"
}
unbase64() { printf %s "$1" | openssl base64 -d -A 2> /dev/null; }
# the one spelling: the alphabet, padding to four, no stray bits before it
is_base64() {
  [ -n "$1" ] && [ $((${#1} % 4)) = 0 ] || return 1
  case $1 in
    *=*=*=* | *=[!=]*) return 1 ;;
    *[!A-Za-z0-9+/=]*) return 1 ;;
    *[AQgw]==) ;;
    *==) return 1 ;;
    *[AEIMQUYcgkosw048]=) ;;
    *=) return 1 ;;
  esac
}

# points of low order, in every encoding: under them anybody can make signatures
weak() {
  case $1 in
    0000000000000000000000000000000000000000000000000000000000000000 | 0000000000000000000000000000000000000000000000000000000000000080 | \
    0100000000000000000000000000000000000000000000000000000000000000 | 0100000000000000000000000000000000000000000000000000000000000080 | \
    ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f | ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff | \
    edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f | edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff | \
    eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f | eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff | \
    26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05 | 26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85 | \
    c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a | c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa) return 0 ;;
  esac
  return 1
}

# whether the second half of a signature, hex, little-endian, is below 2^252 and so below the order of the group (no signer meets the rest):
# else there is a second signature made of a first
small() { case $1 in *0?) return 0 ;; esac; return 1; }

# Ed25519: the key in hex, the message's file, the signature's file
ed25519() {
  weak "$1" && return 1
  raw "302a300506032b6570032100$1" > "$work/key.der"
  openssl pkeyutl -verify -pubin -keyform DER -inkey "$work/key.der" -rawin -in "$2" -sigfile "$3" > /dev/null 2>&1
}

# ---- canonical JSON, as far as jq can tell -----------------------------------------------------------------------------------

# jq writes U+007F as an escape, RFC 8785 as itself; twice, for neighbours
respell() {
  jq -S -c "${1:-.}" 2> /dev/null | sed "s/^\(\(\\\\\\\\\)*\)\\\\u007f/\1$del/
:again
s/\([^\\\\]\)\(\(\\\\\\\\\)*\)\\\\u007f/\1\2$del/
t again"
}
del=$(printf '\177')

# the first line whose numbers or bare words are not those of the profile, strings left out: "LINE:..."
odd_numbers() {
  sed 's/"\(\\.\|[^"\\]\)*"/""/g' | grep -nE '[^]["a-z0-9{},:-]|[0-9]e|-0|[^0-9]0[0-9]|[0-9]{17}' | head -n 1
}
exact='((def depth: if type == "object" or type == "array" then 1 + ([.[] | depth] | max // 0) else 0 end; depth) <= 64) and ([.. | numbers | select(. > 9007199254740991 or . < -9007199254740991)] == [])'
is_time='(type == "string" and test("^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\.[0-9]{3}Z$") and ((.[0:19] + "Z") as $t | (try ($t | fromdate | todate) catch "") == $t))'

# a whole document, FILE LONGEST: no byte but its one spelling; whoever reads it asks for $exact as well
is_canonical() {
  [ "$(size_of "$1")" -le "$2" ] || return 1
  { cat "$1"; echo; } > "$work/document"
  [ "$(wc -l < "$work/document" | tr -d ' ')" = 1 ] || return 1
  respell < "$1" > "$work/respelled"
  cmp -s "$work/respelled" "$work/document" && [ -z "$(odd_numbers < "$work/document")" ]
}

# ---- the trust file: OpenSSH's allowed_signers, read whole or not at all -------------------------------------------------------

# -> $work/trusted: principal, type, base64, namespaces, separated by tabs
read_trust() {
  [ -f "$1" ] || stop "$1" "there is no such trust file"
  cp "$1" "$work/allowed_signers" || stop "$1" "it cannot be read"
  [ "$(size_of "$1")" -le 1048576 ] || stop "$1" "it is larger than 1 MiB"
  [ -z "$(tr -d '\t\r\n\040-\176' < "$1" | head -c 1 | hex_of)" ] || stop "$1" "this script reads trust files in ASCII only; plimsoll_verify.py reads others"
  awk '
    function refuse(why) { print "!" NR ": " why; exit }
    function option(name, value,   i, n, parts) {
      name = tolower(name)
      if (name in seen) refuse("the option " name " stands twice")
      seen[name] = value
      if (name == "namespaces") {
        n = split(value, parts, ",")
        for (i = 1; i <= n; i++) if (parts[i] == "" || parts[i] ~ /[ \t*?!]/) refuse("a namespace is a name and no pattern")
        if (n == 0) refuse("a namespace is a name and no pattern")
      } else if (name == "valid-after" || name == "valid-before") {
        if (value !~ /^[0-9]+Z$/ || (length(value) != 9 && length(value) != 13 && length(value) != 15)) refuse("\"" value "\" is no time of the form 20260131Z")
      } else refuse("\"" name "\" is no option that has a place here")
    }
    function padded(time) { return substr(substr(time, 1, length(time) - 1) "000000", 1, 14) }
    { sub(/\r$/, ""); gsub(/^[ \t]+|[ \t]+$/, "") }
    /\r/ { refuse("something invisible stands in it") }
    $0 == "" || /^#/ { next }
    {
      split("", seen)
      principal = $1
      if (principal ~ /[,*?!"]/) refuse("a principal is one name, and no pattern")
      rest = substr($0, length(principal) + 1)
      sub(/^[ \t]+/, "", rest)
      split(rest, word, /[ \t]+/)
      if (!(word[1] ~ /^(ssh-ed25519|sk-ssh-ed25519@openssh.com|ecdsa-sha2-nistp(256|384|521)|sk-ecdsa-sha2-nistp256@openssh.com|ssh-rsa)$/)) {
        while (match(rest, /^[A-Za-z-]+="[^"\\]*"/)) {
          part = substr(rest, 1, RLENGTH); rest = substr(rest, RLENGTH + 1)
          at = index(part, "=")
          option(substr(part, 1, at - 1), substr(part, at + 2, length(part) - at - 2))
          if (substr(rest, 1, 1) != ",") break
          rest = substr(rest, 2)
          if (rest !~ /^[A-Za-z-]+="/) refuse("its options are not name=\"value\", joined by commas without gaps")
        }
        if (rest !~ /^[ \t]/) refuse("its options are not name=\"value\", joined by commas without gaps")
        sub(/^[ \t]+/, "", rest)
        split(rest, word, /[ \t]+/)
      }
      if (!(word[1] ~ /^(ssh-ed25519|sk-ssh-ed25519@openssh.com|ecdsa-sha2-nistp(256|384|521)|sk-ecdsa-sha2-nistp256@openssh.com|ssh-rsa)$/)) refuse("\"" word[1] "\" is no type of key")
      if (word[2] !~ /^[A-Za-z0-9+\/]+=*$/) refuse("its key is missing or no Base64")
      if (word[2] in keys) refuse("the same key stands in line " keys[word[2]] " already")
      keys[word[2]] = NR
      if (("valid-after" in seen) && ("valid-before" in seen) && padded(seen["valid-after"]) >= padded(seen["valid-before"])) refuse("valid-before is not later than valid-after")
      print principal "\t" word[1] "\t" word[2] "\t" seen["namespaces"]
    }' "$work/allowed_signers" > "$work/trusted"
  while IFS='	' read -r principal type key rest; do
    case $principal in '!'*) stop "$1" "the trust file is not accepted, line ${principal#!} $type $key $rest" ;; esac
    is_base64 "$key" || stop "$1" "the key of $principal is not spelled as Base64 is"
    blob=$(unbase64 "$key" | hex_of)
    if [ "$type" = ssh-ed25519 ]; then
      case $blob in 0000000b7373682d6564323535313900000020*) ;; *) stop "$1" "the key of $principal is no Ed25519 key" ;; esac
      [ ${#blob} = 102 ] || stop "$1" "the key of $principal is no Ed25519 key"
      weak "${blob#0000000b7373682d6564323535313900000020}" && stop "$1" "the key of $principal is weak: anybody can make signatures under it"
    fi
    printf '%s\tSHA256:%s\n' "$key" "$(unbase64 "$key" | openssl dgst -sha256 -binary | openssl base64 -A | tr -d =)" >> "$work/prints"
  done < "$work/trusted"
  touch "$work/prints"
}

# signature's file, message's file, namespace -> who, or code and why
check_signature() {
  who= code=SIG_INVALID why="the signature cannot be read"
  begin='-----BEGIN SSH SIGNATURE-----' last='-----END SSH SIGNATURE-----'
  [ "$(size_of "$1")" -le 65536 ] || return 1
  body=$(sed '1d;$d' "$1" | tr -d '\n')
  is_base64 "$body" || return 1
  { echo "$begin"; printf %s "$body" | fold -w 70; echo; echo "$last"; } > "$work/armor"
  cmp -s "$work/armor" "$1" || return 1
  unbase64 "$body" > "$work/blob"
  blob=$(hex_of < "$work/blob")
  case $blob in
    53534853494700000001000000330000000b7373682d6564323535313900000020*) ;;
    53534853494700000000*) return 1 ;;
    535348534947*) code= why="the signature is of a kind that cannot be verified here"; return 1 ;;
    *) return 1 ;;
  esac
  rest=${blob#53534853494700000001000000330000000b7373682d6564323535313900000020}
  point=$(printf %.64s "$rest")
  wanted=$(printf '%08x' ${#3})$(printf %s "$3" | hex_of)
  case ${rest#"$point"} in "$wanted"*) ;; *) code=SIG_NAMESPACE why="it was made for another purpose than $3"; return 1 ;; esac
  if weak "$point"; then code=KEY_WEAK why="under its key anybody can make signatures"; return 1; fi
  why="the signature does not belong to these bytes"
  small "$blob" || return 1
  key=$(raw "0000000b7373682d6564323535313900000020$point" | openssl base64 -A)
  owner=$(awk -F'\t' -v key="$key" '$3 == key { print $1 }' "$work/trusted")
  if [ -n "$owner" ] && ssh-keygen -Y verify -f "$work/allowed_signers" -I "$owner" -n "$3" -s "$1" ${at:+-Overify-time=$at} < "$2" > /dev/null 2>&1; then
    who=$owner
    return 0
  fi
  ssh-keygen -Y check-novalidate -n "$3" -s "$1" < "$2" > /dev/null 2>&1 || return 1
  code=KEY_UNKNOWN why="its key is not in your trust file"
  [ -n "$owner" ] || return 1
  if awk -F'\t' -v key="$key" -v ns="$3" '$3 == key && $4 != "" { n = split($4, p, ","); for (i = 1; i <= n; i++) if (p[i] == ns) f = 1; bad = !f } END { exit !bad }' "$work/trusted"; then
    code=SIG_NAMESPACE why="the key of $owner may not sign for $3"
  else
    code=KEY_EXPIRED why="the key of $owner does not count at that time"
  fi
  return 1
}

# ---- the audit log --------------------------------------------------------------------------------------------------------------

# hashes of many small files, in order
hash_all() { (cd "$1" && ls | xargs sha256sum | cut -c1-64); }

# the log's file -> $work/hash (h of each line), $work/level.* (full subtrees), $entries; whole= yes or empty; $first is the first bad thing
walk() {
  whole= entries=0 log=$1
  : > "$work/bad"
  if [ ! -s "$log" ]; then unsure "${log##*/}" "it holds no entry"; return; fi
  if [ "$(tr -d '\000' < "$log" | wc -c)" != "$(wc -c < "$log")" ]; then fail CHAIN_NOT_CANONICAL "${log##*/}" "it holds a byte 0"; return; fi
  if [ "$(tail -c 1 "$log" | hex_of)" != 0a ]; then echo "$(($(wc -l < "$log") + 1)) 0 CHAIN_TORN_TAIL the last line is cut off; the file may still be being written" >> "$work/bad"; fi
  respell < "$log" > "$work/respelled"
  compared=$(cmp "$work/respelled" "$log" 2>&1)
  case $compared in
    '') ;;
    *EOF*respelled*) echo "$(($(wc -l < "$work/respelled") + 1)) 1 CHAIN_NOT_CANONICAL it is not JSON in its one spelling" >> "$work/bad" ;;
    *EOF*) echo "$(($(wc -l < "$log") + 1)) 1 CHAIN_NOT_CANONICAL it is not JSON in its one spelling" >> "$work/bad" ;;
    *) echo "${compared##* } 1 CHAIN_NOT_CANONICAL it is not JSON in its one spelling" >> "$work/bad" ;;
  esac
  odd=$(odd_numbers < "$log")
  [ -z "$odd" ] || echo "${odd%%:*} 1 CHAIN_NOT_CANONICAL it is not JSON in its one spelling" >> "$work/bad"
  long=$(awk 'length($0) > 65536 { print NR; exit }' "$log")
  [ -z "$long" ] || echo "$long 1 CHAIN_NOT_CANONICAL it is longer than an entry may be" >> "$work/bad"
  # one line each: shape, seq, hash before, time, event, and in Base64 what it says about keys and checkpoints
  jq -r "\"\(if (type == \"object\") and (._v | type) == \"number\" and ._v != 1 then \"newer\" elif
      (type == \"object\") and (keys == [\"_prev\", \"_seq\", \"_time\", \"_v\", \"actor\", \"data\", \"event\"]) and ._v == 1
      and (._prev | type == \"string\" and test(\"^[0-9a-f]{64}\$\")) and (._seq | type == \"number\" and . >= 0 and . == floor)
      and (._time | type == \"string\" and test(\"^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\\\.[0-9]{3}Z\$\") and ((.[0:19] + \"Z\") as \$t | (try (\$t | fromdate | todate) catch \"\") == \$t))
      and (.actor | type == \"object\" and (.id | type == \"string\") and ((keys == [\"id\"]) or (keys == [\"id\", \"key\"] and (.key | type == \"string\"))))
      and (.data | type == \"object\") and (.event | type == \"string\" and test(\"^[a-z]+\\\\.[a-z]+\$\")) and ($exact)
      then \"ok \(._seq) \(._prev) \(._time) \(.event) \(.data | if (.note | type) == \"string\" then .note elif (.logKey | type) == \"string\" then \"\(.logKey | split(\" \") | .[0:2] | join(\" \")) \(.endorsement | strings)\" // .logKey else \"-\" end | @base64)\"
      else \"bad \((._seq? | numbers) // \"?\") \((._prev? | strings | gsub(\"[^0-9a-f]\"; \"?\")) // \"?\")\" end)\"" < "$log" 2> /dev/null > "$work/table"
  awk '$1 != "ok" { print $1, NR }' "$work/table" | head -n 1 > "$work/shapes"
  newer=$(sed -n 's/^newer //p' "$work/shapes") bad=$(sed -n 's/^bad //p' "$work/shapes")
  [ -z "$bad" ] || echo "$bad 2 CHAIN_NOT_CANONICAL its members are not those of an entry" >> "$work/bad"
  rm -rf "$work/lines" "$work/leaves" && mkdir "$work/lines" "$work/leaves"
  n=100000000
  while IFS= read -r line; do
    printf %s "$line" > "$work/lines/$n"
    printf '\000%s' "$line" > "$work/leaves/$n"
    n=$((n + 1))
  done < "$log"
  entries=$((n - 100000000))
  if [ "$entries" -gt 0 ]; then hash_all "$work/lines" > "$work/hash"; else : > "$work/hash"; fi
  awk '{ print $2, $3 }' "$work/table" > "$work/links"
  awk 'BEGIN { last = sprintf("%064d", 0) } NR == FNR { hash[FNR] = $1; next }
    $1 != FNR - 1 { print FNR, 3, "CHAIN_SEQ here stands one that says it is entry " $1; exit }
    $2 != last { print FNR, 4, "CHAIN_PREV it does not name the hash of the entry before: one of the two was changed"; exit }
    { last = hash[FNR] }' "$work/hash" "$work/links" >> "$work/bad"
  origin=$(head -n 1 "$log" | jq -r 'if .event == "log.created" and (.data.origin | type == "string" and test("^plimsoll\\.dev/log/[0-9a-f]{32}$"))
      and (.data.logKey | type == "string" and test("^ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI[A-Za-z0-9+/]{43}$")) then .data.origin else "" end' 2> /dev/null)
  [ -n "$origin" ] || echo "1 5 CHAIN_SEQ the chain does not begin as a log does" >> "$work/bad"
  first=$(sort -n -k1,1 -k2,2 "$work/bad" | head -n 1)
  at_line=$((entries + 1))
  [ -z "$first" ] || at_line=${first%% *}
  [ -z "$newer" ] || [ "$newer" -gt "$at_line" ] || at_line=$newer
  entries=$((at_line - 1))
  genesis=$(head -n 1 "$work/hash") whole=yes unanchored=
  : > "$work/keys"
  if [ "$entries" -gt 0 ] && [ -n "$origin" ]; then
    grow "$entries"
    rotations "$entries" && published "$entries"
    [ "$whole" ] || return
  fi
  if [ "$at_line" = "${newer:-0}" ]; then
    unsure "${log##*/}, entry $entries" "it is of a version that is not known here"
    whole=
  elif [ -n "$first" ]; then
    set -- $first
    shift 2
    at_code=$1
    shift
    fail "$at_code" "${log##*/}, entry $entries (line $at_line, byte $(head -n "$entries" "$log" | wc -c | tr -d ' '))" "$*"
    whole=
  fi
}

# every full subtree of RFC 6962 over the first SIZE lines, level by level
grow() {
  hash_all "$work/leaves" | head -n "$1" > "$work/level.0"
  level=0
  while [ "$(wc -l < "$work/level.$level")" -gt 1 ]; do
    rm -rf "$work/nodes" && mkdir "$work/nodes"
    paste - - < "$work/level.$level" | awk 'NF == 2 { print "01" $1 $2 }' | octal > "$work/escapes"
    n=100000000
    while IFS= read -r escapes; do printf "$escapes" > "$work/nodes/$n"; n=$((n + 1)); done < "$work/escapes"
    level=$((level + 1))
    hash_all "$work/nodes" > "$work/level.$level"
  done
}

# the Merkle root over the first SIZE lines, hex
root_of() {
  root= bit=1 level=0
  while [ "$bit" -le "$1" ]; do
    if [ $(($1 / bit % 2)) = 1 ]; then
      peak=$(sed -n "$(($1 / bit))p" "$work/level.$level")
      if [ -z "$root" ]; then root=$peak; else root=$(raw "01$peak$root" | sha); fi
    fi
    bit=$((bit * 2)) level=$((level + 1))
  done
  printf %s "$root"
}

# the log's keys among its first SIZE lines -> $work/keys: the entry that names it, the key in hex
rotations() {
  former= replaced=
  awk -v size="$1" 'NR <= size && ($5 == "log.created" || $5 == "key.rotated") { print $2, $6 }' "$work/table" > "$work/rotations"
  while read -r seq text; do
    set -- $(unbase64 "$text")
    key=$(unbase64 "${2:-}" | tail -c 32 | hex_of)
    if [ "$seq" -gt 0 ]; then
      if [ "${1:-}" != ssh-ed25519 ] || [ ${#key} != 64 ]; then
        fail CP_BAD_SIGNATURE "${log##*/}, entry $seq" "it names a key that is none"; whole=; return 1
      fi
      if [ -n "${3:-}" ]; then
        printf 'plimsoll.dev/key-rotation/v1\n%s\n%s\n%s %s\n' "$origin" "$seq" "$1" "$2" > "$work/text"
        unbase64 "$3" > "$work/signature"
        if ! is_base64 "$3" || ! ed25519 "$former" "$work/text" "$work/signature"; then
          fail CP_BAD_SIGNATURE "${log##*/}, entry $seq" "it replaces the log's key, but the former key did not sign that"; whole=; return 1
        fi
      else
        replaced="$replaced $seq"
      fi
    fi
    printf '%s %s\n' "$seq" "$key" >> "$work/keys"
    former=$key
  done < "$work/rotations"
}

# those that the record vouches for, named in its first SIZE lines; and the one that signs a checkpoint of SIZE entries, SEQ being the last one read
keys_until() { awk -v size="$1" 'NR == 1 || $1 < size { print $2 }' "$work/keys"; }
key_at() { awk -v size="$1" -v seq="$2" 'NR == 1 || ($1 < size && $1 < seq) { key = $2 } END { print key }' "$work/keys"; }

# a checkpoint's file, keys in hex -> point_size, point_root; or code and why
read_checkpoint() {
  code=CP_BAD_SIGNATURE why="it cannot be read"
  [ "$(size_of "$1")" -le 65536 ] && [ "$(tail -c 1 "$1" | hex_of)" = 0a ] && [ "$(wc -l < "$1")" -ge 5 ] && [ -z "$(sed -n 4p "$1")" ] || return 1
  [ "$(tr -d '\000' < "$1" | wc -c)" = "$(wc -c < "$1")" ] || return 1
  point_origin=$(sed -n 1p "$1") point_size=$(sed -n 2p "$1") point_root=$(sed -n 3p "$1")
  printf '%s\n' "$point_origin" | grep -qE '^plimsoll\.dev/log/[0-9a-f]{32}$' || return 1
  printf '%s\n' "$point_size" | grep -qE '^(0|[1-9][0-9]{0,15})$' || return 1
  is_base64 "$point_root" || return 1
  point_root=$(unbase64 "$point_root" | hex_of)
  [ ${#point_root} = 64 ] || return 1
  sed 1,4d "$1" > "$work/signatures"
  dash=$(printf '\342\200\224')
  while IFS= read -r line; do
    printf '%s\n' "$line" | grep -qE "^$dash [^ +[:cntrl:]]+ [A-Za-z0-9+/]+={0,2}\$" || return 1
    is_base64 "${line##* }" || return 1
  done < "$work/signatures"
  why="it is of another log" code=CP_REWRITTEN
  [ "$point_origin" = "$origin" ] || return 1
  why="it is not signed by the log's key" code=CP_BAD_SIGNATURE
  head -n 3 "$1" > "$work/text"
  while IFS= read -r line; do
    case $line in "$dash $origin "*) ;; *) continue ;; esac
    signature=$(unbase64 "${line##* }" | hex_of)
    for key in $2; do
      hint=$({ printf '%s\n\001' "$origin"; raw "$key"; } | sha | cut -c1-8)
      [ "$hint" = "$(printf %.8s "$signature")" ] || continue
      [ ${#signature} = 136 ] || continue
      raw "${signature#????????}" > "$work/signature"
      ed25519 "$key" "$work/text" "$work/signature" && return 0
    done
  done < "$work/signatures"
  return 1
}

# the checkpoints that stand among the first SIZE lines of the log
published() {
  awk -v size="$1" 'NR <= size && $5 == "checkpoint.published" { print $2, $6 }' "$work/table" > "$work/published"
  : > "$work/again"
  while read -r seq text; do
    spot="${log##*/}, entry $seq"
    unbase64 "$text" > "$work/point"
    if ! read_checkpoint "$work/point" "$(key_at "$(sed -n 2p "$work/point" | tr -cd 0-9)" "$seq")"; then fail CP_BAD_SIGNATURE "$spot" "the checkpoint in it: $why"; whole=; return; fi
    grep -qx "$point_size $point_root" "$work/again" && continue
    last_point=$seq last_size=$point_size
    if [ "$point_size" -gt "$seq" ] || [ "$(root_of "$point_size")" != "$point_root" ]; then
      fail CP_REWRITTEN "$spot" "the checkpoint in it covers other entries than stand here"; whole=; return
    fi
    echo "$point_size $point_root" >> "$work/again"
  done < "$work/published"
  [ -s "$work/published" ] || return
  substantial=$(awk -v s="$last_point" '$5 != "checkpoint.published" && $5 != "log.closed" && $2 < s { last = $2 } END { print last + 0 }' "$work/table")
  [ "$last_size" -gt "$substantial" ] || unanchored=$last_size
}

pinned() {
  for pin in $pins; do
    size=${pin%%:*} digest=${pin#*:}
    case $size in '' | *[!0-9]* | 0*) unsure --pin "$pin is not of the form SIZE:ROOT"; continue ;; esac
    case $digest in *[!0-9a-f]*) digest=$(unbase64 "$digest" | hex_of) ;; esac
    if [ ${#digest} != 64 ]; then unsure --pin "$pin is not of the form SIZE:ROOT"
    elif [ "$size" -gt "$entries" ]; then fail PIN_ROLLBACK "${log##*/}" "it has $entries entries, you kept a digest of $size: $((size - entries)) are missing, it was rolled back"
    elif [ "$(root_of "$size")" != "$digest" ]; then fail PIN_FORK "${log##*/}" "its first $size entries are not those whose digest you kept: it was rewritten"
    else good "${log##*/}" "its first $size entries are those whose digest you kept"
    fi
  done
  [ -n "$pins" ] || note NOTHING_TO_COMPARE "${log##*/}" "no pin of yours was given: that entries are missing at the end, or that it was written anew, would not show"
}

clock() {
  awk -v from="$1" -v to="$2" 'NR > 1 && $4 < last && $2 >= from && $2 <= to { print $2 } { last = $4 }' "$work/table" > "$work/clock"
  while read -r seq; do warn CLOCK_STEPPED "${log##*/}, entry $seq" "the clock went back before it"; done < "$work/clock"
}

case $bundle in
  *.jsonl)
    [ -f "$bundle" ] || stop "$bundle" "there is no such file"
    walk "$(absolute "$bundle")"
    [ "$whole" ] || end
    good "${log##*/}" "all $entries entries follow one another; head $(tail -n 1 "$work/hash"), root $(root_of "$entries")"
    [ -z "$unanchored" ] || warn TAIL_UNANCHORED "${log##*/}" "entries from $unanchored on are not covered by the last checkpoint in it"
    clock 0 "$entries"
    for seq in $replaced; do warn KEY_REPLACED "${log##*/}, entry $seq" "it replaces the log's key without the former key's signature: ask who did it"; done
    pinned
    end
    ;;
esac

# ---- the bundle -----------------------------------------------------------------------------------------------------------------

[ -n "$trust" ] || usage
name_form='^((checklists|signoffs|evidence)/)?[A-Za-z0-9_@+-][A-Za-z0-9._@+-]{0,199}$'
form=folder
if [ -d "$bundle" ]; then
  unpacked=$(absolute "$bundle")
elif [ -f "$bundle" ] && [ "$(head -c 4 "$bundle" | hex_of)" = 504b0304 ]; then
  form=zip unpacked=$work/unpacked
  mkdir "$unpacked"
  if command -v unzip > /dev/null; then
    unzip -Z1 "$bundle" > "$work/names" 2> /dev/null || stop "$bundle" "it is no zip that can be read"
    bomb=$(unzip -v "$bundle" 2> /dev/null | awk '$1 ~ /^[0-9]+$/ && $3 ~ /^[0-9]+$/ && $1 > 1048576 && $1 > 200 * ($3 + 1) && NF >= 8 { print $8, "unpacks to", $1, "bytes from", $3; exit }')
    [ -z "$bomb" ] || stop "$bundle" "$bomb. Do not unpack it"
    total=$(unzip -l "$bundle" 2> /dev/null | awk 'END { print $1 + 0 }')
    [ "$(printf '%.0f' "$total")" -le 17179869184 ] || stop "$bundle" "it unpacks to more than 16 GiB. Do not unpack it"
  elif command -v bsdtar > /dev/null; then
    bsdtar -tf "$bundle" > "$work/names" 2> /dev/null || stop "$bundle" "it is no zip that can be read"
  else
    stop unzip "this program is needed and is not here"
  fi
  grep -vxE '(checklists|signoffs|evidence)/' "$work/names" > "$work/files"
  odd=$(grep -vE "$name_form" "$work/files" | head -n 1)
  [ -z "$odd" ] || stop "$bundle" "it holds \"$odd\", which is no name for a file of a bundle. Do not unpack it"
  [ "$(wc -l < "$work/files")" -le 50000 ] || stop "$bundle" "it has more than 50000 files. Do not unpack it"
  twice=$(tr '[:upper:]' '[:lower:]' < "$work/files" | sort | uniq -d | head -n 1)
  [ -z "$twice" ] || stop "$bundle" "it holds \"$twice\" twice. Do not unpack it"
  if command -v unzip > /dev/null; then
    unzip -q -o -d "$unpacked" "$bundle" < /dev/null > /dev/null 2>&1 || stop "$bundle" "it cannot be unpacked: it is damaged"
  else
    bsdtar -xf "$bundle" -C "$unpacked" > /dev/null 2>&1 || stop "$bundle" "it cannot be unpacked: it is damaged"
  fi
  [ -z "$(find "$unpacked" -type l | head -n 1)" ] || stop "$bundle" "a file in it is a link. Do not unpack it"
else
  stop "$bundle" "it is neither a bundle nor the folder of one"
fi
read_trust "$trust"
[ -z "$artifacts" ] || artifacts=$(absolute "$artifacts")
cd "$unpacked" || stop "$bundle" "it cannot be entered"
for name in * checklists/* signoffs/* evidence/*; do
  [ -f "$name" ] && [ ! -L "$name" ] && [ ! -L "${name%/*}" ] && printf '%s\n' "$name"
done | grep -E "$name_form" > "$work/present"
has() { grep -qxF -- "$1" "$work/present"; }
has release-record.json || stop "$bundle" "it holds no release-record.json"
tr '\n' '\000' < "$work/present" | xargs -0 sha256sum -- | awk '{ print substr($0, 67) " " $1 }' > "$work/digests"
digest_of() { awk -v name="$1" '$1 == name { print $2 }' "$work/digests"; }

# -- the record
record=$(digest_of release-record.json)
readable= size=0
if ! is_canonical release-record.json 4194304; then
  unsure release-record.json "the record cannot be read: it is not JSON in its one spelling"
else
  jq -r "if type == \"object\" and ($exact) and ._type == \"https://in-toto.io/Statement/v1\" and .predicateType == \"https://plimsoll.dev/attestation/release-record/v1\" and
      (.subject | type == \"array\") and (.predicate | ([.runs, .exceptions, .signoffs, .properties, .policy.approvals] | all(type == \"array\")) and
      (.auditLog.size | type == \"number\" and . >= 0) and ([.release.product, .release.version, .outcome, .auditLog.origin, .policy.control, .policy.project.sha256] | all(type == \"string\")) and
      ([.auditLog.genesis, .auditLog.head, .auditLog.rootHash] | all(type == \"string\" and test(\"^[0-9a-f]{64}\$\"))) and
      (.rollbackPoint | . == null or ((.backup | [.set, .id] | all(type == \"string\")) and (.backup.digest.sha256 | type == \"string\" and test(\"^[0-9a-f]{64}\$\")) and (.provenRestorableOn | . == null or $is_time)))) then
      (.predicate | .auditLog.size, .auditLog.genesis, (.auditLog.origin | gsub(\"[^a-z0-9./]\"; \"?\")), .auditLog.head, .auditLog.rootHash, ([.release.product, .release.version, .outcome] | tojson),
      ([.auditLog.size, (.runs[].steps[].auditSeq // empty | .[0])] | min)) else empty end" < release-record.json > "$work/facts" 2> /dev/null
  { read -r size; read -r its_genesis; read -r its_origin; read -r its_head; read -r its_root; read -r its_name; read -r from; } < "$work/facts" && readable=yes
  [ "$readable" ] || { size=0; unsure release-record.json "the record cannot be read: it is of another shape than version 1"; }
fi

# -- the log
whole= logged= unanchored= sealed=
: > "$work/named"
if ! has audit.jsonl; then
  fail EVIDENCE_MISSING audit.jsonl "the bundle lacks its audit log"
else
  walk "$unpacked/audit.jsonl"
fi
if [ "$whole" ]; then
  good audit.jsonl "all $entries entries follow one another"
  if [ "$readable" ]; then
    if [ "$its_genesis" != "$genesis" ] || [ "$its_origin" != "$origin" ]; then
      fail REC_WRONG_LOG "audit.jsonl, entry 0" "it is another log than the record names"
    elif [ "$entries" -lt "$size" ]; then
      fail CP_TRUNCATED audit.jsonl "it has $entries entries, the record was sealed over $size"
    elif [ "$its_head" != "$(sed -n "${size}p" "$work/hash")" ] || [ "$its_root" != "$(root_of "$size")" ]; then
      fail REC_WRONG_LOG "audit.jsonl, entry $((size - 1))" "the first $size entries are others than those the record was sealed over"
    fi
    awk '$5 == "record.signed" { print $2 }' "$work/table" > "$work/candidates"
    while read -r seq; do
      sed -n "$((seq + 1))p" audit.jsonl > "$work/logged"
      if grep -qF "\"sha256\":\"$record\"" "$work/logged" && jq -e --arg sha "$record" '.data.sha256 == $sha' < "$work/logged" > /dev/null; then
        logged=$seq
        break
      fi
    done < "$work/candidates"
    [ -n "$logged" ] && [ "$logged" -ge "$size" ] || logged=
    if [ -n "$logged" ]; then
      jq -r '([.data.release.product, .data.release.version, .data.outcome] | tojson), ._time[0:10], (.data.signers[] | "signer\t\(.file)\t\(.principal)"), (.data.files[] | "file\t\(.name) \(.sha256)"), (if [.data.files[].sha256] | all(type == "string" and test("^[0-9a-f]{64}$")) then "whole" else empty end)' < "$work/logged" > "$work/named" 2> /dev/null
      grep -qx whole "$work/named" || logged=
    fi
    if [ -z "$logged" ]; then
      fail REC_NOT_LOGGED release-record.json "no entry of the log says that this record, $record, was signed"
    else
      { read -r logged_name; read -r sealed; } < "$work/named"
      [ "$logged_name" = "$its_name" ] || fail REC_NOT_LOGGED "audit.jsonl, entry $logged" "it names this record as that of another release or outcome"
      clock "$from" "$logged"
    fi
  fi
  if ! has checkpoint; then
    fail EVIDENCE_MISSING checkpoint "the bundle lacks its checkpoint"
  elif ! read_checkpoint "$unpacked/checkpoint" "$(keys_until "$size")"; then
    fail "$code" checkpoint "$why"
  elif [ "$point_size" -gt "$entries" ]; then
    fail CP_TRUNCATED audit.jsonl "it has $entries entries, its checkpoint covers $point_size: the end is missing"
  elif [ "$(root_of "$point_size")" != "$point_root" ]; then
    fail CP_REWRITTEN checkpoint "it covers other entries than stand in the log"
  elif [ -n "$logged" ] && [ "$point_size" -le "$logged" ]; then
    warn TAIL_UNANCHORED checkpoint "the entry that names this record is not among the $point_size that it covers"
  elif [ "$point_size" -lt "$entries" ]; then
    warn TAIL_UNANCHORED checkpoint "$((entries - point_size)) entries at the end of the log are covered by no checkpoint"
  else
    good checkpoint "signed with the log's key, over all $entries entries"
  fi
  pinned
fi

# -- who signed
: > "$work/people"
sed -n 's/^signer	//p' "$work/named" > "$work/signers"
grep -E '^release-record\.json\..*\.sig$' "$work/present" > "$work/signatures.names"
while IFS= read -r name; do
  if check_signature "$name" release-record.json release-record@plimsoll.dev; then
    owner=$(awk -F'\t' -v name="$name" '$1 == name { print $2 }' "$work/signers")
    case ${owner:-$name} in
      "$who" | *".$who."* | *.SHA256-*) printf '%s\n' "$who" >> "$work/people"; good "$name" "signed by $who" ;;
      *) fail KEY_UNKNOWN "$name" "it is a signature of $who, not of the person it is named after" ;;
    esac
  elif [ -n "$code" ]; then fail "$code" "$name" "$why"
  else unsure "$name" "$why"
  fi
done < "$work/signatures.names"
if has release-record.dsse.json; then
  : > "$work/envelope"
  is_canonical release-record.dsse.json 6291456 && jq -r 'if keys == ["payload", "payloadType", "signatures"] and .payloadType == "application/vnd.in-toto+json"
      and (.payload | type == "string") and (.signatures | type == "array" and length > 0 and length <= 256) and (.signatures | all(keys == ["keyid", "sig"]))
      then .payload, (.signatures[] | "\(.keyid) \(.sig)") else empty end' < release-record.dsse.json > "$work/envelope" 2> /dev/null
  if [ ! -s "$work/envelope" ]; then
    fail SIG_INVALID release-record.dsse.json "it cannot be read"
  else
    head -n 1 "$work/envelope" | tr -d '\n' > "$work/payload"
    openssl base64 -d -A < "$work/payload" > "$work/body" 2> /dev/null
    openssl base64 -A < "$work/body" | cmp -s - "$work/payload" || fail SIG_INVALID release-record.dsse.json "its payload is not spelled as Base64 is"
    cmp -s "$work/body" release-record.json || fail SIG_INVALID release-record.dsse.json "it carries other bytes than release-record.json"
    { printf 'DSSEv1 28 application/vnd.in-toto+json %d ' "$(size_of "$work/body")"; cat "$work/body"; } > "$work/pae"
    sed 1d "$work/envelope" > "$work/sigs"
    while read -r keyid sig; do
      key=$(awk -v id="$keyid" '$2 == id { print $1 }' "$work/prints")
      if [ -z "$key" ]; then fail KEY_UNKNOWN release-record.dsse.json "the key $keyid is not in your trust file"; continue; fi
      unbase64 "$sig" > "$work/sig"
      is_base64 "$sig" && ed25519 "$(unbase64 "$key" | tail -c 32 | hex_of)" "$work/pae" "$work/sig" ||
        fail SIG_INVALID release-record.dsse.json "the signature of $keyid does not belong to this payload"
    done < "$work/sigs"
  fi
fi
missing=$(cut -f2 "$work/signers" | sort -u | while IFS= read -r each; do grep -qxF -- "$each" "$work/people" || printf '%s ' "$each"; done)
if [ -n "$missing" ]; then fail SIG_THRESHOLD release-record.json "no good signature of ${missing% }, who signed it as the log says"
elif [ ! -s "$work/people" ]; then fail SIG_THRESHOLD release-record.json "nobody whom your trust file knows signed the record"
fi

# -- the files
if [ "$readable" ]; then
  jq -r '(.predicate | ([.runs[].steps[] | (.attached // [] | .[]), (.attempts[].evidence[])] + [.publication.evidence // empty] | .[].digest.sha256 | "file\tevidence/\(.) \(.)"),
      "rule\tchecklists/project.yaml \(.policy.project.sha256)", (.runs[].checklist | "rule\tchecklists/\(.id | gsub("[ \t\n]"; "?")) \(.digest.sha256)"),
      (.signoffs[] | "signoff\t\(.statementDigest.sha256)")), (.subject[] | select(.digest.sha256) | "artifact\t\(.digest.sha256) \(.name)")' < release-record.json > "$work/says" 2> /dev/null ||
    unsure release-record.json "the record is of another shape than version 1"
  sed -n 's/^file	//p' "$work/says" > "$work/wanted"
  if [ -n "$logged" ]; then
    sed -n 's/^file	//p' "$work/named" >> "$work/wanted"
    printf 'audit.jsonl -\ncheckpoint -\n' >> "$work/wanted"
  else
    unsure audit.jsonl "what the bundle has to hold only its log can say, which is not whole or does not name this record"
  fi
  awk -v form="$form" -v logged="$logged" 'NR == FNR { have[$1] = $2; next }
    { wanted[$1] = 1
      if ($2 != "-" && !($1 in have)) print "EVIDENCE_MISSING", $1, "it is missing"
      else if ($2 != "-" && have[$1] != $2) print "ARTIFACT_MISMATCH", $1, "it is not the file that was sealed" }
    END { if (logged != "") for (name in have)
      if (!(name in wanted) && (form == "zip" || name ~ /\// || name ~ /\.intoto\.jsonl$/ || name == "release-record.dsse.json" || name ~ /^release-record\.json\..*\.sig$/))
        print "ARTIFACT_MISMATCH", name, "it was not in the bundle when it was sealed" }' "$work/digests" "$work/wanted" | sort -u > "$work/found"
  while read -r code name why; do fail "$code" "$name" "$why"; done < "$work/found"
  sed -n 's/^rule	//p' "$work/says" > "$work/rules"
  while read -r name digest; do
    awk -v digest="$digest" '$1 ~ /^checklists\// && $2 == digest { found = 1 } END { exit !found }' "$work/digests" || fail EVIDENCE_MISSING "$name" "the text that the record names is not in the bundle"
  done < "$work/rules"
  if [ -n "$artifacts" ]; then
    sed -n 's/^artifact	//p' "$work/says" > "$work/downloads"
    while read -r digest name; do
      case $name in */* | ..) unsure "$name" "this artifact is not in $artifacts"; continue ;; esac
      if [ ! -f "$artifacts/$name" ] || [ -L "$artifacts/$name" ]; then unsure "$name" "this artifact is not in $artifacts"
      elif [ "$(sha < "$artifacts/$name")" != "$digest" ]; then fail ARTIFACT_MISMATCH "$name" "it is not the artifact that was released"
      else good "$name" "it is the artifact that was released"
      fi
    done < "$work/downloads"
  fi
fi

# -- the sign-offs, and what the record says
if [ "$readable" ]; then
  : > "$work/approved"
  sed -n 's/^signoff	//p' "$work/says" > "$work/statements"
  while read -r digest; do
    name=signoffs/$digest.json
    if ! has "$name" || ! has "$name.sig"; then fail EVIDENCE_MISSING "$name" "this sign-off is missing"; continue; fi
    if [ "$(digest_of "$name")" != "$digest" ]; then fail SIG_INVALID "$name" "it is not the statement that the record names"; continue; fi
    : > "$work/said"
    if ! check_signature "$name.sig" "$name" sign-off@plimsoll.dev; then
      if [ -n "$code" ]; then fail "$code" "$name" "$why"; else unsure "$name" "$why"; fi
      continue
    fi
    is_canonical "$name" 4194304 && jq -r --slurpfile record release-record.json --arg digest "$digest" --arg who "$who" "if ($exact | not) or ._type != \"https://in-toto.io/Statement/v1\" or .predicateType != \"https://plimsoll.dev/attestation/sign-off/v1\" then empty else
        [.subject[].digest[]] as \$digests | .predicate as \$it | \$it.shown as \$shown | \$record[0] as \$r | (\$r.predicate.signoffs | map(select(.statementDigest.sha256 == \$digest)) | .[0]) as \$listed
        | if [\$listed.principal, \$it.principal, \$listed.role, \$listed.meaning] != [\$who, \$who, \$it.role, \$it.meaning] then \"other\"
          elif (\$digests | index(\$shown.commit) | not) then empty
          elif [\$shown.release.product, \$shown.release.version] != [\$r.predicate.release.product, \$r.predicate.release.version] or ([\$r.subject[].digest.gitCommit // empty][0] != \$shown.commit) then \"elsewhere\"
          else \"good \(\$it.shownDigest.sha256)\", \"as \(\$it.role): \(\$it.meaning)\", (\$it | {principal, role, meaning, step: (.step // \"\")} | tojson) end end" < "$name" > "$work/said" 2> /dev/null
    case $(head -n 1 "$work/said") in
      other) fail KEY_UNKNOWN "$name" "it is not the sign-off that the record lists" ;;
      elsewhere) fail POLICY_NOT_MET "$name" "the sign-off is about another release or commit" ;;
      "good $(respell .predicate.shown < "$name" | tr -d '\n' | sha)")
        good "$name" "signed off by $who $(sed -n 2p "$work/said")"
        sed -n 3p "$work/said" >> "$work/approved" ;;
      *) unsure "$name" "the sign-off cannot be read" ;;
    esac
  done < "$work/statements"
  : > "$work/concluded"
  if [ "$whole" ]; then
    head -n "$size" audit.jsonl | jq -c 'select(.event == "step.concluded") | .data | {run, step, attempt, outcome}' > "$work/concluded" 2> /dev/null
  fi
  jq -r --slurpfile concluded "$work/concluded" --slurpfile approved "$work/approved" --arg people "$(sort -u "$work/people" | wc -l | tr -d ' ')" --arg sealed "$sealed" '
    .predicate as $it | def passes: . == "PASSED" or . == "WARNED";
    (if $it.outcome == "ROLLED_BACK" or $it.outcome == "ABORTED" then "outcome the release was not let go"
      elif $it.outcome != "READY" and ($it.publication | not) then "outcome it calls itself released, and no probe saw it published"
      elif ["READY", "RELEASED", "RELEASED_WITH_EXCEPTIONS"] | index($it.outcome) | not then "outcome its outcome is not known here"
      elif $it.outcome == "RELEASED" and $it.exceptions != [] then "outcome it calls itself released without exceptions, and lists some" else empty end),
    (if $it.policy.decision != "GO" then "policy the gate said no-go over the release" else empty end),
    (if $it.runs == [] then "runs no run stands in the record, which proves nothing" else empty end),
    ($it.runs[] | . as $run | (if .decision != "GO" then "\(.checklist.id) the gate said no-go" else empty end),
      (if .steps == [] then "\(.checklist.id) it has no steps, which proves nothing" else empty end),
      (.steps[] | "\($run.checklist.id)/\(.id)" as $name | (if .attempts == [] then "NOT_RUN" else .attempts[-1].raw end) as $last | . as $step
        | ({"WAIVED": "waived", "DEFERRED": "deferred", "NOT_APPLICABLE": "not-applicable"}[.effective]) as $kind
        | ([$it.exceptions[] | select(.step == $name and .kind == $kind)] != []) as $excepted
        | ([$approved[] | select(.step == $name or .step == $step.id)] != []) as $signed
        | if .raw != $last then "\($name) it calls itself \(.raw), but its last attempt was \($last)"
          elif (.effective | passes) then (if ($last | passes) or $signed then empty else "\($name) it counts as passed without a passing attempt or a verified sign-off" end)
          elif .effective == "NOT_APPLICABLE" then (if ($excepted | not) and $last == "NOT_APPLICABLE" then "\($name) a person said that it does not apply, and it is not listed as an exception" else empty end)
          elif $excepted or .optional == true then empty else "\($name) it is \(.effective): neither met nor accepted by anybody" end)),
    ($it.runs[] | . as $run | .steps[] | "\($run.checklist.id)/\(.id)" as $name | . as $step
      | [$concluded[] | select(.run == $run.id and .step == $step.id)] as $logged
      | (.attempts[] | . as $one | [$logged[] | select(.attempt == $one.n) | .outcome] as $said
          | if $said != [] and ($said | index($one.raw) | not) then "\($name) attempt \(.n) calls itself \(.raw), and the log says \($said | join(", "))" else empty end),
        (([.attempts[].n] | max // 0) as $listed | if ([$logged[].attempt] | max // 0) > $listed or (.attempts | length) < $listed
          then "\($name) the log has attempts at it that the record leaves out" else empty end)),
    ($it.exceptions[] | (if (.reason | test("^\\s*$")) or (.owner | test("^\\s*$")) then "\(.step) its exception lacks a reason or a person" else empty end),
      (if .expiresOn == null then (if .kind != "not-applicable" then "\(.step) its exception has no end" else empty end)
        elif $sealed != "" and .expiresOn < $sealed then "\(.step) its exception had expired before the record was sealed" else empty end)),
    ($it.policy.approvals[] | . as $need | ([$approved[] | select(.step == "" and .role == $need.role and .meaning != "sealed") | .principal] | unique | length) as $given
      | if $given < $need.people then "!\(.role) \($given) of \($need.people) sign-offs in this role verify" else empty end),
    (if ($it.properties | index("NO_EXCEPTIONS")) and $it.exceptions != [] then "NO_EXCEPTIONS it says so and lists exceptions" else empty end),
    (if ($it.properties | index("FOUR_EYES")) and ($people | tonumber) < 2 then "FOUR_EYES it says so, but the signatures of fewer than two people hold" else empty end),
    (if ($it.properties | index("RESTORE_PROVEN")) and ($it.rollbackPoint.provenRestorableOn? // "") == "" then "RESTORE_PROVEN it says so, and names no backup that was proven to restore" else empty end),
    ([$it.signoffs[] | select(.control == "second-person") | .principal] as $second | [$it.runs[].steps[].actor.id // empty] as $operators
      | ($second[] | select(. as $one | $operators | index($one)) | "control \(.) counts as a second person, but ran steps of this release"),
        (if $it.policy.control == "second-person" and $second == [] then "control it says second-person control, but no sign-off is one of a second person" else empty end))
    ' < release-record.json > "$work/unmet" 2> /dev/null || unsure release-record.json "the record is of another shape than version 1"
  while read -r name why; do
    case $name in '!'*) fail SIG_THRESHOLD "${name#!}" "$why" ;; *) fail POLICY_NOT_MET "$name" "$why" ;; esac
  done < "$work/unmet"
fi
end
