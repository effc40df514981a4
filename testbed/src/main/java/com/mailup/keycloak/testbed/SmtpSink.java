package com.mailup.keycloak.testbed;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.net.ServerSocketFactory;

/**
 * A mail server that keeps no mail, and is as slow or as faulty as it is told to be. GreenMail keeps every mail, which
 * would be measured too, and has no faults to switch on; Toxiproxy knows nothing of SMTP, and is a server that no Maven
 * repository has.
 */
public final class SmtpSink implements AutoCloseable {

    /** The answer that never ends: one character every two seconds. */
    public static final String DRIP = "drip";

    /** No answer, and the end of the connection. */
    public static final String HANG_UP = "hang up";

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final ListeningPort listener;
    private final UnaryOperator<String> special;
    private final Map<String, Integer> taken = new HashMap<>();
    private final BlockingQueue<String> accepted = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> refused = new LinkedBlockingQueue<>();
    private long total;

    /** For measurements: takes so long with each mail. */
    public SmtpSink(Duration perMail) {
        this(command -> busy(command, perMail));
    }

    /** The same, with TLS from the first byte on. */
    public SmtpSink(Duration perMail, Certificate certificate) {
        this(command -> busy(command, perMail), certificate.context().getServerSocketFactory());
    }

    /**
     * @param special gets a command such as {@code RCPT TO:<a@example.com>} and answers a line, or null for the usual one;
     *     {@code CONNECT} asks for the greeting, and {@code .} for the word on a mail that counts as taken
     */
    public SmtpSink(UnaryOperator<String> special) {
        this(special, ServerSocketFactory.getDefault());
    }

    private SmtpSink(UnaryOperator<String> special, ServerSocketFactory sockets) {
        this.special = special;
        listener = new ListeningPort("smtp-sink", sockets, this::talk);
    }

    private static String busy(String command, Duration perMail) {
        if (command.equals("DATA")) {
            Await.pause(perMail);
        }
        return null;
    }

    public int port() {
        return listener.port();
    }

    /** Mails taken so far. */
    public synchronized long total() {
        return total;
    }

    public synchronized int totalFor(String recipient) {
        return taken.getOrDefault(recipient, 0);
    }

    /** Returns once so many mails have been taken for this recipient. */
    public synchronized void await(String recipient, int count) {
        long end = System.nanoTime() + TIMEOUT.toNanos();
        try {
            while (totalFor(recipient) < count) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    throw new IllegalStateException("No mail number " + count + " for " + recipient);
                }
                wait(left);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The next recipient whose mail was taken, within 20 seconds. */
    public String awaitAccepted() {
        return nextAccepted(TIMEOUT).orElseThrow(() -> new AssertionError("No mail taken within 20 seconds"));
    }

    /** The next recipient whose mail was taken, if there is one within this time. */
    public Optional<String> nextAccepted(Duration limit) {
        return next(accepted, limit);
    }

    /** The next recipient that was refused, within 20 seconds. */
    public String awaitRefused() {
        return next(refused, TIMEOUT).orElseThrow(() -> new AssertionError("No recipient refused within 20 seconds"));
    }

    public int refusals() {
        return refused.size();
    }

    private static Optional<String> next(BlockingQueue<String> queue, Duration limit) {
        try {
            return Optional.ofNullable(queue.poll(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized void count(String recipient) {
        taken.merge(recipient, 1, Integer::sum);
        accepted.add(recipient);
        total++;
        notifyAll();
    }

    private void talk(Socket client) throws IOException {
        client.setTcpNoDelay(true);
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
                    skipMail(in);
                    count(recipient);
                    say(client, answer("."));
                }
            }
        }
    }

    private static void skipMail(BufferedReader in) throws IOException {
        for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                throw new EOFException("Hung up in the middle of a mail");
            }
        }
    }

    private String answer(String command) {
        return Optional.ofNullable(special.apply(command))
                .orElse(
                        switch (command) {
                            case "CONNECT" -> "220 ready";
                            case "DATA" -> "354 go on";
                            default -> "250 ok";
                        });
    }

    private static void say(Socket client, String line) throws IOException {
        if (line.equals(HANG_UP)) {
            throw new EOFException("Told to hang up");
        }
        OutputStream out = client.getOutputStream();
        while (line.equals(DRIP)) {
            Await.pause(Duration.ofSeconds(2));
            out.write('2');
        }
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() {
        listener.close();
    }
}
