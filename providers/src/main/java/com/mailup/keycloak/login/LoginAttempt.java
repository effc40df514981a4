package com.mailup.keycloak.login;

import com.mailup.keycloak.throttle.FailedLogins;
import com.mailup.keycloak.userstore.StoreUnavailableException;
import com.mailup.keycloak.userstore.UserStores;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.UserModel;
import org.keycloak.services.messages.Messages;

/**
 * One post of the login form: whether Keycloak's form handles it, which message a failure shows, and whether it counts.
 */
final class LoginAttempt {

    private final AuthenticationFlowContext context;
    private final LoginFormData typed;
    private final FailedLogins failures;
    /** Set once the stores are needed. */
    private UserStores stores;

    private Optional<UserModel> account = Optional.empty();
    private boolean storeUnavailable;
    /** Whether a password was compared, or would have been, and was wrong. */
    private boolean countsAsFailure;
    /** Whether the response waits for the deadline, so that it tells no more than that to a wrong password. */
    private boolean delayed;

    LoginAttempt(AuthenticationFlowContext context, LoginFormData typed) {
        LoginSettings settings = LoginSettings.of(context);
        this.context = context;
        this.typed = typed;
        failures = new FailedLogins(context.getSession(), settings.failures(), settings.window());
    }

    LoginFormData typed() {
        return typed;
    }

    /**
     * The form with the account's own name: a directory accepts other spellings too, and Keycloak would import the
     * account again.
     */
    MultivaluedMap<String, String> normalizedForm() {
        return typed.normalized(account.map(UserModel::getUsername).orElseGet(typed::username));
    }

    /** Why it is refused at once; nothing where Keycloak's form decides. */
    Optional<LoginRejection> rejection() {
        Optional<Duration> retryAfter = failures.retryAfter();
        if (retryAfter.isPresent()) {
            LoginMetrics.BLOCKED.increment();
            return retryAfter.map(LoginRejection::tooManyFailures);
        } else if (typed.isEmail()) {
            return Optional.of(LoginRejection.emailTyped());
        } else if (!typed.hasUsername()) {
            return Optional.of(LoginRejection.missingUsername());
        }
        delayed = true;
        countsAsFailure = typed.hasPassword();
        stores = UserStores.of(context.getSession());
        storeUnavailable = stores.isUnavailable();
        if (typed.isInvalidUsername()) {
            return Optional.of(LoginRejection.unknownUser(message()));
        }
        return lookUp();
    }

    /**
     * Refuses the login if a store does not answer now, whatever it threw; otherwise the failure had another cause, and
     * is thrown again.
     */
    LoginRejection failed(RuntimeException failure) {
        if (!stores.isUnavailableNow()) {
            throw failure;
        }
        return storeFailed();
    }

    private LoginRejection storeFailed() {
        storeUnavailable = true;
        countsAsFailure = false;
        return LoginRejection.storeUnavailable(message());
    }

    /** One message for all failures; while a store does not answer, another one for all. */
    String message() {
        return storeUnavailable ? "loginStoreSilent" : Messages.INVALID_USER;
    }

    /** What fails from now on is no wrong password. */
    void passwordAccepted() {
        countsAsFailure = false;
    }

    boolean isDelayed() {
        return delayed;
    }

    void countFailure() {
        if (countsAsFailure && !failures.add()) {
            LoginMetrics.UNCOUNTED.increment();
        }
    }

    /**
     * Looks the account up first: Keycloak's form would take a store that does not answer for one that does not know
     * the name.
     */
    private Optional<LoginRejection> lookUp() {
        try {
            return stores.isEmpty() || isDecidable() ? Optional.empty() : Optional.of(storeFailed());
        } catch (StoreUnavailableException e) {
            return Optional.of(storeFailed());
        } catch (ModelDuplicateException e) {
            // Two people of a directory have it: nobody can sign in by it, and Keycloak would end with an error.
            return Optional.of(LoginRejection.unknownUser(message()));
        }
    }

    private boolean isDecidable() {
        if (!typed.asksUsername()) {
            // One who has been deleted meanwhile is Keycloak's form's to refuse.
            return context.getUser() == null
                    || stores.byId(context.getUser().getId()).isPresent()
                    || !storeUnavailable;
        }
        account = stores.byUsername(typed.username());
        return account.isPresent() || !storeUnavailable;
    }
}
