package com.mailup.keycloak.report;

/** What {@code ./test <name>} starts: whatever it has started itself ends with it, in success and in failure. */
public final class Program {

    private Program() {}

    public static void run(Runnable program) {
        try {
            program.run();
        } catch (RuntimeException | Error e) {
            e.printStackTrace();
            // A platform or a server that came up before the failure would keep this process alive.
            System.exit(1);
        }
    }
}
