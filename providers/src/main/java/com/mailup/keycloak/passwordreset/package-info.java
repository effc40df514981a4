/** password-reset: user name and e-mail in, Keycloak's own reset link by mail. */
package com.mailup.keycloak.passwordreset;
