package com.mailup.keycloak.load;

import java.util.List;

/** Visitors who ask for a new password: each opens the form and posts it, which alone is measured. */
public final class ResetSimulation extends VisitorSimulation {

    public ResetSimulation() {
        start(List.of(clients("resets", run.clients(), openReset().exec(measured(postReset())))));
    }

    @Override
    public void before() {
        run.mails().set(-run.server().mails());
    }

    @Override
    public void after() {
        run.mails().addAndGet(run.server().mails());
    }
}
