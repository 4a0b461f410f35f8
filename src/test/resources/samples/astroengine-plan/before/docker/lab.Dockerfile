FROM python:3.11-slim
RUN apt-get update && apt-get install -y --no-install-recommends libgeos-dev libproj-dev
COPY docker/verify.sh /usr/local/bin/verify.sh
COPY . /src
COPY datasets/ /srv/datasets/
RUN pip install --no-cache-dir -e "/src" ".[dev]"
VOLUME /var/lib/astroengine/ephemeris
HEALTHCHECK CMD python -m astroengine.infrastructure.environment numpy pandas scipy --as-json
ENTRYPOINT ["/usr/local/bin/verify.sh"]
