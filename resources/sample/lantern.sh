#!/bin/sh
# How long the lantern burns: 50 ml of oil an hour.
case "$1" in
  "" | *[!0-9]*)
    echo "Say how much oil there is, in ml: sh lantern.sh 250" >&2
    exit 2
    ;;
esac
minutes=$(($1 * 60 / 50))
echo "$((minutes / 60)) hours $((minutes % 60)) minutes"
