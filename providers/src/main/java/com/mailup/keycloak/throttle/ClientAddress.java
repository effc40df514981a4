package com.mailup.keycloak.throttle;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Who shares one computer's limit: an IPv4 address for itself, an IPv6 address with the rest of its /64, which is what
 * one subscriber gets.
 */
record ClientAddress(String text) {

    private static final int NETWORK_BYTES = 8;

    /** What the limit is counted on; a text that is no address counts for itself. */
    String network() {
        if (text == null || text.indexOf(':') < 0) {
            return String.valueOf(text);
        }
        try {
            // With a colon in it this is a literal: no name is ever asked for. A mapped IPv4 address comes back as
            // such.
            InetAddress address = InetAddress.getByName(text.replaceAll("%.*$|[\\[\\]]", ""));
            return address instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES))
                    : address.getHostAddress();
        } catch (UnknownHostException e) {
            return text;
        }
    }
}
