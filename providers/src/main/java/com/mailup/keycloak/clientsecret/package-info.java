/** client secret: replaces secrets of clients that an import has left empty or as a placeholder. */
package com.mailup.keycloak.clientsecret;
