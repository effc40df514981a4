package com.mailup.keycloak.flowcheck;

import jakarta.enterprise.context.ContextNotActiveException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Warns of requests that a proxy has forwarded to a server that ignores its headers. */
final class ForwardedRequestEventListenerProvider implements EventListenerProvider {

    private static final Logger LOG = Logger.getLogger(ForwardedRequestEventListenerProvider.class);

    private final KeycloakSession session;
    private final ProxyHeadersWarning proxy;

    ForwardedRequestEventListenerProvider(KeycloakSession session, ProxyHeadersWarning proxy) {
        this.session = session;
        this.proxy = proxy;
    }

    @Override
    public void onEvent(Event event) {
        RealmModel realm = session.getContext().getRealm();
        if (!proxy.trustsProxy() && isForwarded() && realm != null && new MailupRealm(realm).hasMailupStep()) {
            proxy.warning().ifPresent(LOG::warn);
        }
    }

    /** The event of a worker comes without a request, and that of brute-force protection with one that has no headers. */
    private boolean isForwarded() {
        try {
            return Optional.ofNullable(session.getContext().getHttpRequest().getHttpHeaders()).stream()
                    .anyMatch(headers -> Stream.of("X-Forwarded-For", "Forwarded")
                            .anyMatch(name -> headers.getHeaderString(name) != null));
        } catch (ContextNotActiveException e) {
            return false;
        }
    }

    @Override
    public void onEvent(AdminEvent edit, boolean includeRepresentation) {
        // administrators may come by a way of their own
    }

    @Override
    public void close() {
        // holds nothing
    }
}
