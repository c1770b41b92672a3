# Builds Waymark and runs it as an ordinary user. The database is another container: docker-compose.yml.
FROM debian:12-slim AS build
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates openjdk-17-jdk-headless maven \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY pom.xml ./
COPY src/main ./src/main
COPY web ./web
COPY gis-data ./gis-data
RUN mvn -q -B -Dspotless.check.skip=true compile jar:jar dependency:copy-dependencies \
      -DincludeScope=runtime -DoutputDirectory=/app \
    && cp target/waymark-*.jar /app/

FROM debian:12-slim
RUN apt-get update && apt-get install -y --no-install-recommends curl fontconfig fonts-wqy-microhei gdal-bin openjdk-17-jre-headless \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --home-dir /var/lib/waymark --create-home --shell /usr/sbin/nologin waymark
COPY --from=build /app /app
USER waymark
WORKDIR /var/lib/waymark
ENV LC_ALL=C.UTF-8 WAYMARK_HOME=/var/lib/waymark WAYMARK_BIND=0.0.0.0 WAYMARK_PORT=8080 WAYMARK_DEMO=false
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
  CMD curl --fail --silent --output /dev/null http://127.0.0.1:8080/actuator/health
ENTRYPOINT ["java", "-Djava.awt.headless=true", "-XX:+ExitOnOutOfMemoryError", "-cp", "/app/*", "org.waymark.WaymarkApplication"]
