/** account: addresses, user names, who is eligible for a recovery, and how a mail lists accounts. */
package com.mailup.keycloak.account;
