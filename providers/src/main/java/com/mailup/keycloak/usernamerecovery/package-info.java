/** username-recovery: e-mail in, list of user names by mail. */
package com.mailup.keycloak.usernamerecovery;
