package com.mailup.keycloak.testbed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A web site that only this machine can reach. */
final class LoopbackSite implements AutoCloseable {

    private final Function<StubRequest, StubResponse> answers;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** Port 0 takes a free one. */
    LoopbackSite(int port, Function<StubRequest, StubResponse> answers) {
        this.answers = answers;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("Port " + port + " cannot be used", e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/";
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            StubResponse answer = answer(StubRequest.of(exchange));
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            boolean bodiless = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            answer.headers().forEach(exchange.getResponseHeaders()::add);
            exchange.sendResponseHeaders(answer.status(), bodiless ? -1 : body.length);
            if (!bodiless) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private StubResponse answer(StubRequest question) {
        try {
            return answers.apply(question);
        } catch (RuntimeException e) {
            return StubResponse.problem(500, e.toString());
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
