package com.mailup.keycloak.login;

import com.mailup.keycloak.throttle.FailedLogins;
import com.mailup.keycloak.userstore.StoreUnavailable;
import com.mailup.keycloak.userstore.UserStores;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.UserModel;
import org.keycloak.services.messages.Messages;

/** One post of the login form: whether Keycloak's form may look at it, and what a failure says and counts. */
final class LoginAttempt {

    private final AuthenticationFlowContext context;
    private final TypedLogin typed;
    private final FailedLogins failures;
    /** Set once the stores are needed. */
    private UserStores stores;

    private Optional<UserModel> account = Optional.empty();
    private boolean storeSilent;
    /** Whether a password was compared, or would have been, and was wrong. */
    private boolean guess;
    /** Whether the answer must not differ from that to a wrong password. */
    private boolean secret;

    LoginAttempt(AuthenticationFlowContext context, TypedLogin typed) {
        LoginSettings settings = LoginSettings.of(context);
        this.context = context;
        this.typed = typed;
        failures = new FailedLogins(context.getSession(), settings.failures(), settings.window());
    }

    TypedLogin typed() {
        return typed;
    }

    /** With the account's own name: a directory knows its people by other spellings too, and Keycloak would import them again. */
    MultivaluedMap<String, String> forKeycloak() {
        return typed.forKeycloak(account.map(UserModel::getUsername).orElseGet(typed::username));
    }

    /** Why it is refused at once; nothing where Keycloak's form decides. */
    Optional<Refusal> refusal() {
        Optional<Duration> pause = failures.pause();
        if (pause.isPresent()) {
            LoginMetrics.BLOCKED.increment();
            return pause.map(Refusal::untilLater);
        } else if (typed.isEmail()) {
            return Optional.of(Refusal.email());
        } else if (!typed.namesAccount()) {
            return Optional.of(Refusal.empty());
        }
        secret = true;
        guess = typed.hasPassword();
        stores = UserStores.of(context.getSession());
        storeSilent = stores.isUnavailable();
        if (typed.isNobodysName()) {
            return Optional.of(Refusal.nobody(wrong()));
        }
        return unanswered();
    }

    /** A store may have failed while it was asked, whatever it throws; where all of them answer, it was something else. */
    Refusal failed(RuntimeException failure) {
        if (!stores.isUnavailableNow()) {
            throw failure;
        }
        return silence();
    }

    private Refusal silence() {
        storeSilent = true;
        guess = false;
        return Refusal.storeSilent(wrong());
    }

    /** One sentence for all that may be wrong; while a store is silent, another one for all. */
    String wrong() {
        return storeSilent ? "loginStoreSilent" : Messages.INVALID_USER;
    }

    /** What fails now is no guess. */
    void passwordWasRight() {
        guess = false;
    }

    boolean isSecret() {
        return secret;
    }

    void countFailure() {
        if (guess && !failures.add()) {
            LoginMetrics.UNCOUNTED.increment();
        }
    }

    /** Keycloak's form would take a store that does not answer for one that does not know the name. */
    private Optional<Refusal> unanswered() {
        try {
            return stores.isEmpty() || isAnswered() ? Optional.empty() : Optional.of(silence());
        } catch (StoreUnavailable e) {
            return Optional.of(silence());
        } catch (ModelDuplicateException e) {
            // Two people of a directory have it: nobody can sign in by it, and Keycloak would end with an error.
            return Optional.of(Refusal.nobody(wrong()));
        }
    }

    private boolean isAnswered() {
        if (!typed.asksName()) {
            // One who has been deleted meanwhile is Keycloak's form's to refuse.
            return context.getUser() == null
                    || stores.byId(context.getUser().getId()).isPresent()
                    || !storeSilent;
        }
        account = stores.byUsername(typed.username());
        return account.isPresent() || !storeSilent;
    }
}
