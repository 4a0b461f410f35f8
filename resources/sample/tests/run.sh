#!/bin/sh
# Runs the tests and writes a JUnit report. Needs nothing but a POSIX shell.
cd "$(dirname "$0")/.." || exit 2
mkdir -p out
cases=""
tests=0
failures=0

check() { # name, expected, arguments of lantern.sh
  tests=$((tests + 1))
  seen=$(sh lantern.sh $3 2>&1)
  if [ "$seen" = "$2" ]; then
    echo "ok      $1"
    cases="$cases<testcase classname=\"lantern\" name=\"$1\"/>"
  else
    failures=$((failures + 1))
    echo "FAILED  $1: expected '$2', saw '$seen'"
    cases="$cases<testcase classname=\"lantern\" name=\"$1\"><failure message=\"expected '$2', saw '$seen'\"/></testcase>"
  fi
}

check "a full lantern burns all night" "12 hours 0 minutes" 600
check "a little oil burns a little while" "0 hours 12 minutes" 10
check "no oil, no light" "0 hours 0 minutes" 0
check "an amount that is none is refused" "Say how much oil there is, in ml: sh lantern.sh 250" lots

echo "<testsuite name=\"lantern\" tests=\"$tests\" failures=\"$failures\" errors=\"0\" skipped=\"0\">$cases</testsuite>" > out/TEST-lantern.xml
echo "$tests tests, $failures failed"
[ "$failures" -eq 0 ]
