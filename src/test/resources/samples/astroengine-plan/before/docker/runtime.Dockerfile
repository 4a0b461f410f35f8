FROM python:3.11-slim
COPY docker/verify.sh /usr/local/bin/verify.sh
RUN pip install --no-cache-dir astroengine
VOLUME /var/lib/astroengine/ephemeris
HEALTHCHECK CMD python -m astroengine.infrastructure.environment numpy pandas scipy --as-json
ENTRYPOINT ["/usr/local/bin/verify.sh"]
