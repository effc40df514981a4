/** Keeps the account that writes plans from setting passwords, which Keycloak's permission to manage users includes. */
package com.mailup.keycloak.planwriter;
