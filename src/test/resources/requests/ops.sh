#!/bin/sh
# The same requests, as somebody typed them.
BASE=http://localhost:8000
curl -s "$BASE/health"
curl -sS -m 5 -H 'X-API-Key: k3y-of-admin-0042' \
  "${BASE}/admin/overview" | jq .
curl --json '{"url": "https://example.org/a", "tags": ["x", "y"], "deep": {"n": 3}}' \
  -H "X-API-Key: $ADMIN_KEY" $BASE/ingest
curl -d 'q=hello+world' --data limit=5 -o /dev/null $BASE/search
curl -k -X GET "$BASE/nothing-here"
curl -F file=@a.txt $BASE/upload
curl -u ops:s3cret-pass -L -G --data-urlencode 'q=a b' -d n=1 https://user@other.example/find
TOKEN=$(cat token) && curl -H "Authorization: Bearer $TOKEN" $BASE/me
docker compose ps
