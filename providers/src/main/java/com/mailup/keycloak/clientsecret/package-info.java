/** Secrets of applications that an import has left as the placeholder that everybody can read. */
package com.mailup.keycloak.clientsecret;
