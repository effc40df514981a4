package com.mailup.keycloak.flowcheck;

import com.mailup.keycloak.flow.OncePerMinute;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.ConfigProvider;
import org.keycloak.common.util.Environment;

/** Warns, once a minute at most, of a server that stands behind a proxy and ignores its headers. */
final class ProxyHeadersWarning {

    private final boolean trustsProxy;
    private final OncePerMinute limiter;

    ProxyHeadersWarning(boolean trustsProxy, LongSupplier nanoTime) {
        this.trustsProxy = trustsProxy;
        limiter = new OncePerMinute(nanoTime);
    }

    static ProxyHeadersWarning ofThisServer() {
        return new ProxyHeadersWarning(
                Environment.isDevMode()
                        || option("kc.proxy-headers").isPresent()
                        || option("kc.proxy-protocol-enabled")
                                .filter(Boolean::parseBoolean)
                                .isPresent(),
                System::nanoTime);
    }

    private static Optional<String> option(String name) {
        return ConfigProvider.getConfig().getOptionalValue(name, String.class);
    }

    /** Whether the server takes the client address from the proxy. */
    boolean trustsProxy() {
        return trustsProxy;
    }

    /** Of a request that says that it was forwarded. */
    Optional<String> warning() {
        return !trustsProxy && limiter.tryAcquire()
                ? Optional.of(
                        "A request came by way of a proxy, and this server does not listen to the proxy: all people share one client address, with its limits. Start it with --proxy-headers and --proxy-trusted-addresses. Where there is no proxy, somebody has sent X-Forwarded-For or Forwarded on their own.")
                : Optional.empty();
    }
}
