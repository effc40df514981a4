package com.mailup.keycloak.testbed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * An HTTP request byte for byte: HTTP clients refuse to send what is malformed, or mend it. Each character of method, target and headers is
 * one byte.
 *
 * @param target path and query
 */
public record RawRequest(String method, String target, List<String> headers, byte[] body) {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    public static RawRequest get(URI uri) {
        return new RawRequest("GET", target(uri), List.of(), new byte[0]);
    }

    public static RawRequest post(URI uri, String form) {
        return new RawRequest("POST", target(uri), List.of(), form.getBytes(StandardCharsets.ISO_8859_1))
                .with("Content-Type", "application/x-www-form-urlencoded");
    }

    private static String target(URI uri) {
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    /** Another one with this header in place of any other of its name. */
    public RawRequest with(String header, String value) {
        List<String> others = new ArrayList<>(headers);
        others.removeIf(other -> other.regionMatches(true, 0, header + ":", 0, header.length() + 1));
        others.add(header + ": " + value);
        return new RawRequest(method, target, List.copyOf(others), body);
    }

    public RawRequest withMethod(String other) {
        return new RawRequest(other, target, headers, body);
    }

    public RawRequest withTarget(String other) {
        return new RawRequest(method, other, headers, body);
    }

    public RawRequest withBody(byte[] other) {
        return new RawRequest(method, target, headers, other);
    }

    /** The answer, or an empty one where the server hung up without a word. */
    public RawReply sendTo(URI server) {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout((int) TIMEOUT.toMillis());
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.writeBytes(head(server).getBytes(StandardCharsets.ISO_8859_1));
            all.writeBytes(body);
            // In one piece: the second of two would wait for the first to be acknowledged.
            all.writeTo(socket.getOutputStream());
            return RawReply.of(read(socket.getInputStream()));
        } catch (SocketTimeoutException e) {
            throw new AssertionError("No answer within " + TIMEOUT + " to " + this, e);
        } catch (IOException e) {
            // Hung up while we were still talking, as servers do when they have heard enough.
            return RawReply.of("");
        }
    }

    private String head(URI server) {
        RawRequest whole = this;
        if (!has("Host")) {
            whole = whole.with("Host", server.getAuthority());
        }
        if (!has("Content-Length") && !has("Transfer-Encoding") && (body.length > 0 || !method.equals("GET"))) {
            whole = whole.with("Content-Length", String.valueOf(body.length));
        }
        return method + " " + target + " HTTP/1.1\r\n" + String.join("\r\n", whole.with("Connection", "close").headers)
                + "\r\n\r\n";
    }

    private boolean has(String header) {
        return headers.stream().anyMatch(other -> other.regionMatches(true, 0, header + ":", 0, header.length() + 1));
    }

    private static String read(InputStream stream) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            stream.transferTo(all);
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            // A reset after the answer: what has come counts.
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        return "%s %s %s %s"
                .formatted(method, target, headers, text.length() <= 300 ? text : text.substring(0, 300) + "…");
    }
}
