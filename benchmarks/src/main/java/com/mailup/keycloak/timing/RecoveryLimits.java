package com.mailup.keycloak.timing;

import com.mailup.keycloak.testbed.AdminApi;
import java.util.Map;

/** The limits that the realm's recovery flow sets, for a class that has only one address to ask for. */
final class RecoveryLimits {

    private static final String FLOW = "mailup reset credentials";
    private static final String STEP = "mailup-throttle";

    private final AdminApi admin;

    RecoveryLimits(AdminApi admin) {
        this.admin = admin;
    }

    /** So many mails to one address as nobody ever asks for; the answer is what takes that back. */
    Runnable raise() {
        Map<String, String> before = admin.settings(FLOW, STEP);
        set("9999", "9999");
        return () -> set(before.get("mails"), before.get("manyMails"));
    }

    private void set(String mails, String manyMails) {
        admin.changedStep(FLOW, STEP, "mails", mails);
        admin.changedStep(FLOW, STEP, "manyMails", manyMails);
    }
}
