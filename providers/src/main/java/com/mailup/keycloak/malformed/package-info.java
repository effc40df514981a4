/** Malformed requests of the login pages: answered with 400 instead of 500. */
package com.mailup.keycloak.malformed;
