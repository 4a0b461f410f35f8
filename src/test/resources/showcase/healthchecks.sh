#!/bin/sh
echo "docker-compose.yml: service redis has no healthcheck" >&2
exit 1
