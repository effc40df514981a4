package com.mailup.keycloak.mailsender;

import jakarta.mail.internet.InternetAddress;

/**
 * Who sends the mails of a realm.
 *
 * @param address as the realm's e-mail settings have it
 * @param replyTo the same, where they have no other
 */
record Sender(InternetAddress address, InternetAddress replyTo) {}
