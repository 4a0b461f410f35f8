# In the sample a shell reads this. The code is the number of checks that failed.
failures=0
grep -q '^version-ready$' scripts/readiness.txt || { echo "version: run bump_version.py first"; failures=$((failures + 1)); }
grep -q '^docs-ready$' scripts/readiness.txt || { echo "docs: build the documentation"; failures=$((failures + 1)); }
exit $failures
