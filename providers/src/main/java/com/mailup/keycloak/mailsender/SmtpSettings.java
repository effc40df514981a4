package com.mailup.keycloak.mailsender;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.keycloak.common.enums.HostnameVerificationPolicy;
import org.keycloak.email.EmailAuthenticator.AuthenticatorType;
import org.keycloak.email.EmailException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.truststore.JSSETruststoreConfigurator;
import org.keycloak.utils.EmailValidationUtil;
import org.keycloak.utils.SMTPUtil;

/** The realm's e-mail settings as the console stores them (Realm settings, Email), read as Keycloak's own sender does. */
record SmtpSettings(Map<String, String> values) {

    private static final String CONNECT_TIMEOUT_MILLIS = "5000";
    /** Not less than a whole mail may take: a server that looks for viruses before its last word has taken the mail. */
    private static final String READ_TIMEOUT_MILLIS = String.valueOf(SmtpConnections.TIMEOUT.toMillis());

    Sender sender() throws AddressException, UnsupportedEncodingException {
        InternetAddress from = address(values.get("from"), values.get("fromDisplayName"));
        return new Sender(
                from,
                present("replyTo").isPresent()
                        ? address(values.get("replyTo"), values.get("replyToDisplayName"))
                        : from);
    }

    /** As Keycloak's own sender does, before a mail is queued. */
    void validateRecipient(String typed) throws EmailException {
        try {
            recipient(typed);
        } catch (AddressException e) {
            throw new EmailException("No mail can be sent to the address of this person", e);
        }
    }

    /** Whom the mail server is told to write to. */
    InternetAddress recipient(String typed) throws AddressException {
        return new InternetAddress(written(typed)
                .orElseThrow(() -> new AddressException("Not an address that this mail server can be given")));
    }

    AuthenticatorType authentication() {
        return isOn("auth")
                ? AuthenticatorType.valueOf(
                        values.getOrDefault("authType", "basic").toUpperCase(Locale.ROOT))
                : AuthenticatorType.NONE;
    }

    /** What Jakarta Mail is to know; every socket it opens is tracked. */
    Properties properties(KeycloakSession session, TrackedSockets sockets) {
        Properties mail = new Properties();
        present("host").ifPresent(host -> mail.setProperty("mail.smtp.host", host));
        present("port").ifPresent(port -> mail.setProperty("mail.smtp.port", port));
        // Also what is no address: <> says that nobody wants bounces.
        present("envelopeFrom")
                .map(from -> written(from).orElse(from))
                .ifPresent(from -> mail.setProperty("mail.smtp.from", from));
        present("from").flatMap(this::written).ifPresent(from -> mail.setProperty("mail.from", from));
        mail.setProperty("mail.smtp.auth", String.valueOf(isOn("auth")));
        mail.setProperty("mail.smtp.ssl.enable", String.valueOf(isOn("ssl")));
        mail.setProperty("mail.smtp.starttls.enable", String.valueOf(isOn("starttls")));
        // With STARTTLS set, a server that lacks it gets no mail: it would go in clear text.
        mail.setProperty("mail.smtp.starttls.required", String.valueOf(isOn("starttls")));
        mail.setProperty("mail.mime.allowutf8", String.valueOf(isOn("allowutf8")));
        mail.setProperty("mail.smtp.timeout", READ_TIMEOUT_MILLIS);
        mail.setProperty("mail.smtp.connectiontimeout", CONNECT_TIMEOUT_MILLIS);
        mail.setProperty("mail.smtp.writetimeout", READ_TIMEOUT_MILLIS);
        // The question whether a kept connection still works ends the mail before, too.
        mail.setProperty("mail.smtp.userset", "true");
        mail.setProperty("mail.smtp.quitwait", "false");
        if (authentication() == AuthenticatorType.TOKEN) {
            mail.setProperty("mail.smtp.auth.mechanisms", "XOAUTH2");
        }
        mail.setProperty("mail.smtp.socketFactory.fallback", "false");
        mail.put("mail.smtp.socketFactory", sockets.plainSockets());
        trust(session, sockets, mail);
        return mail;
    }

    private static void trust(KeycloakSession session, TrackedSockets sockets, Properties mail) {
        JSSETruststoreConfigurator truststore = new JSSETruststoreConfigurator(session);
        boolean anyName = truststore.getProvider() != null
                && truststore.getProvider().getPolicy() == HostnameVerificationPolicy.ANY;
        SSLSocketFactory trusted = Optional.ofNullable(truststore.getSSLSocketFactory())
                .orElseGet(() -> (SSLSocketFactory) SSLSocketFactory.getDefault());
        mail.put("mail.smtp.ssl.socketFactory", sockets.tlsSockets(trusted));
        mail.setProperty("mail.smtp.ssl.checkserveridentity", String.valueOf(!anyName));
    }

    private InternetAddress address(String address, String name) throws AddressException, UnsupportedEncodingException {
        String written = written(address)
                .orElseThrow(() -> new AddressException(
                        "The sender of the realm's e-mail settings is no address that its mail server can be given"));
        InternetAddress sender = new InternetAddress(written);
        sender.setPersonal(name, StandardCharsets.UTF_8.name());
        return sender;
    }

    /**
     * An address as the mail server is given it: with an internationalised domain in its ASCII form, unless the server
     * understands UTF-8. Nothing where it is no address, or only such a server understands it.
     */
    private Optional<String> written(String address) {
        boolean utf8 = isOn("allowutf8");
        return Optional.ofNullable(address)
                .filter(EmailValidationUtil::isValidEmail)
                .map(valid -> utf8 ? valid : SMTPUtil.convertIDNEmailAddress(valid))
                .filter(converted -> utf8 || isAscii(converted));
    }

    private Optional<String> present(String key) {
        return Optional.ofNullable(values.get(key)).filter(value -> !value.isBlank());
    }

    private boolean isOn(String key) {
        return "true".equals(values.get(key));
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(character -> character < 128);
    }
}
