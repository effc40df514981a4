package com.mailup.keycloak.testbed;

import java.nio.charset.StandardCharsets;

/**
 * Ends the servers of this JVM when the JVM is killed and can end nothing itself. A shell holds the other end of a pipe:
 * when that closes, it kills what it was told to watch, with all children.
 */
final class Watchdog {

    private static final String SCRIPT = """
            trap '' TERM INT HUP
            end() {
              local child children
              children=$(pgrep -P "$1")
              kill -KILL "$1"
              for child in $children; do end "$child"; done
            }
            declare -A watched
            while read -r order pid; do
              if [[ $order == watch ]]; then watched[$pid]=; else unset "watched[$pid]"; fi
            done
            for pid in "${!watched[@]}"; do end "$pid"; done 2>/dev/null
            """;

    private static Process shell;

    private Watchdog() {}

    static void watch(long pid) {
        tell("watch", pid);
    }

    /** To be called before a process may have ended: its number is then somebody else's. */
    static void forget(long pid) {
        tell("forget", pid);
    }

    private static synchronized void tell(String order, long pid) {
        FileWork.of(() -> {
            if (shell == null) {
                shell = new ProcessBuilder("bash", "-c", SCRIPT)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
            }
            shell.getOutputStream().write((order + " " + pid + "\n").getBytes(StandardCharsets.US_ASCII));
            shell.getOutputStream().flush();
        });
    }
}
