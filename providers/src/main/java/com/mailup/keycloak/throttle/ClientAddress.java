package com.mailup.keycloak.throttle;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The address that a request comes from. An IPv4 address has a limit of its own; IPv6 addresses of one /64 network
 * share one, since that is what one subscriber gets.
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
