package com.mailup.keycloak.testbed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A mail server for measurements: takes every mail, keeps none, and is as slow with each as it is told to be. GreenMail
 * keeps every mail, and its own work would be measured too.
 */
public final class SmtpSink implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Duration perMail;
    private final ListeningPort listener = new ListeningPort("smtp-sink", this::talk);
    private final Map<String, Integer> taken = new HashMap<>();
    private long total;

    public SmtpSink(Duration perMail) {
        this.perMail = perMail;
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

    private synchronized void count(String recipient) {
        taken.merge(recipient, 1, Integer::sum);
        total++;
        notifyAll();
    }

    private void talk(Socket client) throws IOException {
        client.setTcpNoDelay(true);
        try (client;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
            say(client, "220 ready");
            String recipient = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("RCPT")) {
                    recipient = line.replaceAll(".*<|>.*", "");
                }
                say(client, line.equals("DATA") ? "354 go on" : line.startsWith("QUIT") ? "221 bye" : "250 ok");
                if (line.equals("DATA")) {
                    take(in);
                    count(recipient);
                    say(client, "250 taken");
                }
            }
        }
    }

    private void take(BufferedReader in) throws IOException {
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            // the mail itself is of no interest here
        }
        try {
            TimeUnit.NANOSECONDS.sleep(perMail.toNanos());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() {
        listener.close();
    }
}
