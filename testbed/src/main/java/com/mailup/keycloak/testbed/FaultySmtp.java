package com.mailup.keycloak.testbed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * A mail server that answers as a test wants: to each command a line, or nothing for the usual answer. GreenMail has no
 * faults to switch on; Toxiproxy knows nothing of SMTP, and is a server that no Maven repository has.
 */
public final class FaultySmtp implements AutoCloseable {

    private final ListeningPort listener = new ListeningPort("faulty-smtp", this::talk);
    private final UnaryOperator<String> fault;
    private final BlockingQueue<String> accepted = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> refused = new LinkedBlockingQueue<>();

    /** The fault gets a command such as {@code RCPT TO:<a@example.com>} and answers a line, or null for the usual one;
     * {@code CONNECT} asks for the greeting, and {@code .} for the word on a mail that counts as taken.
     */
    public FaultySmtp(UnaryOperator<String> fault) {
        this.fault = fault;
    }

    public int port() {
        return listener.port();
    }

    /** The next recipient whose mail was taken, within 20 seconds. */
    public String awaitAccepted() {
        return next(accepted, "mail taken");
    }

    /** The next recipient whose mail was taken, if there is one within this time. */
    public Optional<String> nextAccepted(Duration limit) {
        return next(accepted, limit);
    }

    /** The next recipient that was refused, within 20 seconds. */
    public String awaitRefused() {
        return next(refused, "recipient refused");
    }

    public int refusals() {
        return refused.size();
    }

    private static <T> T next(BlockingQueue<T> queue, String what) {
        return next(queue, Duration.ofSeconds(20))
                .orElseThrow(() -> new AssertionError("No " + what + " within 20 seconds"));
    }

    private static <T> Optional<T> next(BlockingQueue<T> queue, Duration limit) {
        try {
            return Optional.ofNullable(queue.poll(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void talk(Socket client) throws IOException {
        try (client;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
            say(client, answer("CONNECT"));
            String recipient = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String answer = answer(line);
                recipient = line.startsWith("RCPT") ? line.replaceAll(".*<|>.*", "") : recipient;
                if (line.startsWith("RCPT") && !answer.startsWith("250")) {
                    refused.add(recipient);
                }
                say(client, answer);
                if (line.equals("DATA")) {
                    while (!".".equals(in.readLine())) {
                        // the mail itself is of no interest here
                    }
                    accepted.add(recipient);
                    say(client, answer("."));
                }
            }
        }
    }

    private String answer(String command) {
        String special = fault.apply(command);
        if (special != null) {
            return special;
        }
        return switch (command) {
            case "CONNECT" -> "220 ready";
            case "DATA" -> "354 go on";
            default -> "250 ok";
        };
    }

    private static void say(Socket client, String line) throws IOException {
        OutputStream out = client.getOutputStream();
        if (line.equals(DRIP)) {
            drip(out);
        }
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** The answer that never ends: one character every two seconds. */
    public static final String DRIP = "drip";

    private static void drip(OutputStream out) throws IOException {
        while (true) {
            hesitate(Duration.ofSeconds(2));
            out.write('2');
            out.flush();
        }
    }

    /** For a fault that is a matter of time: lets the mail server think before it answers. */
    public static void hesitate(Duration time) {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        listener.close();
    }
}
