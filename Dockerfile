# Keycloak with our jar, built for production: providers first, then `kc.sh build`, then `start --optimized` with KC_HOSTNAME.
# Needs the jar: mvn -q -DskipTests package
ARG KEYCLOAK_VERSION=26.7.4
FROM quay.io/keycloak/keycloak:${KEYCLOAK_VERSION} AS build
COPY --chown=1000:0 providers/target/mailup-keycloak-*.jar /opt/keycloak/providers/
ENV KC_DB=postgres \
    KC_HEALTH_ENABLED=true \
    KC_METRICS_ENABLED=true
RUN /opt/keycloak/bin/kc.sh build

FROM quay.io/keycloak/keycloak:${KEYCLOAK_VERSION}
COPY --from=build --chown=1000:0 /opt/keycloak/ /opt/keycloak/
COPY --chown=1000:0 realm-export/mailup-realm.json /opt/keycloak/data/import/
ENTRYPOINT ["/opt/keycloak/bin/kc.sh"]
# KC_HOSTNAME has to say where people reach it: it does not start without.
CMD ["start", "--optimized", "--import-realm"]
