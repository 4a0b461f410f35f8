#!/bin/sh
# Deploys; the sample only says so.
echo "$1 runs $2"
