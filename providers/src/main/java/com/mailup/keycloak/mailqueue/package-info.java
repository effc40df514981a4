/** mailqueue: durable mail on Keycloak's outbox table: added with the request's transaction, delivered by workers. */
package com.mailup.keycloak.mailqueue;
