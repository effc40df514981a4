/** How much it carries, and how large it may grow: programs, and no tests. */
package com.mailup.keycloak.load;
