/** accountlist: the accounts of an e-mail address, and how a mail to it lists them. Asked for after the answer only. */
package com.mailup.keycloak.accountlist;
