# Build the module first (mvn package), then the image: docker build -t operatoros-payments .
#
# The same release of Open Liberty as in pom.xml, and "full" rather than "kernel-slim": it holds the very features that
# the tests ran with, and building the image downloads none.
FROM icr.io/appcafe/open-liberty:26.0.0.3-full-java17-openj9-ubi-minimal

COPY --chown=1001:0 liberty/server.xml liberty/server.env liberty/jvm.options /config/
COPY --chown=1001:0 target/liberty/wlp/usr/shared/resources/postgresql-*.jar /opt/ol/wlp/usr/shared/resources/
COPY --chown=1001:0 target/operatoros-payments.war /config/apps/

# Inside a container the loopback address can't be reached from outside.
ENV HTTP_HOST=* \
    HTTP_PORT=9080 \
    HTTPS_PORT=9443
EXPOSE 9080 9443
USER 1001

# The base image is itself built with this curl. The start takes 15 s, on a busy machine up to a minute.
HEALTHCHECK --start-period=90s --interval=15s --timeout=5s --retries=4 \
    CMD curl --fail --silent --output /dev/null "http://localhost:${HTTP_PORT}${CONTEXT_ROOT%/}/health" || exit 1
