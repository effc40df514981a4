package com.mailup.keycloak.passwordreset;

import com.mailup.keycloak.flow.Complaints;
import com.mailup.keycloak.flow.EmailAddress;
import com.mailup.keycloak.flow.FlowStep;
import com.mailup.keycloak.flow.Form;
import com.mailup.keycloak.flow.RecoveryGoal;
import com.mailup.keycloak.flow.Screen;
import com.mailup.keycloak.flow.UserName;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.DefaultActionTokenKey;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;

/** Asks for user name and e-mail address and answers the same sentence to all; passes whoever comes with the link. */
final class PasswordReset implements FlowStep {

    private static final Screen SCREEN = new Screen("login-reset-password");
    private static final String USERNAME = "username";
    private static final String EMAIL = "email";

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        String linkOwner = context.getAuthenticationSession().getAuthNote(DefaultActionTokenKey.ACTION_TOKEN_USER_ID);
        if (linkOwner != null) {
            pass(context, linkOwner);
        } else if (RecoveryGoal.of(context) == RecoveryGoal.USERNAME) {
            // The step before this one has passed already: only from the start does it ask again.
            context.resetFlow();
        } else {
            SCREEN.show(context);
        }
    }

    /** Never succeeds: the way on is the link in the mail (CVE-2026-18963). */
    @Override
    public void action(AuthenticationFlowContext context) {
        Form form = Form.of(context);
        Optional<UserName> name = UserName.parse(form.value(USERNAME));
        Optional<EmailAddress> address = EmailAddress.parse(form.value(EMAIL));
        Complaints complaints = new Complaints();
        if (UserName.looksLikeEmail(form.value(USERNAME))) {
            complaints.about(USERNAME, "passwordResetUsernameNotEmail");
        } else {
            complaints.unlessPresent(name, form, USERNAME, "passwordResetUsername");
        }
        complaints.unlessPresent(address, form, EMAIL, "passwordResetEmail");
        if (complaints.any()) {
            SCREEN.refuse(context, form, complaints);
            return;
        }
        ResetLink link = ResetLink.in(context);
        link.send(name.orElseThrow(), address.orElseThrow());
        context.forkWithSuccessMessage(new FormMessage(null, "passwordResetSent", link.minutes()));
    }

    /** Keycloak has verified the link, and that its owner exists and is enabled, before it starts the flow. */
    private static void pass(AuthenticationFlowContext context, String linkOwner) {
        UserModel owner = context.getSession().users().getUserById(context.getRealm(), linkOwner);
        context.setUser(owner);
        context.success();
    }
}
