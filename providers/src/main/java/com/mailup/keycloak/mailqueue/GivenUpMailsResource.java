package com.mailup.keycloak.mailqueue;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * Mails of a realm that were given up in the last seven days: {@code /admin/realms/{realm}/mailup-mail/given-up}. To see
 * them takes the role view-realm, to send them again manage-realm.
 */
public final class GivenUpMailsResource {

    private static final int MOST = 1_000;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminPermissionEvaluator auth;
    private final AdminEventBuilder adminEvent;

    GivenUpMailsResource(
            KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth, AdminEventBuilder adminEvent) {
        this.session = session;
        this.realm = realm;
        this.auth = auth;
        this.adminEvent = adminEvent;
    }

    /**
     * The mails, the latest first.
     *
     * @param first how many to pass over; default 0
     * @param max how many to return, 1,000 at most; default 100
     */
    @GET
    @Path("given-up")
    @Produces(MediaType.APPLICATION_JSON)
    public List<GivenUpMail> list(
            @QueryParam("first") @DefaultValue("0") int first, @QueryParam("max") @DefaultValue("100") int max) {
        auth.realm().requireViewRealm();
        return mails().list(Math.max(0, first), Math.max(1, Math.min(max, MOST)));
    }

    /**
     * Sends those again that can be, the latest 1,000 at most.
     *
     * @param kind only of this kind; all kinds where there is none
     * @return {@code sent}: how many are in the queue again
     */
    @POST
    @Path("given-up/send")
    @Produces(MediaType.APPLICATION_JSON)
    public Map<String, Long> sendAll(@QueryParam("kind") String kind) {
        auth.realm().requireManageRealm();
        return Map.of(
                "sent",
                mails().sendable(kind, MOST).stream()
                        .filter(mail -> sendAgain(mail.id()))
                        .count());
    }

    /**
     * Sends one again, as if it had been asked for now.
     *
     * @throws NotFoundException where this realm has no such mail, or it cannot be sent again
     */
    @POST
    @Path("given-up/{id}/send")
    public void send(@PathParam("id") String id) {
        auth.realm().requireManageRealm();
        if (!sendAgain(id)) {
            throw new NotFoundException("No mail that can be sent again has this id");
        }
    }

    private GivenUpMails mails() {
        return new GivenUpMails(session, realm.getId());
    }

    private boolean sendAgain(String id) {
        boolean found = mails().sendAgain(id);
        if (found) {
            adminEvent
                    .operation(OperationType.ACTION)
                    .resource(ResourceType.CUSTOM)
                    .resourcePath("mailup-mail", "given-up", id)
                    .success();
        }
        return found;
    }
}
