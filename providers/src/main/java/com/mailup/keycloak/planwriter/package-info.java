/** What the account that writes plans may not do, though Keycloak's permission to manage people includes it. */
package com.mailup.keycloak.planwriter;
