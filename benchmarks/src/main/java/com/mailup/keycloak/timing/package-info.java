/** Whether an answer's time tells accounts from names that nobody has. */
package com.mailup.keycloak.timing;
