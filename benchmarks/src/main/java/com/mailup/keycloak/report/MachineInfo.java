package com.mailup.keycloak.report;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** What figures were measured on. */
public final class MachineInfo {

    private MachineInfo() {}

    public static String inWords() {
        Runtime runtime = Runtime.getRuntime();
        com.sun.management.OperatingSystemMXBean system =
                (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return String.format(
                Locale.ROOT,
                "%d cores, %d GB, %s %s, Java %s, Keycloak %s",
                runtime.availableProcessors(),
                system.getTotalMemorySize() >> 30,
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.version().feature(),
                System.getProperty("keycloak.version"));
    }
}
