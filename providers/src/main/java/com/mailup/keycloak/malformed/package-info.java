/** Requests that no browser sends: answered in plain words, never with an error of the server. */
package com.mailup.keycloak.malformed;
