#!/bin/sh
echo "0 findings"
