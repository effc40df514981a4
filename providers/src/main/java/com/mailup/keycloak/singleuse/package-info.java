/** singleuse: keys of Keycloak's single-use objects that tell nothing, and claims that a failed request gives up. */
package com.mailup.keycloak.singleuse;
