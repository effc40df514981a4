/** What administrators see of this product in Keycloak's console. */
package com.mailup.keycloak.console;
