package com.mailup.keycloak.malformed;

import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.Mailbox;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.RawRequest;
import com.mailup.keycloak.testbed.RelyingParty;
import com.mailup.keycloak.testbed.Reply;
import com.mailup.keycloak.testbed.Visitor;
import com.mailup.keycloak.trialregistration.Applicant;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Every form and every link of the login pages as a person has them at this moment: with the cookies of a browser, a session
 * code that is good and, for the pages behind it, a reset link.
 */
record PublicRequests(List<RawRequest> requests) {

    private static final List<String> ACTIONS = List.of("""
            authenticate reset-credentials registration required-action action-token restart consent detached-info
            first-broker-login post-broker-login""".split("\\s+"));
    private static final List<String> ENDPOINTS =
            List.of("auth", "forgot-credentials", "registrations", "logout", "login-status-iframe.html");

    static PublicRequests open(RelyingParty platform, AdminApi admin, Mailbox mailbox) {
        Person person = admin.create(Person.any());
        Visitor visitor = new Visitor();
        URI authorization = visitor.send(java.net.http.HttpRequest.newBuilder(URI.create(platform.loginUrl())))
                .location()
                .orElseThrow();
        List<RawRequest> found = new ArrayList<>();
        for (String endpoint : ENDPOINTS) {
            found.add(of(visitor, RawRequest.get(sibling(authorization, "/auth?", "/" + endpoint + "?"))));
        }
        Reply reset = visitor.openPasswordReset(platform);
        found.add(form(visitor, reset, "username=%s&email=nobody%%40example.com".formatted(person.username())));
        visitor.submit(Map.of("username", person.username(), "email", person.email()));
        Reply recovery = visitor.openUsernameRecovery(platform);
        found.add(form(visitor, recovery, "email=nobody%40example.com"));
        Applicant applicant = Applicant.any();
        Visitor asking = new Visitor();
        Reply registration = asking.openRegistration(platform);
        found.add(form(
                asking,
                registration,
                "firstName=Prova&lastName=Nuova&company=&email=nobody%40example.com&locale=it&terms=on&privacy=on"));
        Reply sent = asking.submit(applicant.fields());
        found.add(form(asking, sent, "again="));
        found.add(form(asking, sent, "change="));
        URI trial = URI.create(mailbox.await(applicant.email()).link());
        found.add(of(asking, RawRequest.get(trial)));
        Visitor confirming = new Visitor();
        Reply confirmation = confirming.open(trial.toString());
        Reply firstPassword = confirming.open(confirmation.firstLink());
        found.add(form(confirming, firstPassword, "password-new=short&password-confirm=other"));
        found.add(form(
                confirming,
                confirming.submit(Map.of("password-new", Person.PASSWORD, "password-confirm", Person.PASSWORD)),
                "accept="));
        Reply login = visitor.openLogin(platform);
        found.add(form(visitor, login, "username=m99999&password=wrong&credentialId="));
        for (String action : ACTIONS) {
            found.add(of(visitor, RawRequest.get(sibling(login.action(), "/authenticate?", "/" + action + "?"))));
        }
        URI link = URI.create(mailbox.await(person.email()).link());
        found.add(of(visitor, RawRequest.get(link)));
        Visitor opener = new Visitor();
        Reply newPassword = opener.open(link.toString());
        found.add(form(opener, newPassword, "password-new=short&password-confirm=other&logout-sessions=on"));
        return new PublicRequests(found);
    }

    private static RawRequest form(Visitor visitor, Reply page, String fields) {
        return of(visitor, RawRequest.post(page.action(), fields));
    }

    private static RawRequest of(Visitor visitor, RawRequest request) {
        return Stream.of(request)
                .map(it -> it.with("Cookie", visitor.cookiesFor(URI.create(it.target()))))
                .map(it -> it.with("Accept", "text/html"))
                .findFirst()
                .orElseThrow();
    }

    private static URI sibling(URI uri, String path, String other) {
        return URI.create(uri.toString().replace(path, other));
    }
}
