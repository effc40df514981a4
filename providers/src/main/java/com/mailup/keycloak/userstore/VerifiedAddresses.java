package com.mailup.keycloak.userstore;

import com.mailup.keycloak.flow.Setting;
import com.mailup.keycloak.flow.StepSettings;
import com.mailup.keycloak.plan.Plan;
import java.util.function.Predicate;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Whether an account's address counts as its owner's: verified, or accepted by a setting of the recoveries. */
public record VerifiedAddresses(UserStores stores, boolean acceptsUnverified, boolean acceptsDirectories)
        implements Predicate<UserModel> {

    private static final String VERIFY = "verify";

    public static final Setting<String> UNVERIFIED = Setting.choice(
            "unverifiedAddresses",
            "Addresses that were never verified",
            "refuse: an account whose address was never verified gets no recovery mail. verify: it gets them, and the"
                    + " address is verified when the link for a new password is opened. With verify, everybody who"
                    + " reads the mailbox that is on record can take the account over: choose it only if nobody but"
                    + " careful administrators enters addresses.",
            "refuse",
            VERIFY);

    public static final Setting<Boolean> DIRECTORIES = Setting.flag(
            "directoryAddressesVerified",
            true,
            "Addresses from the directory count as verified",
            "An address that an LDAP directory has for a person counts as verified, as long as only the directory's"
                    + " administrators can write it: in the modes READ_ONLY and UNSYNCED, and in WRITABLE only where"
                    + " the user profile does not let people edit their address and registrations are not"
                    + " synchronised.");

    /** As the realm has it. */
    public static VerifiedAddresses in(KeycloakSession session) {
        StepSettings step = StepSettings.ofRecoveries(session.getContext().getRealm());
        return new VerifiedAddresses(
                UserStores.of(session), step.value(UNVERIFIED).equals(VERIFY), step.value(DIRECTORIES));
    }

    /** Whether accounts whose address was never verified get nothing. */
    public static boolean refusesUnverified(RealmModel realm) {
        return !StepSettings.ofRecoveries(realm).value(UNVERIFIED).equals(VERIFY);
    }

    /** The address of a trial that was not confirmed never counts, whatever the settings. */
    @Override
    public boolean test(UserModel account) {
        return account.isEmailVerified()
                || account.getFirstAttribute(Plan.PENDING) == null && (acceptsUnverified || isOfDirectory(account));
    }

    private boolean isOfDirectory(UserModel account) {
        return acceptsDirectories && stores.isDirectorysAddress(account);
    }
}
