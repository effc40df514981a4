package com.mailup.keycloak.testbed;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/** An SMTP server that accepts every mail for everyone and keeps it. */
public final class Mailbox implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Deque<Mail> mails = new ArrayDeque<>();
    private final GreenMail smtp =
            new GreenMail(new ServerSetup(0, Containers.listenAddress(), ServerSetup.PROTOCOL_SMTP));

    public Mailbox() {
        smtp.start();
        // GreenMail sorts mails by recipient; at delivery they still come in their order.
        smtp.getUserManager().setMessageDeliveryHandler(this::deliver);
    }

    public int port() {
        return smtp.getSmtp().getPort();
    }

    /** Newest first. */
    public synchronized List<Mail> all() {
        return List.copyOf(mails);
    }

    /** Newest first. */
    public synchronized List<Mail> of(String recipient) {
        return mails.stream()
                .filter(mail -> mail.to().equalsIgnoreCase(recipient))
                .toList();
    }

    /** The newest mail for this recipient, once there is one. */
    public Mail await(String recipient) {
        return await(recipient, 1).get(0);
    }

    /** The mails for this recipient, newest first, once there are so many; more are an error too. */
    public synchronized List<Mail> await(String recipient, int count) {
        awaitUntil(() -> of(recipient).size() >= count);
        List<Mail> found = of(recipient);
        if (found.size() != count) {
            throw new AssertionError("%d mails for %s expected, there are %d of %s"
                    .formatted(
                            count,
                            recipient,
                            found.size(),
                            mails.stream().map(Mail::to).toList()));
        }
        return found;
    }

    public synchronized void clear() {
        mails.clear();
    }

    private synchronized void awaitUntil(Supplier<Boolean> there) {
        long end = System.nanoTime() + TIMEOUT.toNanos();
        try {
            for (long left = 1; left > 0 && !there.get(); left = (end - System.nanoTime()) / 1_000_000) {
                wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized GreenMailUser deliver(MovingMessage message, MailAddress recipient)
            throws MessagingException, UserException {
        try {
            mails.addFirst(Mail.received(recipient.getEmail(), message.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        notifyAll();
        GreenMailUser known = smtp.getUserManager().getUserByEmail(recipient.getEmail());
        return known != null
                ? known
                : smtp.getUserManager().createUser(recipient.getEmail(), recipient.getEmail(), recipient.getEmail());
    }

    @Override
    public void close() {
        smtp.stop();
    }
}
