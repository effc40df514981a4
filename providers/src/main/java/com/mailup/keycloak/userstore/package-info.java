/**
 * userstore: the accounts of a realm, in Keycloak's own database and in directories; a directory that does not answer
 * is told from one that does not know the account.
 */
package com.mailup.keycloak.userstore;
