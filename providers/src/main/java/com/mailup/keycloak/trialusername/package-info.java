/** trial-username: shows and mails the user name of a new trial. */
package com.mailup.keycloak.trialusername;
